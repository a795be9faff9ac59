-- Who has which power over the log: each statement tried as each of them, undone where it was allowed
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
SET client_min_messages = warning;
CREATE ROLE ddltrail_plain;
CREATE ROLE ddltrail_owner;
CREATE ROLE ddltrail_maker CREATEROLE CREATEDB;
CREATE ROLE ddltrail_writer;
GRANT pg_write_all_data TO ddltrail_writer;
CREATE SCHEMA tamper_;
GRANT ALL ON SCHEMA tamper_ TO PUBLIC;
-- The owner gets his rights where the extension is created.
ALTER DATABASE :"DBNAME" OWNER TO ddltrail_owner;
DROP EXTENSION ddltrail;
CREATE EXTENSION ddltrail;
CREATE FUNCTION tamper_.attempt(who name, statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('SET LOCAL ROLE %I', who);
  EXECUTE statement;
  RAISE SQLSTATE 'DDLTR';
EXCEPTION
  WHEN SQLSTATE 'DDLTR' THEN RETURN 'allowed';
  WHEN insufficient_privilege THEN RETURN 'refused';
  WHEN OTHERS THEN RETURN SQLERRM;
END
$$;
CREATE FUNCTION tamper_.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TABLE tamper_.statements (id int GENERATED ALWAYS AS IDENTITY, statement text);
INSERT INTO tamper_.statements (statement) VALUES
  ('SELECT FROM ddltrail.change_log'),
  ('SELECT FROM ddltrail.change_history'),
  ('SELECT FROM ddltrail.changes_since(NULL)'),
  ('SELECT FROM ddltrail.schema_at(now())'),
  ('SELECT FROM ddltrail.consumers'),
  ('SELECT FROM ddltrail.log_state'),
  ('SELECT ddltrail.register_consumer(''x'')'),
  ('SELECT ddltrail.prune(now())'),
  ('SELECT ddltrail.verify()'),
  ('SELECT nextval(''ddltrail.change_log_id_seq'')'),
  ('SELECT setval(''ddltrail.change_log_id_seq'', 1000000)'),
  ('SELECT ddltrail.write_row(log) FROM ddltrail.log'),
  ('SELECT ddltrail.delete_rows(''ddltrail.log'', ''{}'')'),
  ('SELECT ddltrail.lock_state()'),
  ('SELECT ddltrail.change_state(''{}'')'),
  ('SELECT ddltrail.mark_broken(''x'')'),
  ('SELECT ddltrail.on_ddl_command_start()'),
  ('SELECT ddltrail.on_sql_drop()'),
  ('SELECT ddltrail.on_ddl_command_end()'),
  ('CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION ddltrail.on_ddl_command_end()'),
  ('ALTER EVENT TRIGGER zzzz_ddltrail_start DISABLE'),
  ('ALTER EVENT TRIGGER "0000_ddltrail_drop" RENAME TO x'),
  ('DROP EVENT TRIGGER "0000_ddltrail_end"'),
  ('DROP EXTENSION ddltrail'),
  ('ALTER EXTENSION ddltrail UPDATE'),
  ('ALTER EXTENSION ddltrail DROP TABLE ddltrail.change_log'),
  ('DROP SCHEMA ddltrail CASCADE'),
  ('ALTER SCHEMA ddltrail RENAME TO x'),
  ('CREATE TABLE ddltrail.mine (id int)'),
  ('CREATE FUNCTION ddltrail.mine() RETURNS int LANGUAGE sql AS ''SELECT 1'''),
  ('CREATE OR REPLACE FUNCTION ddltrail.version() RETURNS text LANGUAGE sql AS ''SELECT 1::text'''),
  ('ALTER FUNCTION ddltrail.version() RENAME TO x'),
  ('SET session_replication_role = replica'),
  ('ALTER ROLE CURRENT_USER SET session_replication_role = replica'),
  ('SET ddltrail.log_definitions = off'),
  ('SET ddltrail.statement_text = full'),
  ('SET ddltrail.on_error = warn'),
  ('SET ddltrail.publish = on'),
  ('SET ddltrail.unheard_of = on'),
  ('ALTER ROLE CURRENT_USER SET ddltrail.on_error = warn'),
  ('ALTER ROLE ALL SET ddltrail.on_error = warn'),
  (format('ALTER DATABASE %I SET ddltrail.on_error = warn', current_database())),
  ('ALTER ROLE CURRENT_USER SUPERUSER'),
  ('SELECT set_config(''ddltrail.statement_text'', ''full'', false)'),
  ('SET ddltrail.migration = ''anybody may'''),
  (format('DROP OWNED BY %I', current_user)),
  (format('REASSIGN OWNED BY %I TO CURRENT_USER', current_user));
INSERT INTO tamper_.statements (statement) VALUES
  ('CREATE TABLE tamper_.pointer (x text REFERENCES ddltrail.consumers)');
-- Each of the three tables.
INSERT INTO tamper_.statements (statement)
SELECT format(statement, name, columns)
FROM (VALUES ('log', 'log_id'), ('change_log', 'log_id'), ('consumers', 'name')) tables (name, columns),
  (VALUES
    ('INSERT INTO ddltrail.%1$s (%2$s) VALUES (''x'')'),
    ('INSERT INTO ddltrail.%1$s SELECT * FROM ddltrail.%1$s WHERE false'),
    ('UPDATE ddltrail.%1$s SET %2$s = ''x'''),
    ('DELETE FROM ddltrail.%1$s'),
    ('MERGE INTO ddltrail.%1$s USING (VALUES (1)) one ON true WHEN MATCHED THEN DELETE'),
    ('TRUNCATE ddltrail.%1$s'),
    ('SELECT FROM ddltrail.%1$s FOR UPDATE'),
    ('LOCK TABLE ddltrail.%1$s IN SHARE MODE'),
    ('ALTER TABLE ddltrail.%1$s DISABLE TRIGGER ALL'),
    ('ALTER TABLE ddltrail.%1$s ADD CHECK (false)'),
    ('ALTER TABLE ddltrail.%1$s SET SCHEMA tamper_'),
    ('DROP TABLE ddltrail.%1$s'),
    ('CREATE TRIGGER x BEFORE INSERT ON ddltrail.%1$s EXECUTE FUNCTION tamper_.f()'),
    ('CREATE RULE x AS ON INSERT TO ddltrail.%1$s DO INSTEAD NOTHING'),
    ('CREATE POLICY x ON ddltrail.%1$s'),
    ('CREATE INDEX ON ddltrail.%1$s (%2$s)'),
    ('CREATE TABLE tamper_.child () INHERITS (ddltrail.%1$s)')) forms (statement);
SELECT coalesce(max(id), 0) AS start FROM ddltrail.change_log \gset
SELECT md5(string_agg(c::text, '' ORDER BY id)) AS before FROM ddltrail.change_log c \gset
SELECT statement, tamper_.attempt('ddltrail_plain', statement) AS plain, tamper_.attempt('ddltrail_owner', statement) AS owner,
  tamper_.attempt('ddltrail_maker', statement) AS maker, tamper_.attempt('ddltrail_writer', statement) AS writer
FROM tamper_.statements ORDER BY id;
-- COPY is no statement of functions.
SET ROLE ddltrail_writer;
COPY ddltrail.consumers FROM STDIN;
\.
COPY ddltrail.change_log FROM STDIN;
\.
RESET ROLE;
SELECT md5(string_agg(c::text, '' ORDER BY id)) = :'before' AS untouched FROM ddltrail.change_log c WHERE id <= :start;
-- The superuser may, say to bring a log back that was saved as plain rows; his replicas' triggers are on too.
BEGIN;
SET LOCAL session_replication_role = replica;
INSERT INTO ddltrail.consumers VALUES ('x', '', now(), now());
SET LOCAL ROLE ddltrail_writer;
DELETE FROM ddltrail.consumers;
ROLLBACK;
-- What is taken and given to whole roles leaves the log at work.
SET ROLE ddltrail_owner;
DROP OWNED BY ddltrail_owner;
CREATE TABLE tamper_.by_owner (id int);
RESET ROLE;
REASSIGN OWNED BY ddltrail_owner TO CURRENT_USER;
DROP OWNED BY ddltrail_owner, ddltrail_plain, ddltrail_maker, ddltrail_writer;
SELECT actor, command_tag, action, object_identity FROM ddltrail.change_log
WHERE id > :start AND object_name = 'by_owner' ORDER BY id;
DROP SCHEMA tamper_ CASCADE;
DROP ROLE ddltrail_plain, ddltrail_owner, ddltrail_maker, ddltrail_writer;
DROP EXTENSION ddltrail;
CREATE EXTENSION ddltrail;
