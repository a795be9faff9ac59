-- from
CREATE TABLE t (id TEXT PRIMARY KEY NOT NULL, n TEXT);
INSERT INTO t VALUES ('1', 'a'), ('two', 'b');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, n TEXT);
-- refused
may-fail
-- stops
column t\.id becomes the rowid, and some values are no integers
