-- from
CREATE TABLE t (id int PRIMARY KEY, n int);
INSERT INTO t VALUES (1, 5);
-- to
CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL CHECK (n > 0) UNIQUE);
-- back
-- refused
may-fail
index-build
-- in place
table t
-- kept
SELECT id, n FROM t;
= 1|5
