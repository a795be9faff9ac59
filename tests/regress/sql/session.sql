-- What DDL leaves of the session: lastval() is the application's, and every notice comes once
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA session_;
CREATE SEQUENCE session_.s START 42;
SELECT nextval('session_.s');
CREATE TABLE session_.t (id int);
SELECT lastval();
SELECT last_value >= max(id) AS numbers_are_drawn FROM ddltrail.change_log_id_seq, ddltrail.change_log GROUP BY last_value;
CREATE VIEW session_.v AS SELECT 1 AS "a name that is longer than the sixty-three bytes that the server has for names";
SHOW client_min_messages;
DROP SCHEMA session_ CASCADE;
