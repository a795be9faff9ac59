-- Primary keys, unique constraints and foreign keys. SQLite keeps no list of their names, and shows
-- check constraints only as text.
SELECT
  'main' AS schema_name,
  s.name AS table_name,
  NULL AS constraint_name,
  'primary key' AS kind,
  (SELECT json_group_array(k.name)
   FROM (SELECT x.name FROM pragma_table_xinfo(s.name, 'main') AS x
         WHERE x.pk > 0 ORDER BY x.pk) AS k) AS columns,
  NULL AS definition,
  NULL AS is_deferrable,
  NULL AS is_deferred,
  1 AS is_validated,
  NULL AS comment
FROM main.sqlite_schema AS s
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
  AND EXISTS (SELECT 1 FROM pragma_table_xinfo(s.name, 'main') AS x WHERE x.pk > 0)
UNION ALL
SELECT
  'main' AS schema_name,
  s.name AS table_name,
  NULL AS constraint_name,
  'unique' AS kind,
  (SELECT json_group_array(k.name)
   FROM (SELECT x.name FROM pragma_index_info(i.name, 'main') AS x ORDER BY x.seqno) AS k) AS columns,
  NULL AS definition,
  NULL AS is_deferrable,
  NULL AS is_deferred,
  1 AS is_validated,
  NULL AS comment
FROM main.sqlite_schema AS s
CROSS JOIN pragma_index_list(s.name, 'main') AS i
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
  AND i.origin = 'u'
UNION ALL
SELECT
  'main' AS schema_name,
  s.name AS table_name,
  NULL AS constraint_name,
  'foreign key' AS kind,
  (SELECT json_group_array(k."from")
   FROM (SELECT x."from" FROM pragma_foreign_key_list(s.name, 'main') AS x
         WHERE x.id = f.id ORDER BY x.seq) AS k) AS columns,
  NULL AS definition,
  NULL AS is_deferrable,
  NULL AS is_deferred,
  1 AS is_validated,
  NULL AS comment
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
