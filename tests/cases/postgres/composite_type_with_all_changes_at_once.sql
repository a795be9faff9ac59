-- from
CREATE TYPE address AS (street text, number int, fax text);
COMMENT ON COLUMN address.number IS 'of the house';
CREATE TABLE people (id int PRIMARY KEY, home address, others address[]);
CREATE VIEW streets AS SELECT id, (home).street AS street FROM people;
CREATE FUNCTION shown(a address) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT a.street';
CREATE INDEX people_shown_idx ON people (shown(home));
INSERT INTO people VALUES (1, ROW('high street', 7, '123'), ARRAY[ROW('low street', 8, NULL)::address]), (2, NULL, NULL);
-- to
CREATE TYPE address AS (street text, number text, city text);
COMMENT ON COLUMN address.number IS 'of the house';
CREATE TABLE people (id int PRIMARY KEY, home address, others address[]);
CREATE VIEW streets AS SELECT id, (home).street AS street FROM people;
CREATE FUNCTION shown(a address) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT a.street';
CREATE INDEX people_shown_idx ON people (shown(home));
-- back
-- refused
data-loss
-- lost
column people.home
column people.others
-- kept
SELECT (home).street, (home).number, (home).city, (others[1]).number FROM people ORDER BY id;
= high street|7||8
= |||
SELECT pg_typeof((home).number) FROM people WHERE id = 1;
= text
SELECT id, street FROM streets ORDER BY id;
= 1|high street
= 2|
-- kept back
SELECT (home).street, (home).number, (home).fax, (others[1]).number FROM people ORDER BY id;
= high street|7||8
= |||
