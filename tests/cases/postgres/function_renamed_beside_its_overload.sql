-- from
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a';
CREATE FUNCTION f(a text) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT length(a)';
CREATE TABLE t (id int PRIMARY KEY, n int DEFAULT f(3));
GRANT EXECUTE ON FUNCTION f(int) TO app_reader;
COMMENT ON FUNCTION f(int) IS 'of a number';
INSERT INTO t VALUES (1);
-- to
CREATE FUNCTION g(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a';
CREATE FUNCTION f(a text) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT length(a)';
CREATE TABLE t (id int PRIMARY KEY, n int DEFAULT g(3));
GRANT EXECUTE ON FUNCTION g(int) TO app_reader;
COMMENT ON FUNCTION g(int) IS 'of a number';
-- options
--rename=function:public.f(integer)=g
-- back
--rename=function:public.g(integer)=f
-- lacks
(CREATE|DROP)
-- in place
function f(int)
function f(text)
-- kept
SELECT g(4), f('abc');
= 4|3
