-- Neither the table nor its index is written again.
-- from
CREATE TABLE people (id int PRIMARY KEY, name varchar(50) NOT NULL);
CREATE INDEX people_name_idx ON people (name);
CREATE VIEW names AS SELECT name FROM people;
INSERT INTO people VALUES (1, 'ann');
-- to
CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL);
CREATE INDEX people_name_idx ON people (name);
CREATE VIEW names AS SELECT name FROM people;
-- back
-- refused
not table-rewrite
not data-loss
not may-fail
-- in place
table people
index people_name_idx
-- kept
SELECT name FROM names;
= ann
