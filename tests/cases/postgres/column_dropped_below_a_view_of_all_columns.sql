-- from
CREATE TABLE people (id int PRIMARY KEY, name text, fax text);
CREATE VIEW everybody AS SELECT * FROM people;
CREATE VIEW names AS SELECT name FROM everybody;
GRANT SELECT ON everybody TO app_reader;
INSERT INTO people VALUES (1, 'ann', '123');
-- to
CREATE TABLE people (id int PRIMARY KEY, name text);
CREATE VIEW everybody AS SELECT * FROM people;
CREATE VIEW names AS SELECT name FROM everybody;
GRANT SELECT ON everybody TO app_reader;
-- back
-- refused
data-loss
-- kept
SELECT id, name FROM everybody;
= 1|ann
SELECT name FROM names;
= ann
-- lost
column people.fax
