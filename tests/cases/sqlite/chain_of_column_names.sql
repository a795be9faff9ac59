-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT);
INSERT INTO t VALUES (1, 'was a', 'was b', 'was c');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT, c TEXT, d TEXT);
-- options
--rename
column:t.a=b
--rename
column:t.b=c
--rename
column:t.c=d
-- lacks
DROP
-- kept
SELECT b, c, d FROM t;
= was a|was b|was c
