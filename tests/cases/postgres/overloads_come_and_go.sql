-- from
CREATE FUNCTION f(a int) RETURNS text LANGUAGE sql AS 'SELECT ''one''';
CREATE FUNCTION f(a text) RETURNS text LANGUAGE sql AS 'SELECT ''text''';
CREATE FUNCTION f(a int, b int) RETURNS text LANGUAGE sql AS 'SELECT ''two''';
-- to
CREATE FUNCTION f(a int, b int DEFAULT 0) RETURNS text LANGUAGE sql AS 'SELECT ''two''';
CREATE FUNCTION f(a text) RETURNS text LANGUAGE sql AS 'SELECT ''text''';
CREATE FUNCTION f(a date, VARIADIC b int[]) RETURNS text LANGUAGE sql AS 'SELECT ''dates''';
-- back
-- kept
SELECT f(1), f('x'::text), f('2024-01-01'::date, 1, 2);
= two|text|dates
