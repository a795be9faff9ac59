-- from
CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int, d int, e int, f int);
CREATE UNIQUE INDEX t_a_key ON t (a);
ALTER TABLE t ADD CONSTRAINT t_b_key UNIQUE (b);
ALTER TABLE t ADD CONSTRAINT t_c_key UNIQUE (c);
ALTER TABLE t ADD CONSTRAINT t_d_key UNIQUE (d) DEFERRABLE;
ALTER TABLE t ADD CONSTRAINT t_e_key UNIQUE (e) INCLUDE (f);
INSERT INTO t VALUES (1, 1, 1, 1, 1, 1, 1), (2, 2, 2, 2, 2, 2, 2);
-- to
CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int, d int, e int, f int);
ALTER TABLE t ADD CONSTRAINT t_a_key UNIQUE (a);
CREATE UNIQUE INDEX t_b_key ON t (b);
ALTER TABLE t ADD CONSTRAINT t_c_key UNIQUE NULLS NOT DISTINCT (c);
ALTER TABLE t ADD CONSTRAINT t_d_key UNIQUE (d) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE t ADD CONSTRAINT t_e_key UNIQUE (e, f);
-- back
-- in place
table t
-- kept
SELECT count(*) FROM t;
= 2
