-- from
CREATE SCHEMA lib;
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2 * n';
CREATE SEQUENCE numbers;
CREATE TABLE t (id int PRIMARY KEY DEFAULT nextval('numbers'), m mood, n int, CHECK (twice(n) < 100));
INSERT INTO t VALUES (DEFAULT, 'sad', 4);
-- to
CREATE SCHEMA lib;
CREATE TYPE lib.mood AS ENUM ('sad', 'happy');
CREATE FUNCTION lib.twice(n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2 * n';
CREATE SEQUENCE lib.numbers;
CREATE TABLE t (id int PRIMARY KEY DEFAULT nextval('lib.numbers'), m lib.mood, n int, CHECK (lib.twice(n) < 100));
-- options
--rename=type:public.mood=lib.mood
--rename=function:public.twice(integer)=lib.twice
--rename=sequence:public.numbers=lib.numbers
-- back
--rename=type:lib.mood=public.mood
--rename=function:lib.twice(integer)=public.twice
--rename=sequence:lib.numbers=public.numbers
-- lacks
(CREATE|DROP)
-- in place
table t
type mood
function twice(integer)
table numbers
-- kept
INSERT INTO t (m, n) VALUES ('happy', 1) RETURNING id;
= 2
