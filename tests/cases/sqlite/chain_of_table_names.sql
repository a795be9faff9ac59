-- from
CREATE TABLE t1 (id INTEGER PRIMARY KEY, a TEXT);
CREATE TABLE t2 (id INTEGER PRIMARY KEY, b TEXT);
INSERT INTO t1 VALUES (1, 'first');
INSERT INTO t2 VALUES (1, 'second');
-- to
CREATE TABLE t2 (id INTEGER PRIMARY KEY, a TEXT);
CREATE TABLE t3 (id INTEGER PRIMARY KEY, b TEXT);
-- options
--rename
table:t1=t2
--rename
table:t2=t3
-- kept
SELECT a FROM t2;
= first
SELECT b FROM t3;
= second
