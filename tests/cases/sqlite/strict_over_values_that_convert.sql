-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, i, r, s, b, a);
INSERT INTO t VALUES (1, '12', '1.5', 7, x'00', x'01'), (2, 3.0, 4, 'x', NULL, 'any'), (3, NULL, NULL, NULL, NULL, 1.5), (4, '1e3', 2.5, 1.5, x'', 3);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, i INTEGER, r REAL, s TEXT, b BLOB, a ANY) STRICT;
-- refused
may-fail
-- lost
column t.i
column t.r
column t.s
-- kept
SELECT i, typeof(i), r, typeof(r), s, typeof(s), typeof(b), typeof(a) FROM t ORDER BY id;
= 12|integer|1.5|real|7|text|blob|blob
= 3|integer|4.0|real|x|text|null|text
= |null||null||null|null|real
= 1000|integer|2.5|real|1.5|text|blob|integer
