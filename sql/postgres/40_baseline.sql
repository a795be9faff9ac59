-- What exists before the log begins, so that the log alone tells the whole schema.
-- A function, since SET LOCAL would outlive the script. Compiling the query takes longer than running it; constants
-- are printed as the event triggers print them, whatever the session has set.
CREATE FUNCTION ddltrail.write_baseline() RETURNS void LANGUAGE sql
SET jit = off
SET quote_all_identifiers = off
SET DateStyle = 'ISO, MDY'
SET IntervalStyle = 'postgres'
SET TimeZone = 'UTC'
SET extra_float_digits = 1
SET bytea_output = 'hex'
SET lc_monetary = 'C'
AS $$
INSERT INTO ddltrail.change_log
SELECT known.id, 1, pg_catalog.pg_current_xact_id(), pg_catalog.clock_timestamp(),
       current_user, session_user, pg_catalog.current_setting('application_name'),
       NULL, 'baseline', known.kind, known.object_id, known.schema_name, known.object_name,
       pg_catalog.format('%I.%I', known.schema_name, known.object_name),
       NULL, NULL, '[{"op": "create"}]', known.definition, NULL, NULL, NULL, false,
       state.log_id, ddltrail.system_identifier(), here.oid::pg_catalog.int8
FROM ddltrail.log state
JOIN pg_catalog.pg_database here
  ON here.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()
CROSS JOIN (
  SELECT pg_catalog.row_number() OVER (ORDER BY object.object_id) AS id, object.*
  FROM (
    SELECT t.kind, t.object_id, t.schema_name, t.table_name AS object_name,
           pg_catalog.jsonb_build_object(
             'tables', pg_catalog.jsonb_build_array(pg_catalog.to_jsonb(t)),
             'columns', COALESCE(c.rows, '[]'::pg_catalog.jsonb),
             'constraints', COALESCE(k.rows, '[]'::pg_catalog.jsonb),
             'foreign_keys', COALESCE(f.rows, '[]'::pg_catalog.jsonb))
           OPERATOR(pg_catalog.||) COALESCE(v.rows, '{}'::pg_catalog.jsonb) AS definition
    FROM ddltrail.tables t
    LEFT JOIN (
      SELECT r.schema_name, r.table_name,
             pg_catalog.jsonb_agg(pg_catalog.to_jsonb(r) ORDER BY r.position) AS rows
      FROM ddltrail.columns r
      GROUP BY r.schema_name, r.table_name
    ) c ON c.schema_name OPERATOR(pg_catalog.=) t.schema_name
      AND c.table_name OPERATOR(pg_catalog.=) t.table_name
    LEFT JOIN (
      SELECT r.schema_name, r.table_name,
             pg_catalog.jsonb_agg(pg_catalog.to_jsonb(r)
               ORDER BY r.kind COLLATE "C", r.constraint_name COLLATE "C") AS rows
      FROM ddltrail.constraints r
      GROUP BY r.schema_name, r.table_name
    ) k ON k.schema_name OPERATOR(pg_catalog.=) t.schema_name
      AND k.table_name OPERATOR(pg_catalog.=) t.table_name
    LEFT JOIN (
      SELECT r.schema_name, r.table_name,
             pg_catalog.jsonb_agg(pg_catalog.to_jsonb(r)
               ORDER BY r.constraint_name COLLATE "C") AS rows
      FROM ddltrail.foreign_keys r
      GROUP BY r.schema_name, r.table_name
    ) f ON f.schema_name OPERATOR(pg_catalog.=) t.schema_name
      AND f.table_name OPERATOR(pg_catalog.=) t.table_name
    LEFT JOIN (
      SELECT r.schema_name, r.view_name,
             pg_catalog.jsonb_build_object(
               'views', pg_catalog.jsonb_build_array(pg_catalog.to_jsonb(r))) AS rows
      FROM ddltrail.views r
    ) v ON v.schema_name OPERATOR(pg_catalog.=) t.schema_name
      AND v.view_name OPERATOR(pg_catalog.=) t.table_name
    UNION ALL
    SELECT 'index', r.object_id, r.schema_name, r.index_name,
           pg_catalog.jsonb_build_object(
             'indexes', pg_catalog.jsonb_build_array(pg_catalog.to_jsonb(r)))
    FROM ddltrail.indexes r
    UNION ALL
    SELECT 'enum', r.object_id, r.schema_name, r.enum_name,
           pg_catalog.jsonb_build_object(
             'enums', pg_catalog.jsonb_build_array(pg_catalog.to_jsonb(r)))
    FROM ddltrail.enums r
  ) object
) known;
$$;

SELECT ddltrail.write_baseline();
DROP FUNCTION ddltrail.write_baseline();

SELECT pg_catalog.setval('ddltrail.change_log_id_seq', last.id)
FROM (SELECT pg_catalog.max(change_log.id) AS id FROM ddltrail.change_log) last
WHERE last.id IS NOT NULL;
