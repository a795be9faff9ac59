-- from
CREATE TABLE a (id int PRIMARY KEY, c_id int);
CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a);
CREATE TABLE c (id int PRIMARY KEY, b_id int REFERENCES b);
ALTER TABLE a ADD CONSTRAINT to_c FOREIGN KEY (c_id) REFERENCES c;
CREATE TABLE stays (id int PRIMARY KEY, a_id int CONSTRAINT to_a REFERENCES a);
INSERT INTO a VALUES (1, NULL);
INSERT INTO stays VALUES (1, 1);
-- to
CREATE TABLE stays (id int PRIMARY KEY, a_id int);
-- back
-- refused
data-loss
-- lacks
CASCADE
-- in place
table stays
-- kept
SELECT id, a_id FROM stays;
= 1|1
UPDATE stays SET a_id = NULL;
-- lost
table a
column stays.a_id
