-- Foreign keys, in the spelling of the parent if that is a table here: SQLite compares names without
-- case. Where no parent columns are declared they are its primary key.
WITH parents AS MATERIALIZED (
  SELECT t.name AS name FROM main.sqlite_schema AS t
  WHERE t.type = 'table' AND t.rootpage > 0
)
SELECT
  'main' AS schema_name,
  s.name AS table_name,
  c.value ->> 'name' AS constraint_name,
  c.value -> 'columns' AS columns,
  'main' AS referenced_schema,
  coalesce(p.name, c.value ->> 'referenced_table') AS referenced_table,
  CASE
    WHEN p.name IS NULL THEN c.value -> 'referenced_columns'
    WHEN c.value -> 'referenced_columns' <> '[]' THEN
      (SELECT json_group_array(k.name)
       FROM (SELECT coalesce(x.name, r.value) AS name
             FROM json_each(c.value, '$.referenced_columns') AS r
             LEFT JOIN pragma_table_xinfo(p.name, 'main') AS x ON x.name = r.value COLLATE NOCASE
             ORDER BY r.key) AS k)
    ELSE
      (SELECT json_group_array(k.name)
       FROM (SELECT x.name FROM pragma_table_xinfo(p.name, 'main') AS x
             WHERE x.pk > 0 ORDER BY x.pk) AS k)
  END AS referenced_columns,
  c.value ->> 'on_update' AS on_update,
  c.value ->> 'on_delete' AS on_delete
FROM main.sqlite_schema AS s
CROSS JOIN json_each(CASE WHEN instr(upper(s.sql), 'REFERENCES') > 0
                          THEN ddltrail_create(s.sql) END, '$.constraints') AS c
LEFT JOIN parents AS p ON p.name = c.value ->> 'referenced_table' COLLATE NOCASE
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
  AND c.value ->> 'kind' = 'foreign key'
