-- from
CREATE TABLE team (id INTEGER PRIMARY KEY);
CREATE TABLE users (id INTEGER PRIMARY KEY);
INSERT INTO team VALUES (1);
INSERT INTO users VALUES (1);
-- to
CREATE TABLE team (id INTEGER PRIMARY KEY);
CREATE TABLE users (id INTEGER PRIMARY KEY, team_id INTEGER REFERENCES team (id) ON DELETE SET NULL, age INTEGER CONSTRAINT grown CHECK (age > 17));
-- refused
may-fail
-- has
ALTER TABLE users ADD COLUMN team_id
-- lacks
DROP TABLE (users|team)
-- kept
SELECT * FROM users;
= 1||
