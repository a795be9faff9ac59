-- The server refuses to convert, and the rows stay.
-- from
CREATE TABLE things (id int PRIMARY KEY, key int, name text);
INSERT INTO things VALUES (1, 5, 'x');
-- to
CREATE TABLE things (id int PRIMARY KEY, key uuid, name text);
-- refused
may-fail
-- lacks
DROP COLUMN
-- stops
invalid input syntax for type uuid
-- kept
SELECT id, key, name FROM things;
= 1|5|x
