-- from
CREATE FUNCTION time_difference(a time, b time) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT AS 'SELECT EXTRACT(EPOCH FROM a - b)::float8';
CREATE TYPE time_range AS RANGE (subtype = time);
CREATE TABLE shifts (id int PRIMARY KEY, at time_range, EXCLUDE USING gist (at WITH &&));
INSERT INTO shifts VALUES (1, '[08:00,12:00)'), (2, '[12:00,16:00)');
-- to
CREATE FUNCTION time_difference(a time, b time) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT AS 'SELECT EXTRACT(EPOCH FROM a - b)::float8';
CREATE TYPE time_range AS RANGE (subtype = time, subtype_diff = time_difference);
CREATE TABLE shifts (id int PRIMARY KEY, at time_range, EXCLUDE USING gist (at WITH &&));
-- back
-- kept
SELECT id, at FROM shifts ORDER BY id;
= 1|[08:00:00,12:00:00)
= 2|[12:00:00,16:00:00)
-- kept back
SELECT id, at FROM shifts ORDER BY id;
= 1|[08:00:00,12:00:00)
= 2|[12:00:00,16:00:00)
