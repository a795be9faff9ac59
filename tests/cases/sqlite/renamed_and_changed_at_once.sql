-- from
CREATE TABLE team (id INTEGER PRIMARY KEY);
CREATE TABLE users (id INTEGER PRIMARY KEY, fullname TEXT, age TEXT, team INTEGER);
INSERT INTO team VALUES (1);
INSERT INTO users VALUES (1, 'Ada', '36', 1);
-- to
CREATE TABLE team (id INTEGER PRIMARY KEY);
CREATE TABLE people (id INTEGER PRIMARY KEY, full_name TEXT NOT NULL, age INTEGER, team_id INTEGER REFERENCES team (id));
-- options
--rename
table:users=people
--rename
column:users.fullname=full_name
--rename
column:users.team=team_id
-- refused
may-fail
-- has
CREATE TABLE new_people
-- lacks
(?s)CREATE TABLE .*CREATE TABLE new_
-- kept
SELECT id, full_name, age, typeof(age), team_id FROM people;
= 1|Ada|36|integer|1
