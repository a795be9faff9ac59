-- from
CREATE TABLE parent (id int);
CREATE TABLE a_child (own text) INHERITS (parent);
CREATE TABLE a_grandchild () INHERITS (a_child);
CREATE TABLE parts (at int) PARTITION BY RANGE (at);
CREATE TABLE parts_all PARTITION OF parts DEFAULT;
INSERT INTO a_child VALUES (1, 'x');
-- to
CREATE TABLE parent (id int, value int DEFAULT 7);
CREATE TABLE a_child (own text) INHERITS (parent);
ALTER TABLE a_child ALTER value DROP DEFAULT;
CREATE TABLE a_grandchild () INHERITS (a_child);
CREATE TABLE parts (at int, value int DEFAULT 7) PARTITION BY RANGE (at);
CREATE TABLE parts_all PARTITION OF parts DEFAULT;
ALTER TABLE parts_all ALTER value DROP DEFAULT;
-- back
-- kept
SELECT id, own FROM a_child;
= 1|x
INSERT INTO a_child (id) VALUES (2) RETURNING value;
= 
INSERT INTO a_grandchild (id) VALUES (2) RETURNING value;
= 
