-- from
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('sad', 'happy');
CREATE TABLE app.users (id serial PRIMARY KEY, feels app.mood DEFAULT 'sad');
CREATE FUNCTION app.is_good(m app.mood) RETURNS boolean LANGUAGE sql AS 'SELECT m::text = ''happy''';
CREATE VIEW app.good AS SELECT id FROM app.users WHERE app.is_good(feels);
CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES app.users);
CREATE SEQUENCE app.tickets;
COMMENT ON SCHEMA app IS 'the application';
GRANT USAGE ON SCHEMA app TO app_reader;
INSERT INTO app.users (feels) VALUES ('happy');
INSERT INTO orders VALUES (1, 1);
SELECT nextval('app.tickets');
-- to
CREATE SCHEMA core;
CREATE TYPE core.mood AS ENUM ('sad', 'happy');
CREATE TABLE core.users (id serial PRIMARY KEY, feels core.mood DEFAULT 'sad');
CREATE FUNCTION core.is_good(m core.mood) RETURNS boolean LANGUAGE sql AS 'SELECT m::text = ''happy''';
CREATE VIEW core.good AS SELECT id FROM core.users WHERE core.is_good(feels);
CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES core.users);
CREATE SEQUENCE core.tickets;
COMMENT ON SCHEMA core IS 'the application';
GRANT USAGE ON SCHEMA core TO app_reader;
-- options
--rename=schema:app=core
-- back
--rename=schema:core=app
-- lacks
(CREATE|DROP)
-- in place
table app.users
table app.good
table app.tickets
type app.mood
function app.is_good(app.mood)
-- kept
SELECT id FROM core.good;
= 1
SELECT nextval('core.tickets');
= 2
-- kept back
SELECT id FROM app.good;
= 1
