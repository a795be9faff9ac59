-- It keeps its rows, and is as strict as its new table before it becomes a part of it.
-- from
CREATE TABLE people (id int, name text) PARTITION BY LIST (id);
CREATE TABLE people_1 PARTITION OF people FOR VALUES IN (1);
CREATE TABLE people_2 PARTITION OF people FOR VALUES IN (2);
INSERT INTO people VALUES (1, 'ann'), (2, 'bob');
-- to
CREATE TABLE people (id int, name text);
CREATE TABLE named (id int, name text, CONSTRAINT has_name CHECK (name <> '')) PARTITION BY LIST (id);
CREATE TABLE people_1 PARTITION OF named FOR VALUES IN (1);
-- back
-- in place
table people_1
-- kept
SELECT tableoid::regclass, id, name FROM named;
= people_1|1|ann
SELECT id, name FROM people;
= 2|bob
-- lost
table people_2
