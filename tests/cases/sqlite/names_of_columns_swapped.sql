-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
INSERT INTO t VALUES (1, 'was a', 'was b');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT, a TEXT);
-- options
--rename
column:t.a=b
--rename
column:t.b=a
-- kept
SELECT a, b FROM t;
= was b|was a
