-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, Name TEXT);
INSERT INTO t VALUES (1, 'x');
-- to
CREATE TABLE T (id INTEGER PRIMARY KEY, name TEXT);
-- options
--rename
table:t=T
--rename
column:t.Name=name
-- kept
SELECT * FROM t;
= 1|x
SELECT name FROM sqlite_schema;
= T
