-- from
CREATE TABLE a (x int, y int, z int NOT NULL, PRIMARY KEY (x, y));
CREATE TABLE b (id int PRIMARY KEY, x int, y int, z int, CONSTRAINT to_a FOREIGN KEY (x, y) REFERENCES a (x, y) ON DELETE CASCADE);
INSERT INTO a VALUES (1, 2, 3);
INSERT INTO b VALUES (1, 1, 2, 3);
-- to
CREATE TABLE a (x int, y int, z int NOT NULL, PRIMARY KEY (y, z, x));
CREATE TABLE b (id int PRIMARY KEY, x int, y int, z int, CONSTRAINT to_a FOREIGN KEY (y, z, x) REFERENCES a (y, z, x) ON DELETE CASCADE);
-- back
-- in place
table a
table b
-- kept
SELECT id, x, y, z FROM b;
= 1|1|2|3
