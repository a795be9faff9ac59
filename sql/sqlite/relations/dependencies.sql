-- Which object needs which other one: views and triggers what they read and write, triggers and
-- indexes their tables, tables those that their foreign keys refer to. What does not exist has no
-- row, nor has what the text of a damaged view or trigger would tell.
WITH
  quoted AS MATERIALIZED (
    SELECT
      n.name,
      CASE
        WHEN n.name GLOB '[a-z_]*' AND n.name NOT GLOB '*[^a-z0-9_]*' THEN n.name
        ELSE '"' || replace(n.name, '"', '""') || '"'
      END AS text
    FROM (SELECT 'main' AS name UNION SELECT s.name FROM main.sqlite_schema AS s) AS n
  ),
  -- Shadow tables of virtual tables are left out: their names begin with that of the virtual table,
  -- so the others do not pay for pragma_table_list.
  tables AS MATERIALIZED (
    SELECT
      s.name,
      CASE
        WHEN s.type = 'view' THEN 'view'
        WHEN s.rootpage = 0 THEN 'virtual table'
        ELSE 'table'
      END AS kind,
      (SELECT q.text FROM quoted AS q WHERE q.name = 'main') || '.' || q.text AS identity,
      s.sql
    FROM main.sqlite_schema AS s
    JOIN quoted AS q ON q.name = s.name
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
  ),
  parts AS MATERIALIZED (
    SELECT
      s.type AS kind,
      CASE s.type
        WHEN 'trigger' THEN q.text || ' on ' || t.identity
        ELSE (SELECT q.text FROM quoted AS q WHERE q.name = 'main') || '.' || q.text
      END AS identity,
      t.name AS table_name,
      s.sql
    FROM main.sqlite_schema AS s
    JOIN quoted AS q ON q.name = s.name
    JOIN tables AS t ON t.name = s.tbl_name COLLATE NOCASE
    WHERE s.type IN ('index', 'trigger')
      AND s.name NOT GLOB 'ddltrail_*'
  ),
  needs AS (
    SELECT p.kind, p.identity, p.table_name AS needed_name
    FROM parts AS p
    UNION ALL
    SELECT u.kind, u.identity, name.value
    FROM (SELECT kind, identity, sql FROM tables WHERE kind = 'view'
          UNION ALL SELECT kind, identity, sql FROM parts WHERE kind = 'trigger') AS u
    CROSS JOIN json_each(ddltrail_create(u.sql), '$.sources') AS name
    UNION ALL
    SELECT t.kind, t.identity, c.value ->> 'referenced_table'
    FROM tables AS t
    CROSS JOIN json_each(CASE WHEN t.kind = 'table' AND instr(upper(t.sql), 'REFERENCES') > 0
                              THEN ddltrail_create(t.sql) END, '$.constraints') AS c
    WHERE c.value ->> 'kind' = 'foreign key'
  )
SELECT DISTINCT
  n.kind AS object_kind,
  n.identity AS object_identity,
  o.kind AS needed_kind,
  o.identity AS needed_identity
FROM needs AS n
JOIN tables AS o ON o.name = n.needed_name COLLATE NOCASE
WHERE o.identity <> n.identity
