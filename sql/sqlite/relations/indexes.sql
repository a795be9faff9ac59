-- Indexes, the automatic ones included. The primary key of a WITHOUT ROWID table is the table itself
-- and has no row here.
SELECT
  'main' AS schema_name,
  s.tbl_name AS table_name,
  s.name AS index_name,
  s.rowid AS object_id,
  'btree' AS method,
  (SELECT json_group_array(k.name)
   FROM (SELECT x.name FROM pragma_index_info(s.name, 'main') AS x ORDER BY x.seqno) AS k) AS columns,
  i."unique" AS is_unique,
  i.origin <> 'c' AS is_constraint,
  i.partial AS is_partial,
  1 AS is_valid,
  s.sql AS definition,
  NULL AS comment,
  (SELECT json_group_array(json(k.key))
   FROM (SELECT json_object(
           'column', x.name,
           'expression', CASE x.cid WHEN -2
             THEN ddltrail_create(s.sql) ->> ('$.columns[' || x.seqno || '].expression') END,
           'operator_class', NULL,
           'collation', CASE
             WHEN x.coll COLLATE NOCASE IN ('NOCASE', 'RTRIM') THEN upper(x.coll)
             WHEN x.coll COLLATE NOCASE <> 'BINARY' THEN x.coll
           END,
           'is_descending', json(iif(x."desc", 'true', 'false')),
           'nulls_first', json(iif(x."desc", 'false', 'true'))) AS key
         FROM pragma_index_xinfo(s.name, 'main') AS x
         WHERE x.key
         ORDER BY x.seqno) AS k) AS keys,
  '[]' AS included,
  CASE WHEN i.partial THEN ddltrail_create(s.sql) ->> 'predicate' END AS predicate,
  1 AS nulls_distinct
FROM main.sqlite_schema AS s
CROSS JOIN pragma_index_list(s.tbl_name, 'main') AS i
WHERE s.type = 'index'
  AND i.name = s.name
  AND s.tbl_name NOT GLOB 'sqlite_*'
  AND s.name NOT GLOB 'ddltrail_*'
  AND s.tbl_name NOT GLOB 'ddltrail_*'
  AND (NOT EXISTS (
         WITH virtual AS MATERIALIZED (
           SELECT v.name FROM main.sqlite_schema AS v WHERE v.type = 'table' AND v.rootpage = 0)
         SELECT 1 FROM virtual AS v
         WHERE substr(s.tbl_name, 1, length(v.name) + 1) = v.name || '_' COLLATE NOCASE)
       OR s.tbl_name NOT IN (SELECT l.name FROM pragma_table_list AS l
                        WHERE l.schema = 'main' AND l.type = 'shadow'))
