-- from
CREATE TABLE people (id int PRIMARY KEY, age int);
CREATE VIEW a WITH (security_barrier) AS SELECT id FROM people;
CREATE VIEW b AS SELECT id, age FROM people WHERE age > 10;
CREATE VIEW c WITH (security_invoker) AS SELECT id FROM people;
CREATE VIEW d AS SELECT id, age FROM people WHERE age > 1 WITH CASCADED CHECK OPTION;
CREATE VIEW e WITH (security_barrier, security_invoker) AS SELECT id, age FROM people WHERE age > 1 WITH LOCAL CHECK OPTION;
CREATE VIEW f AS SELECT id, age FROM people WHERE age > 1 WITH LOCAL CHECK OPTION;
INSERT INTO people VALUES (1, 20);
-- to
CREATE TABLE people (id int PRIMARY KEY, age int);
CREATE VIEW a AS SELECT id FROM people;
CREATE VIEW b WITH (security_invoker = true) AS SELECT id, age FROM people WHERE age > 10 WITH LOCAL CHECK OPTION;
CREATE VIEW c WITH (security_invoker) AS SELECT id FROM people WHERE age > 1;
CREATE VIEW d AS SELECT id, age FROM people WHERE age > 2 WITH CASCADED CHECK OPTION;
CREATE VIEW e WITH (security_barrier, security_invoker) AS SELECT id, age, age + 1 AS next FROM people WHERE age > 2 WITH LOCAL CHECK OPTION;
CREATE VIEW f AS SELECT id, age FROM people WHERE age > 1 WITH CASCADED CHECK OPTION;
-- back
-- in place
table a
table b
table c
table d
table f
-- kept
SELECT next FROM e;
= 21
