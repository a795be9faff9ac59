-- from
CREATE TABLE a (id int PRIMARY KEY, b text) WITH (fillfactor = 70, autovacuum_enabled = off);
CREATE TABLE c (id int PRIMARY KEY, b text);
CREATE TABLE d (id int PRIMARY KEY, b text) WITH (toast.autovacuum_enabled = off);
INSERT INTO a VALUES (1, 'x');
INSERT INTO c VALUES (1, 'x');
-- to
CREATE TABLE a (id int PRIMARY KEY, b text) WITH (autovacuum_enabled = on, autovacuum_vacuum_threshold = 7);
CREATE TABLE c (id int PRIMARY KEY, b text) WITH (fillfactor = 50, toast.autovacuum_enabled = off, toast_tuple_target = 200);
CREATE TABLE d (id int PRIMARY KEY, b text) WITH (parallel_workers = 2);
-- back
-- in place
table a
table c
table d
-- kept
SELECT a.b, c.b FROM a, c;
= x|x
