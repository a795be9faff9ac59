-- from
CREATE TYPE one AS ENUM ('a');
CREATE TYPE two AS ENUM ('b');
CREATE TABLE things (id int PRIMARY KEY, a one, b two);
INSERT INTO things VALUES (1, 'a', 'b');
-- to
CREATE TYPE two AS ENUM ('a');
CREATE TYPE one AS ENUM ('b');
CREATE TABLE things (id int PRIMARY KEY, a two, b one);
-- options
--rename=type:public.one=two
--rename=type:public.two=one
-- back
--rename=type:public.one=two
--rename=type:public.two=one
-- lacks
(CREATE|DROP)
-- in place
table things
type one
type two
-- kept
SELECT a, b FROM things;
= a|b
