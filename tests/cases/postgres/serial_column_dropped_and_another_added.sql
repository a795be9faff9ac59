-- from
CREATE TABLE t (id int PRIMARY KEY, nr serial);
INSERT INTO t VALUES (1), (2);
-- to
CREATE TABLE t (id int PRIMARY KEY, code bigserial);
-- back
-- kept
SELECT count(DISTINCT code) FROM t;
= 2
