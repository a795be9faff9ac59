-- from
CREATE TABLE people (id int PRIMARY KEY, name text, age int);
CREATE VIEW listed AS SELECT id, name FROM people;
CREATE VIEW upon AS SELECT id FROM listed;
GRANT SELECT ON listed TO app_reader;
INSERT INTO people VALUES (1, 'ann', 20), (2, 'bob', 10);
-- to
CREATE TABLE people (id int PRIMARY KEY, name text, age int);
CREATE VIEW listed AS SELECT id, name, age FROM people WHERE age > 15;
CREATE VIEW upon AS SELECT id FROM listed;
GRANT SELECT ON listed TO app_reader;
-- back
-- kept
SELECT id FROM upon;
= 1
