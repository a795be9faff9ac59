-- The long scan is done under a lock that lets others write.
-- from
CREATE TABLE a (id int PRIMARY KEY, n int);
INSERT INTO a VALUES (1, 1);
-- to
CREATE TABLE a (id int PRIMARY KEY, n int NOT NULL);
-- back
-- has
NOT VALID
VALIDATE CONSTRAINT
DROP CONSTRAINT
lock_timeout
-- in place
table a
-- kept
SELECT n FROM a;
= 1
