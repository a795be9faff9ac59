-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER CHECK (n > 0), CONSTRAINT small CHECK (n < 100));
INSERT INTO t VALUES (1, 5);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER, CONSTRAINT small CHECK (n < 50), CHECK (n > 1 AND id > 0));
-- refused
may-fail
-- kept
SELECT * FROM t;
= 1|5
