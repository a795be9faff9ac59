-- from
CREATE TABLE t (id int PRIMARY KEY, n int);
INSERT INTO t VALUES (1, -1);
-- to
CREATE TABLE t (id int PRIMARY KEY, n int);
ALTER TABLE t ADD CONSTRAINT new_rows_only CHECK (n > 0) NOT VALID;
-- back
-- refused
not may-fail
-- in place
table t
-- kept
SELECT id, n FROM t;
= 1|-1
