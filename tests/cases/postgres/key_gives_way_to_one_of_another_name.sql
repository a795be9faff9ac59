-- A unique constraint becomes the primary key, and the primary key one of another name; a column is free to be null afterwards.
-- from
CREATE TABLE parts (id int CONSTRAINT by_id PRIMARY KEY, code text NOT NULL CONSTRAINT by_code UNIQUE, place int);
CREATE TABLE places (id int CONSTRAINT places_by_id PRIMARY KEY, name text NOT NULL);
CREATE TABLE halls (id int PRIMARY KEY, name text, seats int);
INSERT INTO halls VALUES (1, 'a', 2), (2, 'a', 3);
INSERT INTO parts VALUES (1, 'x', 7), (2, 'y', 7);
INSERT INTO places VALUES (7, 'hall');
-- to
CREATE TABLE parts (id int, code text NOT NULL CONSTRAINT by_code_first PRIMARY KEY, place int);
CREATE TABLE places (id int NOT NULL CONSTRAINT places_by_id UNIQUE, name text NOT NULL CONSTRAINT places_by_name PRIMARY KEY);
CREATE TABLE halls (id int, name text, seats int NOT NULL, UNIQUE (name, seats));
-- back
-- has
DROP CONSTRAINT by_id, ADD CONSTRAINT by_code_first PRIMARY KEY
ADD CONSTRAINT by_code_first [\s\S]*DROP CONSTRAINT by_code\b
ADD CONSTRAINT by_code_first [\s\S]*DROP NOT NULL
halls_name_seats_key[\s\S]*ALTER TABLE public\.halls DROP CONSTRAINT halls_pkey;
-- kept
SELECT id, name, seats FROM halls ORDER BY id;
= 1|a|2
= 2|a|3
SELECT id, code, place FROM parts ORDER BY id;
= 1|x|7
= 2|y|7
SELECT id, name FROM places;
= 7|hall
