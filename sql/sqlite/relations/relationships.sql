-- What the foreign keys mean, from both sides. A foreign key whose parent is not a table here means
-- nothing yet and has no rows. A join table of a table with itself has one row: both directions
-- would have the same key.
WITH
  parents AS MATERIALIZED (
    SELECT t.name AS name FROM main.sqlite_schema AS t
    WHERE t.type = 'table' AND t.rootpage > 0
  ),
  keys AS MATERIALIZED (
    SELECT
      s.name AS table_name,
      f.key AS id,
      f.value ->> 'name' AS constraint_name,
      f.value -> 'columns' AS columns,
      p.name AS referenced_table,
      CASE
        WHEN f.value -> 'referenced_columns' <> '[]' THEN
          (SELECT json_group_array(k.name)
           FROM (SELECT coalesce(x.name, r.value) AS name
                 FROM json_each(f.value, '$.referenced_columns') AS r
                 LEFT JOIN pragma_table_xinfo(p.name, 'main') AS x
                   ON x.name = r.value COLLATE NOCASE
                 ORDER BY r.key) AS k)
        ELSE (SELECT json_group_array(k.name)
              FROM (SELECT x.name FROM pragma_table_xinfo(p.name, 'main') AS x
                    WHERE x.pk > 0 ORDER BY x.pk) AS k)
      END AS referenced_columns,
      -- Unique where the columns of a unique key are all among those of the foreign key.
      EXISTS (
        SELECT 1 FROM pragma_index_list(s.name, 'main') AS i
        WHERE i."unique" AND NOT i.partial
          AND NOT EXISTS (
            SELECT 1 FROM pragma_index_info(i.name, 'main') AS c
            WHERE c.name IS NULL
              OR c.name NOT IN (SELECT x.value FROM json_each(f.value, '$.columns') AS x)))
      OR (SELECT count(*) FILTER (WHERE x.pk > 0) > 0
            AND count(*) FILTER (
              WHERE x.pk > 0
                AND x.name NOT IN (SELECT y.value FROM json_each(f.value, '$.columns') AS y)) = 0
          FROM pragma_table_xinfo(s.name, 'main') AS x) AS is_unique
    FROM main.sqlite_schema AS s
    CROSS JOIN json_each(CASE WHEN instr(upper(s.sql), 'REFERENCES') > 0
                              THEN ddltrail_create(s.sql) END, '$.constraints') AS f
    CROSS JOIN parents AS p
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
      AND f.value ->> 'kind' = 'foreign key'
      AND p.name = f.value ->> 'referenced_table' COLLATE NOCASE
  ),
  joins AS MATERIALIZED (
    SELECT
      a.table_name AS table_name,
      a.id AS left_id,
      b.id AS right_id
    FROM keys AS a
    JOIN keys AS b ON b.table_name = a.table_name AND b.id > a.id
    WHERE (SELECT json_group_array(k.name)
           FROM (SELECT x.name FROM pragma_table_xinfo(a.table_name, 'main') AS x
                 WHERE x.pk > 0 ORDER BY x.name) AS k)
        = (SELECT json_group_array(k.value)
           FROM (SELECT value FROM json_each(a.columns)
                 UNION ALL SELECT value FROM json_each(b.columns) ORDER BY value) AS k)
  )
SELECT
  'main' AS schema_name,
  k.table_name AS table_name,
  CASE WHEN k.is_unique THEN 'one-to-one' ELSE 'many-to-one' END AS kind,
  k.columns AS columns,
  'main' AS referenced_schema,
  k.referenced_table AS referenced_table,
  k.referenced_columns AS referenced_columns,
  k.constraint_name AS constraint_name,
  NULL AS through_schema,
  NULL AS through_table
FROM keys AS k
UNION ALL
SELECT
  'main', k.referenced_table, CASE WHEN k.is_unique THEN 'one-to-one' ELSE 'one-to-many' END,
  k.referenced_columns, 'main', k.table_name, k.columns, k.constraint_name, NULL, NULL
FROM keys AS k
UNION ALL
SELECT
  'main', a.referenced_table, 'many-to-many', a.referenced_columns,
  'main', b.referenced_table, b.referenced_columns, a.constraint_name, 'main', j.table_name
FROM joins AS j
JOIN keys AS a ON a.table_name = j.table_name AND a.id IN (j.left_id, j.right_id)
JOIN keys AS b ON b.table_name = j.table_name AND b.id IN (j.left_id, j.right_id) AND b.id <> a.id
WHERE (a.referenced_table, a.referenced_columns) <> (b.referenced_table, b.referenced_columns)
   OR a.id < b.id
