-- from
CREATE TABLE people (id int PRIMARY KEY, fullname text, age int, fax text, city_id int);
CREATE TABLE cities (id int PRIMARY KEY, name text);
CREATE INDEX people_age_idx ON people (age);
CREATE VIEW old_people AS SELECT id, fullname FROM people WHERE age > 60;
INSERT INTO cities VALUES (1, 'here');
INSERT INTO people VALUES (1, 'ann lee', 70, '123', 1);
-- to
CREATE TABLE cities (id int PRIMARY KEY, name text);
CREATE TABLE people (id int PRIMARY KEY, full_name text NOT NULL, age bigint CONSTRAINT born CHECK (age >= 0), city_id int CONSTRAINT in_city REFERENCES cities, mail text DEFAULT 'none');
CREATE INDEX people_age_idx ON people (age);
CREATE INDEX people_city_idx ON people (city_id);
CREATE VIEW old_people AS SELECT id, full_name FROM people WHERE age > 65;
-- options
--rename=column:public.people.fullname=full_name
-- back
--rename=column:public.people.full_name=fullname
-- refused
data-loss
may-fail
table-rewrite
-- kept
SELECT id, full_name, age, city_id, mail FROM people;
= 1|ann lee|70|1|none
SELECT full_name FROM old_people;
= ann lee
-- kept back
SELECT id, fullname, age, city_id FROM people;
= 1|ann lee|70|1
-- lost
column people.fax
