-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE, b TEXT, c TEXT, d TEXT);
CREATE UNIQUE INDEX t_b ON t (b);
INSERT INTO t VALUES (1, 'a', 'b', 'c', 'd');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT UNIQUE ON CONFLICT REPLACE, d TEXT, CONSTRAINT both UNIQUE (a, b));
CREATE UNIQUE INDEX t_d ON t (d) WHERE d <> '';
-- refused
may-fail
-- kept
SELECT * FROM t;
= 1|a|b|c|d
