-- The relations of what belongs to tables, of who may do what, and of what needs what
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
SET client_min_messages = error;
CREATE ROLE ddltrail_giver;
CREATE ROLE ddltrail_taker;
CREATE SCHEMA more;
SET search_path = more;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TYPE pair AS (x int, y text);
CREATE TABLE first (a int PRIMARY KEY, b text);
CREATE TABLE second (c int);
CREATE TABLE child () INHERITS (second, first);
CREATE TABLE whole (a int NOT NULL, at date) PARTITION BY RANGE (at, (a + 1));
CREATE TABLE part PARTITION OF whole FOR VALUES FROM ('2026-01-01', MINVALUE) TO ('2027-01-01', 3);
CREATE TABLE typed OF pair;
CREATE UNLOGGED TABLE fast (a int, b text) WITH (fillfactor = 70, toast.autovacuum_enabled = false);
CREATE VIEW shown WITH (security_barrier, check_option = local) AS SELECT a FROM first WHERE a > 0;
CREATE MATERIALIZED VIEW later AS SELECT a FROM first WITH NO DATA;
CREATE FOREIGN DATA WRAPPER nowhere;
CREATE SERVER there TYPE 'kind' VERSION '1' FOREIGN DATA WRAPPER nowhere OPTIONS (password 'secret', host 'h');
CREATE FOREIGN TABLE away (a int OPTIONS (name 'x')) SERVER there OPTIONS (file 'f');
ALTER TABLE first ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY, REPLICA IDENTITY USING INDEX first_pkey;
ALTER TABLE second REPLICA IDENTITY FULL;
ALTER TABLE first ALTER b SET STORAGE EXTERNAL, ALTER b SET COMPRESSION pglz, ALTER b SET STATISTICS 7, ALTER a SET (n_distinct = 5);
CREATE TRIGGER touched BEFORE UPDATE OF at ON whole FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION touch();
CREATE TRIGGER "every time" AFTER INSERT ON first EXECUTE FUNCTION touch();
ALTER TABLE first DISABLE TRIGGER "every time";
COMMENT ON TRIGGER touched ON whole IS 'a trigger';
CREATE RULE nothing AS ON DELETE TO first WHERE OLD.a > 3 DO INSTEAD NOTHING;
ALTER TABLE first ENABLE ALWAYS RULE nothing;
CREATE POLICY mine ON first AS RESTRICTIVE FOR UPDATE TO ddltrail_taker, ddltrail_giver USING (a > 1) WITH CHECK (a < 9);
CREATE POLICY everybody ON first;
CREATE STATISTICS together (dependencies) ON a, b FROM first;
ALTER STATISTICS together SET STATISTICS 9;
COMMENT ON STATISTICS together IS 'statistics';
GRANT SELECT ON second TO ddltrail_taker WITH GRANT OPTION;
GRANT UPDATE (b) ON first TO PUBLIC;
REVOKE ALL ON child FROM CURRENT_USER;
REVOKE EXECUTE ON FUNCTION touch() FROM PUBLIC;
GRANT USAGE ON FOREIGN SERVER there TO ddltrail_taker;
-- As by default: no rows.
GRANT SELECT ON typed TO ddltrail_taker;
REVOKE SELECT ON typed FROM ddltrail_taker;
ALTER DEFAULT PRIVILEGES FOR ROLE ddltrail_giver IN SCHEMA more GRANT SELECT ON TABLES TO ddltrail_taker;
ALTER DEFAULT PRIVILEGES FOR ROLE ddltrail_giver REVOKE ALL ON ROUTINES FROM PUBLIC, ddltrail_giver;
CREATE PUBLICATION ddltrail_some FOR TABLE ONLY first (a) WHERE (a > 2), ONLY second WITH (publish = 'insert', publish_via_partition_root);
CREATE PUBLICATION ddltrail_spaces FOR TABLES IN SCHEMA more;
\pset tuples_only off
\pset null NULL
SELECT * FROM ddltrail.parents WHERE schema_name = 'more' ORDER BY 2, 3;
\x
SELECT * FROM ddltrail.table_properties WHERE schema_name = 'more' ORDER BY 2;
SELECT * FROM ddltrail.column_properties WHERE schema_name = 'more' ORDER BY 2, 3;
SELECT table_name, trigger_name, enabled, is_inherited, definition, comment FROM ddltrail.triggers WHERE schema_name = 'more' ORDER BY 1, 2;
SELECT table_name, rule_name, enabled, definition, comment FROM ddltrail.rules WHERE schema_name = 'more' ORDER BY 1, 2;
SELECT table_name, policy_name, command, is_permissive, roles, using_expression, check_expression
FROM ddltrail.policies WHERE schema_name = 'more' ORDER BY 1, 2;
SELECT statistics_name, table_name, definition, statistics_target, comment FROM ddltrail.statistics WHERE schema_name = 'more';
SELECT publication_name, is_for_all_tables, operations, via_root, tables, schemas FROM ddltrail.publications
WHERE publication_name LIKE 'ddltrail%' ORDER BY 1;
SELECT server_name, wrapper, server_type, server_version, option_names FROM ddltrail.foreign_servers WHERE server_name = 'there';
\x
SELECT object_kind, object_name, column_name, grantee, privilege, is_grantable FROM ddltrail.privileges
-- MAINTAIN came with PostgreSQL 17
WHERE (schema_name = 'more' OR object_name = 'there') AND privilege IS DISTINCT FROM 'MAINTAIN' ORDER BY 1, 2, 3, 4, 5;
SELECT role, schema_name, object_kind, grantee, privilege, is_grantable FROM ddltrail.default_privileges
WHERE role = 'ddltrail_giver' ORDER BY 1, 2, 3, 4;
SELECT * FROM ddltrail.dependencies WHERE object_identity ~ 'more|ddltrail_|there' AND needed_kind <> 'schema' ORDER BY 1, 2, 3, 4;
DROP PUBLICATION ddltrail_some, ddltrail_spaces;
DROP FOREIGN DATA WRAPPER nowhere CASCADE;
DROP SCHEMA more CASCADE;
DROP OWNED BY ddltrail_giver, ddltrail_taker;
DROP ROLE ddltrail_giver, ddltrail_taker;
