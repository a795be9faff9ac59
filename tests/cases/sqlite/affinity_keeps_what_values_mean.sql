-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c REAL, d NUMERIC, e BLOB);
INSERT INTO t VALUES (1, 12, '13', 2.0, 1.5, 'x'), (2, NULL, 'abc', 2.5, 'n', x'0102'), (3, -5, '-7', 0.1, 4, 8);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER, c INTEGER, d TEXT, e);
-- refused
may-fail
-- kept
SELECT a, b, c, d, e FROM t WHERE id <> 2 ORDER BY id;
= 12|13|2|1.5|x
= -5|-7|0.1|4|8
SELECT b, c, d, hex(e) FROM t WHERE id = 2;
= abc|2.5|n|0102
