-- A value that ALTER TYPE adds cannot be used in the transaction that adds it.
-- from
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE people (id int PRIMARY KEY, feels mood NOT NULL DEFAULT 'sad');
INSERT INTO people VALUES (1, 'happy'), (2, 'sad');
-- to
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE people (id int PRIMARY KEY, feels mood NOT NULL DEFAULT 'ok');
-- back
-- has
ADD VALUE
-- lacks
CREATE TYPE
-- in place
table people
type mood
-- kept
SELECT id, feels FROM people ORDER BY id;
= 1|happy
= 2|sad
SELECT 'sad' < 'ok'::mood AND 'ok'::mood < 'happy';
= t
-- kept back
SELECT id, feels FROM people ORDER BY id;
= 1|happy
= 2|sad
