-- from
CREATE TYPE address AS (street text, number int, fax text);
COMMENT ON TYPE address IS 'where';
CREATE TABLE people (id int PRIMARY KEY, home address);
INSERT INTO people VALUES (1, ROW('high street', 7, '123'));
-- to
CREATE TYPE address AS (street text, number int, city text);
COMMENT ON TYPE address IS 'where it is';
CREATE TABLE people (id int PRIMARY KEY, home address);
-- back
-- refused
data-loss
-- in place
type address
-- kept
SELECT (home).street, (home).number, (home).city FROM people;
= high street|7|
-- kept back
SELECT (home).street, (home).number, (home).fax FROM people;
= high street|7|
-- lost
column people.home
