-- Foreign tables: a wrapper without a handler is in nobody's way
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA foreign_;
SET search_path = foreign_;
CREATE FOREIGN DATA WRAPPER without_handler;
CREATE SERVER nowhere FOREIGN DATA WRAPPER without_handler;
CREATE FOREIGN TABLE far (id int) SERVER nowhere;
ALTER FOREIGN TABLE far ADD COLUMN name text;
CREATE VIEW near AS SELECT id, name FROM far;
CREATE VIEW nearer AS SELECT id FROM near;
ALTER FOREIGN TABLE far OPTIONS (where_ 'x');
ALTER FOREIGN TABLE far RENAME TO farther;
SELECT t.table_name, t.kind, t.is_insertable, c.column_name, c.is_insertable
FROM ddltrail.tables t JOIN ddltrail.columns c USING (schema_name, table_name)
WHERE t.schema_name = 'foreign_' ORDER BY t.table_name, c.position;
DROP FOREIGN TABLE farther CASCADE;
DROP FOREIGN DATA WRAPPER without_handler CASCADE;
\i :abs_srcdir/trail.psql
DROP SCHEMA foreign_ CASCADE;
