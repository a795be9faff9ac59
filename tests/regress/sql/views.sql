-- Views and materialized views
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA views_;
SET search_path = views_;
CREATE TABLE t (id int, name text, note text);
CREATE VIEW v AS SELECT id, name FROM t;
CREATE OR REPLACE VIEW v AS SELECT id, name, note FROM t;
-- Other spaces, the same query.
CREATE OR REPLACE VIEW v AS SELECT   id,   name,   note   FROM t;
CREATE OR REPLACE VIEW v AS SELECT id, name, note FROM t WHERE id > 0;
ALTER VIEW v RENAME COLUMN name TO title;
ALTER VIEW v ALTER COLUMN note SET DEFAULT 'n';
ALTER VIEW v RENAME TO w;
COMMENT ON VIEW w IS 'a view';
CREATE MATERIALIZED VIEW m AS SELECT id FROM t;
REFRESH MATERIALIZED VIEW m;
ALTER MATERIALIZED VIEW m RENAME COLUMN id TO number;
ALTER MATERIALIZED VIEW m RENAME TO n;
DROP MATERIALIZED VIEW n;
-- A column of the table that the views show under its old name.
ALTER TABLE t RENAME COLUMN note TO remark;
CREATE RULE no_insert AS ON INSERT TO t DO INSTEAD NOTHING;
DROP RULE no_insert ON t;
DROP VIEW w;
\i :abs_srcdir/trail.psql
DROP SCHEMA views_ CASCADE;
