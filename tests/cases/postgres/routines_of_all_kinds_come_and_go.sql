-- from
CREATE FUNCTION gone(INOUT a int, OUT b text) LANGUAGE sql AS 'SELECT 1, ''x''';
CREATE AGGREGATE gone_too(int) (SFUNC = int4pl, STYPE = int);
-- to
CREATE FUNCTION f(a int, b text DEFAULT 'it''s', OUT c int, OUT d text) LANGUAGE sql AS 'SELECT a, b';
CREATE FUNCTION polymorphic(a anyelement, VARIADIC rest anyarray) RETURNS anyelement LANGUAGE sql AS 'SELECT a';
CREATE FUNCTION table_of(n int) RETURNS TABLE (a int, "b c" text) LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY SELECT n, '$'::text; END $$;
CREATE PROCEDURE p(INOUT a int) LANGUAGE plpgsql AS 'BEGIN a := a + 1; END';
CREATE AGGREGATE lowest(ORDER BY int) (SFUNC = int4smaller, STYPE = int);
CREATE AGGREGATE summed(int) (SFUNC = int4pl, STYPE = int, MSFUNC = int4pl, MINVFUNC = int4mi, MSTYPE = int, PARALLEL = SAFE, COMBINEFUNC = int4pl);
CREATE FUNCTION quick() RETURNS int LANGUAGE sql WINDOW AS 'SELECT 1';
-- back
-- kept
SELECT * FROM f(3);
= 3|it's
SELECT * FROM table_of(4);
= 4|$
CALL p(1);
= 2
