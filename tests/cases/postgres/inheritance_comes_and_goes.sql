-- from
CREATE TABLE a (id int, n int, CONSTRAINT positive CHECK (n > 0) NO INHERIT);
CREATE TABLE b (m int);
CREATE TABLE c (id int, n int, x text) INHERITS (a);
CREATE TABLE d (id int, n int, y text);
CREATE TABLE e (m int, z text) INHERITS (b);
INSERT INTO c VALUES (1, -2, 'x');
INSERT INTO d VALUES (2, 3, 'y');
INSERT INTO e VALUES (4, 'z');
-- to
CREATE TABLE a (id int, n int, CONSTRAINT positive CHECK (n > 0) NO INHERIT);
CREATE TABLE b (m int);
CREATE TABLE c (id int, n int, x text);
CREATE TABLE d (id int, n int, y text) INHERITS (a);
CREATE TABLE e (m int, z text);
-- back
-- in place
table a
table b
table c
table d
table e
-- kept
SELECT id, n FROM a;
= 2|3
SELECT id, n, x FROM c;
= 1|-2|x
-- kept back
SELECT id, n FROM a;
= 1|-2
