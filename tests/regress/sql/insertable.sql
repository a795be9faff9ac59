-- What makes a view insertable: a trigger or a rule on it changes what the relations say of the view
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA insertable_;
SET search_path = insertable_;
CREATE TABLE t (id int, name text);
CREATE VIEW joined AS SELECT x.id, y.name FROM t x JOIN t y USING (id);
CREATE VIEW simple AS SELECT id, upper(name) AS name FROM t;
CREATE VIEW over AS SELECT id FROM joined;
CREATE VIEW over_over AS SELECT id FROM over;
CREATE VIEW apart AS SELECT count(*) FROM joined;
CREATE FUNCTION take() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- The views as the log has them last, and whether the relations agree.
CREATE VIEW logged AS
SELECT last.object_identity,
       jsonb_path_query_array(last.definition, '$.tables[*].is_insertable') AS table_,
       jsonb_path_query_array(last.definition, '$.columns[*].is_insertable') AS columns_,
       last.definition -> 'tables' -> 0 = to_jsonb(t) AS agrees
FROM ddltrail.tables t
CROSS JOIN LATERAL (
  SELECT * FROM ddltrail.change_log c
  WHERE c.object_id = t.object_id AND c.object_kind = t.kind ORDER BY c.id DESC LIMIT 1
) last
WHERE t.schema_name = 'insertable_' AND t.table_name <> 'logged' AND t.kind IN ('view', 'foreign table')
ORDER BY 1;
SELECT coalesce(max(id), 0) AS start FROM ddltrail.change_log \gset
SELECT * FROM logged;
CREATE TRIGGER takes INSTEAD OF INSERT ON joined FOR EACH ROW EXECUTE FUNCTION take();
CREATE TRIGGER takes INSTEAD OF INSERT ON simple FOR EACH ROW EXECUTE FUNCTION take();
SELECT * FROM logged;
-- Neither changes what the view says of itself.
ALTER TRIGGER takes ON joined RENAME TO takes_all;
CREATE TRIGGER updates INSTEAD OF UPDATE ON joined FOR EACH ROW EXECUTE FUNCTION take();
DROP TRIGGER takes_all ON joined;
DROP TRIGGER takes ON simple;
SELECT * FROM logged;
CREATE RULE takes AS ON INSERT TO joined DO INSTEAD NOTHING;
CREATE RULE takes AS ON INSERT TO simple DO INSTEAD NOTHING;
SELECT * FROM logged;
DROP RULE takes ON joined;
DROP RULE takes ON simple;
CREATE TRIGGER takes INSTEAD OF INSERT ON joined FOR EACH ROW EXECUTE FUNCTION take();
DROP FUNCTION take() CASCADE;
SELECT * FROM logged;
-- A view that is replaced takes along those over it, unless they stay as they are.
CREATE OR REPLACE VIEW joined AS SELECT id, name FROM t;
CREATE OR REPLACE VIEW joined AS SELECT id, name FROM t WHERE id > 1;
CREATE OR REPLACE VIEW joined AS SELECT id, name FROM t LIMIT 1;
SELECT * FROM logged;
\i :abs_srcdir/trail.psql
DROP SCHEMA insertable_ CASCADE;
