-- What ON CONFLICT says behind NOT NULL.
SELECT
  'main' AS schema_name,
  s.name AS table_name,
  c.value ->> 'name' AS column_name,
  NULL AS storage,
  NULL AS compression,
  NULL AS statistics_target,
  c.value -> 'options' AS options,
  '[]' AS foreign_options
FROM main.sqlite_schema AS s
CROSS JOIN json_each(CASE WHEN instr(upper(s.sql), 'CONFLICT') > 0
                          THEN ddltrail_create(s.sql) END, '$.columns') AS c
WHERE s.type = 'table'
  AND s.rootpage > 0
  AND s.name NOT GLOB 'sqlite_*'
  AND s.name NOT GLOB 'ddltrail_*'
  AND (NOT EXISTS (
         WITH virtual AS MATERIALIZED (
           SELECT v.name FROM main.sqlite_schema AS v WHERE v.type = 'table' AND v.rootpage = 0)
         SELECT 1 FROM virtual AS v
         WHERE substr(s.name, 1, length(v.name) + 1) = v.name || '_' COLLATE NOCASE)
       OR s.name NOT IN (SELECT l.name FROM pragma_table_list AS l
                        WHERE l.schema = 'main' AND l.type = 'shadow'))
  AND c.value -> 'options' <> '[]'
