-- A primary key leaves NOT NULL behind where the type forbids null as well; a child may be less strict than its parent.
-- from
CREATE DOMAIN there AS int NOT NULL;
CREATE TABLE keyed (id there CONSTRAINT keyed_id PRIMARY KEY, n int);
CREATE TABLE plain (id there, n int);
CREATE TABLE parent (id int NOT NULL, n int NOT NULL);
INSERT INTO keyed VALUES (1, 2);
INSERT INTO plain VALUES (3, 4);
-- to
CREATE DOMAIN there AS int NOT NULL;
CREATE TABLE keyed (id there, n int);
CREATE TABLE plain (id there CONSTRAINT plain_id PRIMARY KEY, n int);
CREATE TABLE parent (id int NOT NULL, n int NOT NULL);
CREATE TABLE child (n int, own text) INHERITS (parent);
ALTER TABLE child ALTER COLUMN n DROP NOT NULL;
-- back
-- kept
SELECT id, n FROM keyed UNION SELECT id, n FROM plain ORDER BY id;
= 1|2
= 3|4
INSERT INTO child VALUES (5, NULL, 'x') RETURNING id;
= 5
