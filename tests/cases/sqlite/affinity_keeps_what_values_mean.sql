-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c REAL, d NUMERIC, e BLOB, f TEXT, g INTEGER);
INSERT INTO t VALUES (1, 12, '13', 2.0, 1.5, 'x', '14', 15), (2, NULL, 'abc', 2.5, 'n', x'0102', x'03', NULL), (3, -5, '-7', 0.1, 4, 8, NULL, 'y');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER, c INTEGER, d TEXT, e, f BLOB, g BLOB);
-- refused
may-fail
-- kept
SELECT a, b, c, d, e, f, g FROM t WHERE id <> 2 ORDER BY id;
= 12|13|2|1.5|x|14|15
= -5|-7|0.1|4|8||y
SELECT b, c, d, hex(e), hex(f) FROM t WHERE id = 2;
= abc|2.5|n|0102|03
SELECT typeof(f), typeof(g) FROM t WHERE id = 1;
= text|integer
