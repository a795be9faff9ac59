-- from
CREATE TYPE pair AS (a int, b varchar(3));
CREATE FUNCTION make_pair() RETURNS pair LANGUAGE sql AS 'SELECT ROW(1, ''x'')::pair';
-- to
CREATE TYPE pair AS (a int, b text);
CREATE FUNCTION make_pair() RETURNS pair LANGUAGE sql AS 'SELECT ROW(1, ''x'')::pair';
-- back
-- kept
SELECT (make_pair()).b;
= x
