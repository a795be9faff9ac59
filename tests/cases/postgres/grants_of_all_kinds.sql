-- from
CREATE SCHEMA app;
CREATE TABLE app.a (id int PRIMARY KEY, n int, m int);
CREATE VIEW app.v AS SELECT id FROM app.a;
CREATE SEQUENCE app.s;
CREATE TYPE app.mood AS ENUM ('x');
CREATE DOMAIN app.code AS text;
CREATE FUNCTION app.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE app.p() LANGUAGE sql AS 'SELECT 1';
GRANT SELECT, INSERT ON app.a TO app_reader WITH GRANT OPTION;
GRANT UPDATE (n), SELECT (m) ON app.a TO app_writer;
GRANT ALL ON app.v TO app_writer;
GRANT USAGE ON SEQUENCE app.s TO app_writer;
GRANT CREATE ON SCHEMA app TO app_writer;
-- to
CREATE SCHEMA app;
CREATE TABLE app.a (id int PRIMARY KEY, n int, m int);
CREATE VIEW app.v AS SELECT id FROM app.a;
CREATE SEQUENCE app.s;
CREATE TYPE app.mood AS ENUM ('x');
CREATE DOMAIN app.code AS text;
CREATE FUNCTION app.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE app.p() LANGUAGE sql AS 'SELECT 1';
GRANT SELECT, DELETE ON app.a TO app_reader;
GRANT SELECT ON app.a TO PUBLIC;
GRANT UPDATE (n, m) ON app.a TO app_writer;
REVOKE UPDATE ON app.v FROM postgres;
GRANT SELECT, UPDATE ON SEQUENCE app.s TO app_reader WITH GRANT OPTION;
GRANT USAGE ON SCHEMA app TO app_reader, app_writer;
REVOKE USAGE ON TYPE app.mood FROM PUBLIC;
GRANT USAGE ON TYPE app.mood, app.code TO app_reader;
REVOKE EXECUTE ON FUNCTION app.f() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.f() TO app_writer WITH GRANT OPTION;
REVOKE ALL ON PROCEDURE app.p() FROM PUBLIC;
-- back
-- refused
permission-change
-- lacks
(?m)^(CREATE|DROP)
