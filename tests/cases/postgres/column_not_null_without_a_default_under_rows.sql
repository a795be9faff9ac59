-- from
CREATE TABLE t (id int PRIMARY KEY, n int);
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (id int PRIMARY KEY, n int, name text NOT NULL);
-- refused
may-fail
not data-loss
-- stops
column "name" of relation "t" contains null values
-- kept
SELECT id, n FROM t;
= 1|2
