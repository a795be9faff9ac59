-- from
CREATE TABLE people (id int PRIMARY KEY, name text);
CREATE VIEW everybody AS SELECT * FROM people;
INSERT INTO people VALUES (1, 'ann');
-- to
CREATE TABLE people (id int PRIMARY KEY, name text, fax text);
CREATE VIEW everybody AS SELECT * FROM people;
-- back
-- in place
table people
-- kept
SELECT * FROM everybody;
= 1|ann|
