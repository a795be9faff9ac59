-- from
CREATE TABLE t (tenant INTEGER NOT NULL, name TEXT NOT NULL, n INTEGER, PRIMARY KEY (name)) WITHOUT ROWID;
INSERT INTO t VALUES (1, 'a', 1), (2, 'b', 2);
-- to
CREATE TABLE t (tenant INTEGER NOT NULL, name TEXT NOT NULL, n INTEGER, PRIMARY KEY (tenant, name)) WITHOUT ROWID;
-- refused
may-fail
-- kept
SELECT * FROM t ORDER BY n;
= 1|a|1
= 2|b|2
