-- from
CREATE DOMAIN mail AS text CHECK (VALUE LIKE '%@%');
CREATE TABLE people (id int PRIMARY KEY, mail mail);
INSERT INTO people VALUES (1, 'a@b');
-- to
CREATE DOMAIN email AS text CONSTRAINT mail_check CHECK (VALUE LIKE '%@%');
CREATE TABLE people (id int PRIMARY KEY, mail email);
-- options
--rename=type:public.mail=email
-- back
--rename=type:public.email=mail
-- lacks
(CREATE|DROP)
-- in place
table people
type mail
-- kept
SELECT mail FROM people;
= a@b
