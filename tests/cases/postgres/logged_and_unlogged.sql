-- from
CREATE UNLOGGED TABLE a (id int PRIMARY KEY, b text);
CREATE TABLE b (id serial PRIMARY KEY, c text);
INSERT INTO a VALUES (1, 'x');
INSERT INTO b (c) VALUES ('y');
-- to
CREATE TABLE a (id int PRIMARY KEY, b text);
CREATE UNLOGGED TABLE b (id serial PRIMARY KEY, c text);
CREATE UNLOGGED TABLE c (id int);
-- back
-- refused
table-rewrite
data-loss
-- kept
SELECT a.b, b.c FROM a, b;
= x|y
