-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE);
INSERT INTO t VALUES (1, 'Ada'), (2, 'ADA');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE UNIQUE);
-- refused
may-fail
-- stops
table t gets UNIQUE \(name\)
