-- from
CREATE TABLE people (id int PRIMARY KEY, name text);
CREATE VIEW listed AS SELECT id, name FROM people;
INSERT INTO people VALUES (1, 'ann');
-- to
CREATE TABLE people (id int PRIMARY KEY, name text);
CREATE TABLE listed (id int, name text);
-- back
-- kept
SELECT count(*) FROM listed;
= 0
