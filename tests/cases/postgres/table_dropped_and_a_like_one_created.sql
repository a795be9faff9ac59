-- from
CREATE TABLE people (id int PRIMARY KEY, name text);
INSERT INTO people VALUES (1, 'ann');
-- to
CREATE TABLE firms (id int PRIMARY KEY, name text);
-- back
-- refused
data-loss
-- lacks
RENAME
-- kept
SELECT count(*) FROM firms;
= 0
-- lost
table people
