-- from
CREATE TABLE t (rowid TEXT, _rowid_ TEXT, oid TEXT, n INTEGER);
INSERT INTO t VALUES ('a', 'b', 'c', 1);
-- to
CREATE TABLE t (rowid TEXT, _rowid_ TEXT, oid TEXT, n TEXT);
-- kept
SELECT * FROM t;
= a|b|c|1
