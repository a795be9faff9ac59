-- Arguments that differ by name alone are the same to the server.
-- from
CREATE SCHEMA other;
CREATE FUNCTION first(a int) RETURNS text LANGUAGE sql AS $$SELECT 'first'$$;
CREATE FUNCTION second(b int) RETURNS text LANGUAGE sql AS $$SELECT 'second'$$;
CREATE FUNCTION first(a text) RETURNS text LANGUAGE sql AS $$SELECT 'first of text'$$;
CREATE FUNCTION third(int) RETURNS text LANGUAGE sql AS $$SELECT 'third'$$;
CREATE FUNCTION other.third(int) RETURNS text LANGUAGE sql AS $$SELECT 'other third'$$;
CREATE VIEW v AS SELECT first(1) AS a, second(1) AS b;
-- to
CREATE SCHEMA other;
CREATE FUNCTION second(a int) RETURNS text LANGUAGE sql AS $$SELECT 'first'$$;
CREATE FUNCTION first(b int) RETURNS text LANGUAGE sql AS $$SELECT 'second'$$;
CREATE FUNCTION first(a text) RETURNS text LANGUAGE sql AS $$SELECT 'first of text'$$;
CREATE FUNCTION other.third(int) RETURNS text LANGUAGE sql AS $$SELECT 'third'$$;
CREATE FUNCTION third(int) RETURNS text LANGUAGE sql AS $$SELECT 'other third'$$;
CREATE VIEW v AS SELECT second(1) AS a, first(1) AS b;
-- options
--rename=function:public.first(integer)=second
--rename=function:public.second(integer)=first
--rename=function:public.third=other.third
--rename=function:other.third=public.third
-- back
--rename=function:public.first(integer)=second
--rename=function:public.second(integer)=first
--rename=function:public.third=other.third
--rename=function:other.third=public.third
-- in place
function first(int)
function second(int)
function third(int)
-- lacks
DROP
-- kept
SELECT * FROM v;
= first|second
