-- from
CREATE TABLE a (id INTEGER PRIMARY KEY, n);
CREATE TABLE b (id INTEGER PRIMARY KEY AUTOINCREMENT, n);
INSERT INTO a (n) VALUES ('x'), ('y');
INSERT INTO b (n) VALUES ('z');
-- to
CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, n);
CREATE TABLE b (id INTEGER PRIMARY KEY, n);
-- refused
may-fail
-- kept
SELECT * FROM a ORDER BY id;
= 1|x
= 2|y
SELECT name, seq FROM sqlite_sequence;
= a|2
