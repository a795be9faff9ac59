-- from
CREATE TABLE t (name TEXT);
INSERT INTO t (rowid, name) VALUES (5, 'a'), (9, 'b');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT);
-- kept
SELECT * FROM t ORDER BY id;
= 5|a
= 9|b
