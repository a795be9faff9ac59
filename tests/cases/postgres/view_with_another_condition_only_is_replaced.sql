-- from
CREATE TABLE people (id int PRIMARY KEY, age int);
CREATE VIEW listed AS SELECT id FROM people;
CREATE VIEW upon AS SELECT id FROM listed;
COMMENT ON VIEW listed IS 'some';
-- to
CREATE TABLE people (id int PRIMARY KEY, age int);
CREATE VIEW listed AS SELECT id FROM people WHERE age > 15;
CREATE VIEW upon AS SELECT id FROM listed;
COMMENT ON VIEW listed IS 'some';
-- back
-- has
CREATE OR REPLACE VIEW
-- lacks
DROP VIEW
-- in place
table listed
table upon
