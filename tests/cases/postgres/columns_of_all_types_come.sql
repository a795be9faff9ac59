-- from
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (id int PRIMARY KEY, a smallint, b numeric(5,-2), c char(3), d bit(4), e bit varying(9), f interval day to second(2), g timetz(1), h "char", i name, j int[][], k oid, l regclass, m xml, n cidr, o tsvector, p pg_lsn, q int4multirange, r bytea DEFAULT '\x00ff', s point DEFAULT '(1,2)', t double precision DEFAULT 'NaN', u money, v text COLLATE "POSIX" DEFAULT E'a\\b\n');
-- back
-- in place
table t
-- kept
SELECT r, s, t FROM t;
= \x00ff|(1,2)|NaN
