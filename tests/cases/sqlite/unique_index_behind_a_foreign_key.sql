-- from
CREATE TABLE parent (id INTEGER PRIMARY KEY, code TEXT, n INTEGER);
CREATE UNIQUE INDEX parent_code ON parent (code);
CREATE TABLE child (id INTEGER PRIMARY KEY, code TEXT REFERENCES parent (code));
INSERT INTO parent VALUES (1, 'a', 1);
INSERT INTO child VALUES (1, 'a');
-- to
CREATE TABLE parent (id INTEGER PRIMARY KEY, code TEXT, n TEXT);
CREATE UNIQUE INDEX parent_by_code ON parent (code DESC);
CREATE TABLE child (id INTEGER PRIMARY KEY, code TEXT REFERENCES parent (code));
-- refused
may-fail
-- kept
PRAGMA foreign_keys = ON; INSERT INTO child VALUES (2, 'a'); SELECT count(*) FROM child;
= 2
