-- from
CREATE TYPE address AS (street text, nr int);
CREATE TABLE people (id int PRIMARY KEY, home address);
CREATE VIEW streets AS SELECT (home).street AS street, (home).nr AS n FROM people;
CREATE FUNCTION shown(a address) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text';
CREATE INDEX people_shown_idx ON people (shown(home));
INSERT INTO people VALUES (1, ROW('high street', 7));
-- to
CREATE TYPE address AS (street text, number int);
CREATE TABLE people (id int PRIMARY KEY, home address);
CREATE VIEW streets AS SELECT (home).street AS street, (home).number AS n FROM people;
CREATE FUNCTION as_text(a address) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text';
CREATE INDEX people_shown_idx ON people (as_text(home));
-- options
--rename=column:public.address.nr=number
--rename=function:public.shown(public.address)=as_text
-- back
--rename=column:public.address.number=nr
--rename=function:public.as_text(public.address)=shown
-- lacks
(CREATE|DROP)
-- in place
table people
table streets
table people_shown_idx
type address
function shown(address)
-- kept
SELECT street, n, as_text(home) FROM streets, people;
= high street|7|("high street",7)
