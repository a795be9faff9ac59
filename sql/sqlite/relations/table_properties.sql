-- WITHOUT ROWID, and the module of a virtual table with its arguments.
SELECT
  'main' AS schema_name,
  s.name AS table_name,
  'permanent' AS persistence,
  c.value ->> 'module' AS access_method,
  NULL AS tablespace,
  coalesce(c.value -> 'arguments', c.value -> 'options') AS options,
  NULL AS partition_key,
  NULL AS of_type,
  0 AS has_row_security,
  0 AS forces_row_security,
  'default' AS replica_identity,
  NULL AS replica_index,
  NULL AS server_name,
  '[]' AS foreign_options,
  1 AS is_populated
FROM main.sqlite_schema AS s
CROSS JOIN json_each(json_array(json(ddltrail_create(s.sql)))) AS c
WHERE s.type = 'table'
  AND (s.rootpage = 0 OR instr(upper(s.sql), 'ROWID') > 0)
  AND s.name NOT GLOB 'sqlite_*'
  AND s.name NOT GLOB 'ddltrail_*'
  AND (NOT EXISTS (
         WITH virtual AS MATERIALIZED (
           SELECT v.name FROM main.sqlite_schema AS v WHERE v.type = 'table' AND v.rootpage = 0)
         SELECT 1 FROM virtual AS v
         WHERE substr(s.name, 1, length(v.name) + 1) = v.name || '_' COLLATE NOCASE)
       OR s.name NOT IN (SELECT l.name FROM pragma_table_list AS l
                        WHERE l.schema = 'main' AND l.type = 'shadow'))
  AND (c.value ->> 'module' IS NOT NULL OR c.value -> 'options' <> '[]')
