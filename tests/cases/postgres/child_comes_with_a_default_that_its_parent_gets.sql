-- A new child has the default of its parent from the beginning, so that it comes after that.
-- from
CREATE SEQUENCE numbers;
CREATE TABLE parent (id int, value int);
INSERT INTO parent VALUES (1, 1);
-- to
CREATE SEQUENCE numbers;
CREATE TABLE parent (id int, value int DEFAULT nextval('numbers'));
CREATE TABLE a_child (own text) INHERITS (parent);
-- back
-- kept
SELECT id, value FROM parent;
= 1|1
INSERT INTO a_child (id) VALUES (2) RETURNING value;
= 1
