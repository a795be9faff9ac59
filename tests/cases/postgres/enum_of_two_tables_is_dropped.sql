-- from
CREATE TYPE color AS ENUM ('red', 'blue');
CREATE TABLE a (id int PRIMARY KEY, color color);
CREATE TABLE b (id int PRIMARY KEY, color color NOT NULL DEFAULT 'red', n int);
INSERT INTO a VALUES (1, 'red');
INSERT INTO b VALUES (1, 'blue', 3);
-- to
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, n int);
-- back
-- refused
data-loss
-- kept
SELECT id, n FROM b;
= 1|3
-- lost
column a.color
column b.color
