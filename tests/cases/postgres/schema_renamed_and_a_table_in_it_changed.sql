-- from
CREATE SCHEMA app;
CREATE TABLE app.users (id int PRIMARY KEY, n int, gone text);
INSERT INTO app.users VALUES (1, 5, 'x');
-- to
CREATE SCHEMA core;
CREATE TABLE core.people (id int CONSTRAINT users_pkey PRIMARY KEY, n bigint, added text DEFAULT 'y');
CREATE SCHEMA app;
CREATE TABLE app.users (id int);
-- options
--rename=schema:app=core
--rename=table:app.users=core.people
-- back
--rename=schema:core=app
--rename=table:core.people=app.users
-- kept
SELECT id, n, added FROM core.people;
= 1|5|y
SELECT count(*) FROM app.users;
= 0
-- kept back
SELECT id, n FROM app.users;
= 1|5
-- lost
column app.users.gone
