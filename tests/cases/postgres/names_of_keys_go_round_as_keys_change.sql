-- A key cannot serve until its successor is built where another table takes its name at once.
-- from
CREATE TABLE a (id int CONSTRAINT one PRIMARY KEY, n int NOT NULL, m int);
CREATE TABLE b (id int CONSTRAINT two PRIMARY KEY, n int NOT NULL, m int CONSTRAINT three UNIQUE);
INSERT INTO a VALUES (1, 2, 3);
INSERT INTO b VALUES (4, 5, 6);
-- to
CREATE TABLE a (id int CONSTRAINT two PRIMARY KEY, n int NOT NULL, m int);
CREATE TABLE b (id int CONSTRAINT one PRIMARY KEY, n int NOT NULL, m int CONSTRAINT four UNIQUE);
CREATE TABLE three (m int);
-- back
-- in place
table a
table b
-- kept
SELECT id, n, m FROM a UNION SELECT id, n, m FROM b ORDER BY 1;
= 1|2|3
= 4|5|6
