-- from
CREATE TABLE a (id int NOT NULL, n int);
CREATE TABLE b (id int CONSTRAINT b_pkey PRIMARY KEY, m int NOT NULL);
INSERT INTO a VALUES (1, 1);
INSERT INTO b VALUES (1, 1);
-- to
CREATE TABLE a (id int NOT NULL, n int NOT NULL);
CREATE TABLE b (id int, m int);
-- back
-- refused
may-fail
-- has
SET NOT NULL
-- in place
table a
table b
-- kept
SELECT n FROM a;
= 1
INSERT INTO b VALUES (2, NULL) RETURNING id;
= 2
DELETE FROM b WHERE m IS NULL;
