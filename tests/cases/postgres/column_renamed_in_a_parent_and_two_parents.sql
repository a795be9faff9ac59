-- from
CREATE TABLE a (id int, n int);
CREATE TABLE b (m int);
CREATE TABLE c (x text) INHERITS (a, b);
CREATE VIEW v AS SELECT n, m FROM c;
INSERT INTO c VALUES (1, 2, 3, 'x');
-- to
CREATE TABLE a (id int, number int);
CREATE TABLE b (m int);
CREATE TABLE c (x text, z int) INHERITS (a, b);
CREATE VIEW v AS SELECT number AS n, m FROM c;
-- options
--rename=column:public.a.n=number
-- back
--rename=column:public.a.number=n
-- in place
table a
table c
table v
-- kept
SELECT id, number, m, x FROM c;
= 1|2|3|x
SELECT n, m FROM v;
= 2|3
