-- A key in descending order is no rowid, as one of INT is not.
-- from
CREATE TABLE t (id INTEGER PRIMARY KEY DESC, n TEXT);
CREATE TABLE up (id INTEGER PRIMARY KEY, n TEXT);
CREATE TABLE child (up_id INTEGER REFERENCES up (id) ON DELETE CASCADE);
INSERT INTO t (rowid, id, n) VALUES (5, 50, 'a');
INSERT INTO up VALUES (60, 'b'), (70, 'c');
INSERT INTO child VALUES (70);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY DESC, n INTEGER);
CREATE TABLE up (id INTEGER PRIMARY KEY DESC, n TEXT);
CREATE TABLE child (up_id INTEGER REFERENCES up (id) ON DELETE CASCADE);
-- refused
may-fail
-- kept
SELECT rowid, * FROM t;
= 5|50|a
SELECT rowid, * FROM up ORDER BY id;
= 60|60|b
= 70|70|c
SELECT up_id FROM child;
= 70
