-- The definition is what the relations say, for every kind of object
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
SET client_min_messages = warning;
SET jit = off;
CREATE SCHEMA definitions_;
CREATE TYPE definitions_.status AS ENUM ('a', 'b');
CREATE DOMAIN definitions_.email AS text NOT NULL DEFAULT 'a@b';
CREATE TABLE definitions_.target (x int, y int, PRIMARY KEY (y, x));
CREATE TABLE definitions_.t (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, dropped int, s definitions_.status[] DEFAULT '{a}',
  e definitions_.email, n numeric(8, 2) DEFAULT 1.5, g int GENERATED ALWAYS AS (1 + 1) STORED,
  x int, y int, c text COLLATE "C" CHECK (c <> ''), UNIQUE (c, x), FOREIGN KEY (y, x) REFERENCES definitions_.target);
COMMENT ON TABLE definitions_.t IS 'a table';
ALTER TABLE definitions_.t DROP COLUMN dropped;
CREATE INDEX i ON definitions_.t (lower(c)) WHERE x > 0;
COMMENT ON COLUMN definitions_.t.c IS 'a column';
COMMENT ON CONSTRAINT t_c_check ON definitions_.t IS 'a constraint';
COMMENT ON INDEX definitions_.i IS 'an index';
CREATE TABLE definitions_.twin (LIKE definitions_.t INCLUDING ALL);
CREATE VIEW definitions_.v AS SELECT id, s, e FROM definitions_.t;
CREATE MATERIALIZED VIEW definitions_.m AS SELECT id FROM definitions_.t;
SET search_path = pg_catalog;
CREATE TEMPORARY VIEW live AS
SELECT t.object_id, jsonb_build_object(
  'tables', (SELECT jsonb_agg(to_jsonb(r)) FROM ddltrail.tables r
    WHERE (r.schema_name, r.table_name) = (t.schema_name, t.table_name)),
  'columns', coalesce((SELECT jsonb_agg(to_jsonb(r) ORDER BY position) FROM ddltrail.columns r
    WHERE (r.schema_name, r.table_name) = (t.schema_name, t.table_name)), '[]'),
  'constraints', coalesce((SELECT jsonb_agg(to_jsonb(r) ORDER BY r.kind, r.constraint_name)
    FROM ddltrail.constraints r
    WHERE (r.schema_name, r.table_name) = (t.schema_name, t.table_name)), '[]'),
  'foreign_keys', coalesce((SELECT jsonb_agg(to_jsonb(r) ORDER BY r.constraint_name)
    FROM ddltrail.foreign_keys r
    WHERE (r.schema_name, r.table_name) = (t.schema_name, t.table_name)), '[]'))
  || coalesce((SELECT jsonb_build_object('views', jsonb_agg(to_jsonb(r))) FROM ddltrail.views r
    WHERE (r.schema_name, r.view_name) = (t.schema_name, t.table_name) HAVING count(*) > 0), '{}') AS definition
FROM ddltrail.tables t
UNION ALL
SELECT object_id, jsonb_build_object('indexes', jsonb_build_array(to_jsonb(r))) FROM ddltrail.indexes r
UNION ALL
SELECT object_id, jsonb_build_object('enums', jsonb_build_array(to_jsonb(r))) FROM ddltrail.enums r;
CREATE TEMPORARY VIEW compared AS
SELECT l.object_identity, l.object_kind, l.definition = live.definition AS is_same
FROM (SELECT DISTINCT ON (object_id) * FROM ddltrail.change_log ORDER BY object_id, id DESC) l
JOIN live USING (object_id)
WHERE l.schema_name = 'definitions_';
SELECT * FROM compared ORDER BY 1;
-- The baseline of a new log says the same.
CREATE TEMPORARY TABLE saved AS SELECT * FROM live;
DROP EXTENSION ddltrail CASCADE;
CREATE EXTENSION ddltrail;
SELECT l.action, l.object_kind, l.object_identity, l.definition = saved.definition AS is_same, l.details
FROM ddltrail.change_log l JOIN pg_temp.saved USING (object_id) WHERE l.schema_name = 'definitions_' ORDER BY 3;
DROP SCHEMA definitions_ CASCADE;
