-- A foreign key can stand on an index that is no constraint.
-- from
CREATE TABLE a (id int NOT NULL, other int NOT NULL);
CREATE UNIQUE INDEX a_id_idx ON a (id);
CREATE TABLE b (id int PRIMARY KEY, a_id int CONSTRAINT to_a REFERENCES a (id));
INSERT INTO a VALUES (1, 1);
INSERT INTO b VALUES (1, 1);
-- to
CREATE TABLE a (id int NOT NULL, other int NOT NULL);
CREATE UNIQUE INDEX a_id_idx ON a (id) INCLUDE (other);
CREATE TABLE b (id int PRIMARY KEY, a_id int CONSTRAINT to_a REFERENCES a (id));
-- back
-- in place
table a
table b
-- kept
SELECT a_id FROM b;
= 1
