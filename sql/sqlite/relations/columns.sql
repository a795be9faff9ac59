-- Columns. pragma_table_xinfo fails on a view that cannot be resolved and on a virtual table whose
-- module is missing, and with it the whole query would; pragma_table_list shows those with ncol = 0,
-- so they have no rows here. SQLite 3.40 leaves ncol = 0 on sound views and virtual tables too where
-- a view is broken. So a reader that finds one without columns prepares SELECT * FROM each of them,
-- ignores the errors, and reads again on the same connection: that resolves all that can be.
SELECT
  schema_name,
  table_name,
  column_name,
  position,
  data_type,
  'base' AS type_kind,
  NULL AS type_schema,
  affinity AS type_name,
  'base' AS base_kind,
  NULL AS base_schema,
  affinity AS base_name,
  0 AS array_dimensions,
  is_view OR NOT (is_declared_not_null OR is_rowid) AS is_nullable,
  default_expression,
  NULL AS identity,
  generated,
  generation_expression,
  coalesce(upper(default_expression) <> 'NULL', generated IS NOT NULL OR is_rowid) AS has_default,
  CASE
    WHEN is_view THEN table_name COLLATE NOCASE IN (
      SELECT t.tbl_name FROM main.sqlite_schema AS t
      WHERE t.type = 'trigger'
        AND instr(upper(t.sql), 'INSTEAD') > 0
        AND ddltrail_create(t.sql) ->> 'time' = 'instead of'
        AND ddltrail_create(t.sql) ->> 'event' = 'insert')
    ELSE generated IS NULL
  END AS is_insertable,
  collation,
  NULL AS comment
FROM (
  SELECT
    'main' AS schema_name,
    s.name AS table_name,
    s.type = 'view' AS is_view,
    x.name AS column_name,
    CASE
      WHEN s.rootpage > 0 THEN x.cid + 1
      ELSE x.cid + 1 - (SELECT count(*) FROM pragma_table_xinfo(s.name, 'main') AS h
                        WHERE h.hidden = 1 AND h.cid < x.cid)
    END AS position,
    x.type AS data_type,
    -- GLOB, which is quicker than upper() and does not depend on PRAGMA case_sensitive_like as LIKE does.
    CASE
      WHEN x.type GLOB '*[iI][nN][tT]*' THEN 'integer'
      WHEN x.type GLOB '*[cC][hH][aA][rR]*' OR x.type GLOB '*[cC][lL][oO][bB]*'
        OR x.type GLOB '*[tT][eE][xX][tT]*' THEN 'text'
      WHEN x.type = '' OR x.type GLOB '*[bB][lL][oO][bB]*' THEN 'blob'
      WHEN x.type GLOB '*[rR][eE][aA][lL]*' OR x.type GLOB '*[fF][lL][oO][aA]*'
        OR x.type GLOB '*[dD][oO][uU][bB]*' THEN 'real'
      WHEN x.type GLOB '[aA][nN][yY]'
        AND s.name IN (SELECT l.name FROM pragma_table_list AS l
                       WHERE l.schema = 'main' AND l.strict) THEN 'any'
      ELSE 'numeric'
    END AS affinity,
    x."notnull" AS is_declared_not_null,
    -- A primary key without an index of its own is the rowid.
    -- CASE, since SQLite evaluates both sides of an AND.
    CASE
      WHEN x.pk > 0 AND s.rootpage > 0
        THEN NOT EXISTS (SELECT 1 FROM pragma_index_list(s.name, 'main') AS i WHERE i.origin = 'pk')
      ELSE 0
    END AS is_rowid,
    x.dflt_value AS default_expression,
    CASE x.hidden WHEN 2 THEN 'virtual' WHEN 3 THEN 'stored' END AS generated,
    CASE WHEN x.hidden IN (2, 3)
      THEN ddltrail_create(s.sql) ->> ('$.columns[' || x.cid || '].generation_expression')
    END AS generation_expression,
    CASE WHEN s.rootpage > 0 AND instr(upper(s.sql), 'COLLATE') > 0
      THEN ddltrail_create(s.sql) ->> ('$.columns[' || x.cid || '].collation')
    END AS collation
  FROM main.sqlite_schema AS s
  CROSS JOIN pragma_table_xinfo(s.name, 'main') AS x
  WHERE s.type IN ('table', 'view')
    AND s.name NOT GLOB 'sqlite_*'
    AND s.name NOT GLOB 'ddltrail_*'
    AND (s.rootpage > 0
         -- EXISTS, so that SQLite looks at it after table_name = ? of the reader.
         OR EXISTS (SELECT 1 WHERE s.name IN (SELECT l.name FROM pragma_table_list AS l
                                              WHERE l.schema = 'main' AND l.ncol > 0)))
    AND (NOT EXISTS (
           WITH virtual AS MATERIALIZED (
             SELECT v.name FROM main.sqlite_schema AS v WHERE v.type = 'table' AND v.rootpage = 0)
           SELECT 1 FROM virtual AS v
           WHERE substr(s.name, 1, length(v.name) + 1) = v.name || '_' COLLATE NOCASE)
         OR s.name NOT IN (SELECT l.name FROM pragma_table_list AS l
                          WHERE l.schema = 'main' AND l.type = 'shadow'))
    AND x.hidden <> 1
)
