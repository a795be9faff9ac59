-- from
CREATE TABLE a (id int CONSTRAINT a_key PRIMARY KEY, n int CONSTRAINT positive CHECK (n > 0), m int CONSTRAINT one_m UNIQUE);
CREATE INDEX by_n ON a (n);
CREATE SEQUENCE numbers START 5;
CREATE TYPE mood AS ENUM ('x');
CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2 * n';
CREATE TABLE b (id int CONSTRAINT b_key PRIMARY KEY, n int DEFAULT nextval('numbers'), feels mood, CONSTRAINT even CHECK (twice(n) > 1));
INSERT INTO a VALUES (1, 1, 1);
INSERT INTO b (id, feels) VALUES (1, 'x');
-- to
CREATE TABLE a (id int CONSTRAINT key_of_a PRIMARY KEY, n int CONSTRAINT above_zero CHECK (n > 0), m int CONSTRAINT only_m UNIQUE, CONSTRAINT positive CHECK (m > 0), CONSTRAINT one_m UNIQUE (n, m));
CREATE INDEX old_by_n ON a (n);
CREATE SEQUENCE old_numbers START 5;
CREATE TYPE old_mood AS ENUM ('x');
CREATE TYPE mood AS ENUM ('y');
CREATE FUNCTION twofold(n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2 * n';
CREATE FUNCTION twice(n int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 3 * n::bigint';
CREATE TABLE b (id int CONSTRAINT a_key PRIMARY KEY, n int DEFAULT nextval('old_numbers'), feels old_mood, CONSTRAINT even CHECK (twofold(n) > 1));
CREATE TABLE c (id int CONSTRAINT b_key PRIMARY KEY, feels mood DEFAULT 'y', n bigint DEFAULT twice(2));
CREATE INDEX by_n ON b (n);
CREATE SEQUENCE numbers AS int INCREMENT 2;
-- options
--rename=constraint:public.a.a_key=key_of_a
--rename=constraint:public.a.positive=above_zero
--rename=constraint:public.a.one_m=only_m
--rename=index:public.by_n=old_by_n
--rename=sequence:public.numbers=old_numbers
--rename=type:public.mood=old_mood
--rename=function:public.twice(integer)=twofold
--rename=constraint:public.b.b_key=a_key
-- back
--rename=constraint:public.a.key_of_a=a_key
--rename=constraint:public.a.above_zero=positive
--rename=constraint:public.a.only_m=one_m
--rename=index:public.old_by_n=by_n
--rename=sequence:public.old_numbers=numbers
--rename=type:public.old_mood=mood
--rename=function:public.twofold(integer)=twice
--rename=constraint:public.b.a_key=b_key
-- in place
table a
table b
table a_key
table b_key
table one_m
table by_n
table numbers
type mood
constraint positive
constraint even
-- kept
INSERT INTO b (id) VALUES (2) RETURNING n;
= 6
SELECT nextval('numbers');
= 1
-- kept back
INSERT INTO b (id) VALUES (3) RETURNING n;
= 7
