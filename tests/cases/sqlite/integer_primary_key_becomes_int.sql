-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, n TEXT);
CREATE TABLE u (id INT PRIMARY KEY NOT NULL, n TEXT);
INSERT INTO t VALUES (10, 'a'), (20, 'b');
INSERT INTO u (rowid, id, n) VALUES (1, 30, 'c'), (2, 40, 'd');
-- to
CREATE TABLE t (id INT PRIMARY KEY NOT NULL, n TEXT);
CREATE TABLE u (id INTEGER PRIMARY KEY, n TEXT);
-- refused
may-fail
-- lost
table u
-- kept
SELECT rowid, * FROM t ORDER BY 1;
= 10|10|a
= 20|20|b
SELECT rowid, * FROM u ORDER BY 1;
= 30|30|c
= 40|40|d
