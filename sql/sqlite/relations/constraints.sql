-- The constraints, as the texts of the tables have them.
SELECT
  'main' AS schema_name,
  s.name AS table_name,
  c.value ->> 'name' AS constraint_name,
  c.value ->> 'kind' AS kind,
  c.value -> 'columns' AS columns,
  c.value ->> 'definition' AS definition,
  c.value ->> 'is_deferrable' AS is_deferrable,
  c.value ->> 'is_deferred' AS is_deferred,
  1 AS is_validated,
  NULL AS comment
FROM main.sqlite_schema AS s
CROSS JOIN json_each(ddltrail_create(s.sql), '$.constraints') AS c
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
