-- Where there are rows, SQLite adds no column whose default is more than one literal.
-- from
CREATE TABLE t (id INTEGER PRIMARY KEY);
CREATE TABLE u (id INTEGER PRIMARY KEY);
INSERT INTO t VALUES (1);
INSERT INTO u VALUES (1);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER DEFAULT (1 + 1), s TEXT DEFAULT ('a' || 'b'));
CREATE TABLE u (id INTEGER PRIMARY KEY, a DEFAULT (-1.5), b DEFAULT x'00', c DEFAULT +2, d DEFAULT ('it''s'), e REAL DEFAULT 1e3, f DEFAULT FALSE);
-- lacks
DROP TABLE u
-- kept
SELECT * FROM t;
= 1|2|ab
SELECT a, hex(b), c, d, e, f FROM u;
= -1.5|00|2|it's|1000.0|0
