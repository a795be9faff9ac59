-- Checks, and statistics, whose columns stand in another order in the other table: there is nothing to do.
-- from
CREATE TABLE t (z int, a int, m text, CONSTRAINT t_check CHECK (z > a AND m <> 'x'));
CREATE STATISTICS t_known (ndistinct, dependencies) ON z, a, m FROM t;
CREATE STATISTICS t_mixed ON m, z, (a + 1), lower(m) FROM t;
INSERT INTO t VALUES (2, 1, 'y');
-- to
CREATE TABLE t (m text, a int, z int, CONSTRAINT t_check CHECK (z > a AND m <> 'x'));
CREATE STATISTICS t_known (ndistinct, dependencies) ON a, m, z FROM t;
CREATE STATISTICS t_mixed ON z, m, (a + 1), lower(m) FROM t;
-- back
-- lacks
.
-- in place
table t
constraint t_check
-- kept
SELECT z, a, m FROM t;
= 2|1|y
