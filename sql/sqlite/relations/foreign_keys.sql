-- Foreign keys. Where no parent columns are declared they are the primary key of the parent, if
-- that is a table here.
SELECT
  'main' AS schema_name,
  s.name AS table_name,
  NULL AS constraint_name,
  (SELECT json_group_array(k."from")
   FROM (SELECT x."from" FROM pragma_foreign_key_list(s.name, 'main') AS x
         WHERE x.id = f.id ORDER BY x.seq) AS k) AS columns,
  'main' AS referenced_schema,
  f."table" AS referenced_table,
  CASE
    WHEN f."to" IS NOT NULL THEN
      (SELECT json_group_array(k."to")
       FROM (SELECT x."to" FROM pragma_foreign_key_list(s.name, 'main') AS x
             WHERE x.id = f.id ORDER BY x.seq) AS k)
    WHEN f."table" COLLATE NOCASE IN (SELECT t.name FROM main.sqlite_schema AS t
                                      WHERE t.type = 'table' AND t.rootpage > 0) THEN
      (SELECT json_group_array(k.name)
       FROM (SELECT x.name FROM pragma_table_xinfo(f."table", 'main') AS x
             WHERE x.pk > 0 ORDER BY x.pk) AS k)
    ELSE '[]'
  END AS referenced_columns,
  lower(f.on_update) AS on_update,
  lower(f.on_delete) AS on_delete
FROM main.sqlite_schema AS s
CROSS JOIN pragma_foreign_key_list(s.name, 'main') AS f
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
  AND f.seq = 0
