-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, n INT, b BLOB, a ANY) STRICT;
INSERT INTO t VALUES (1, 2, x'01', 'x');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, n INT, b BLOB, a TEXT);
-- refused
may-fail
-- kept
SELECT n, hex(b), a FROM t;
= 2|01|x
