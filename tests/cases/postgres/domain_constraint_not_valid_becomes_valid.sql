-- from
CREATE DOMAIN age AS int;
CREATE TABLE people (id int PRIMARY KEY, age age);
INSERT INTO people VALUES (1, 20);
ALTER DOMAIN age ADD CONSTRAINT positive CHECK (VALUE > 0) NOT VALID;
-- to
CREATE DOMAIN age AS int CONSTRAINT positive CHECK (VALUE > 0);
CREATE TABLE people (id int PRIMARY KEY, age age);
-- back
-- in place
table people
type age
-- kept
SELECT age FROM people;
= 20
