-- A logged table cannot refer to one that is not.
-- from
CREATE UNLOGGED TABLE a (id int PRIMARY KEY);
CREATE UNLOGGED TABLE b (id int PRIMARY KEY, a_id int REFERENCES a);
INSERT INTO a VALUES (1);
INSERT INTO b VALUES (1, 1);
-- to
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a);
-- back
-- kept
SELECT id, a_id FROM b;
= 1|1
