-- from
CREATE TABLE start (id int PRIMARY KEY);
-- to
CREATE TABLE start (id int PRIMARY KEY);
CREATE TABLE a (id int PRIMARY KEY, c_id int, a_id int REFERENCES a);
CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a);
CREATE TABLE c (id int PRIMARY KEY, b_id int REFERENCES b, start_id int REFERENCES start);
ALTER TABLE a ADD CONSTRAINT to_c FOREIGN KEY (c_id) REFERENCES c;
-- back
-- lacks
CASCADE
-- kept
INSERT INTO a VALUES (1, NULL, 1);
INSERT INTO b VALUES (1, 1);
INSERT INTO c VALUES (1, 1);
UPDATE a SET c_id = 1 RETURNING id, c_id;
= 1|1
