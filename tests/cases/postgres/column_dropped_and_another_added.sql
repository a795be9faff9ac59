-- Nothing says that it was renamed, and it is not guessed.
-- from
CREATE TABLE people (id int PRIMARY KEY, nick text, age int);
INSERT INTO people VALUES (1, 'annie', 30);
-- to
CREATE TABLE people (id int PRIMARY KEY, age int, motto text);
-- back
-- refused
data-loss
-- has
DROP COLUMN
-- lacks
RENAME
-- in place
table people
-- kept
SELECT id, age, motto FROM people;
= 1|30|
-- kept back
SELECT id, nick, age FROM people;
= 1||30
-- lost
column people.nick
