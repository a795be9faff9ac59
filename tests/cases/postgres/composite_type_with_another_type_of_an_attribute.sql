-- The type of an attribute cannot be altered where a table has a column of the type.
-- from
CREATE TYPE point2 AS (x int, y int);
CREATE TABLE places (id int PRIMARY KEY, at point2);
INSERT INTO places VALUES (1, ROW(3, 4));
-- to
CREATE TYPE point2 AS (x bigint, y bigint);
CREATE TABLE places (id int PRIMARY KEY, at point2);
-- back
-- kept
SELECT (at).x, (at).y, pg_typeof((at).x) FROM places;
= 3|4|bigint
-- kept back
SELECT (at).x, (at).y, pg_typeof((at).x) FROM places;
= 3|4|integer
