-- from
CREATE TABLE t (rowid TEXT, n INTEGER);
INSERT INTO t (_rowid_, rowid, n) VALUES (4, 'mine', 1);
-- to
CREATE TABLE t (rowid TEXT, n TEXT);
-- kept
SELECT _rowid_, rowid, n FROM t;
= 4|mine|1
