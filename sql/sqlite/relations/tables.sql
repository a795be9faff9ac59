-- Tables, views and virtual tables. A view takes INSERT through an INSTEAD OF INSERT trigger. Shadow
-- tables of virtual tables are left out: their names begin with that of the virtual table, so the
-- others do not pay for pragma_table_list.
SELECT
  'main' AS schema_name,
  s.name AS table_name,
  CASE
    WHEN s.type = 'view' THEN 'view'
    WHEN s.rootpage = 0 THEN 'virtual table'
    ELSE 'table'
  END AS kind,
  s.rowid AS object_id,
  0 AS is_partition,
  NULL AS parent_schema,
  NULL AS parent_table,
  CASE
    WHEN s.rootpage > 0 AND instr(lower(s.sql), 'strict') > 0
      THEN coalesce(ddltrail_create(s.sql) ->> 'is_strict', 0)
    ELSE 0
  END AS is_strict,
  CASE
    WHEN s.type = 'view' THEN s.name COLLATE NOCASE IN (
      SELECT t.tbl_name FROM main.sqlite_schema AS t
      WHERE t.type = 'trigger'
        AND instr(upper(t.sql), 'INSTEAD') > 0
        AND ddltrail_create(t.sql) ->> 'time' = 'instead of'
        AND ddltrail_create(t.sql) ->> 'event' = 'insert')
    ELSE 1
  END AS is_insertable,
  NULL AS comment,
  NULL AS owner
FROM main.sqlite_schema AS s
WHERE s.type IN ('table', 'view')
  AND s.name NOT GLOB 'sqlite_*'
  AND s.name NOT GLOB 'ddltrail_*'
  AND (NOT EXISTS (
         WITH virtual AS MATERIALIZED (
           SELECT v.name FROM main.sqlite_schema AS v WHERE v.type = 'table' AND v.rootpage = 0)
         SELECT 1 FROM virtual AS v
         WHERE substr(s.name, 1, length(v.name) + 1) = v.name || '_' COLLATE NOCASE)
       OR s.name NOT IN (SELECT l.name FROM pragma_table_list AS l
                        WHERE l.schema = 'main' AND l.type = 'shadow'))
