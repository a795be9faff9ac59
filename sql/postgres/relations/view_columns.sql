-- view_columns: where the columns of views come from, and which of them can be shown to hold no NULL. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
--
-- Read from the stored query trees: a target that is a plain column carries the table and column that it was taken
-- from, through joins and subqueries. Text of the user cannot pass for syntax there: it has a backslash before each
-- space, bracket and brace.
WITH RECURSIVE target AS MATERIALIZED (
  SELECT r.ev_class AS view,
         item.parts[2]::pg_catalog.int2 AS number,
         item.parts[3]::pg_catalog.oid AS relation,
         item.parts[4]::pg_catalog.int2 AS attribute,
         query.tree !~ ':groupingSets \('
           AND CASE
             -- LEFT joins of tables keep the first of them whole.
             WHEN query.tree !~ '\{QUERY .*\{QUERY ' AND query.tree !~ ':jointype [2-9]'
               AND item.parts[1] = pg_catalog.substring(query.tree, ':jointree .*?\{RANGETBLREF :rtindex (\d+)\}')
               THEN true
             -- Else no outer join and no set operation, however deep.
             ELSE query.tree !~ ':(jointype [1-9]|setOperations \{)'
           END AS adds_no_null
  FROM pg_catalog.pg_rewrite r
  JOIN pg_catalog.pg_class v ON v.oid = r.ev_class AND v.relkind = 'v'
  CROSS JOIN LATERAL (SELECT r.ev_action::pg_catalog.text AS tree) query
  -- Without subqueries in expressions the list of the outermost query is the last one.
  CROSS JOIN LATERAL pg_catalog.regexp_matches(
    pg_catalog.substring(query.tree, '.*(:targetList \(.*)$'),
    '\{VAR :varno (\d+) [^{}]*\} :resno (\d+) :resname (?:[^ \\]|\\.)+ :ressortgroupref \d+ :resorigtbl ([1-9]\d*) :resorigcol ([1-9]\d*) :resjunk false',
    'g') item (parts)
  WHERE r.ev_type = '1'
    AND pg_catalog.substring(query.tree, ':hasSubLinks (\w+)') = 'false'
), step AS (
  SELECT target.view, target.number, target.relation, target.attribute, target.adds_no_null
  FROM target
  UNION ALL
  SELECT step.view, step.number, target.relation, target.attribute, step.adds_no_null AND target.adds_no_null
  FROM step
  JOIN target ON target.view = step.relation AND target.number = step.attribute
)
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.relname::pg_catalog.text AS view_name,
       a.attname::pg_catalog.text AS column_name,
       source_schema.nspname::pg_catalog.text AS source_schema,
       source.relname::pg_catalog.text AS source_table,
       shown.attname::pg_catalog.text AS source_column,
       NOT COALESCE(
         step.adds_no_null AND shown.attnotnull
         -- A child that inherits may drop its NOT NULL, a foreign table does not enforce it, and a materialized view
         -- may be older than it. Nor does a domain that is NOT NULL keep every NULL out.
         AND (source.relkind = 'r' AND NOT source.relhassubclass
              OR source.relkind = 'p' AND NOT EXISTS (
                   SELECT FROM pg_catalog.pg_class f WHERE f.relkind = 'f' AND f.relispartition))
         -- From 18 on it may be NOT VALID.
         AND NOT EXISTS (
           SELECT FROM pg_catalog.pg_constraint k
           WHERE k.conrelid = source.oid AND k.contype = 'n' AND NOT k.convalidated
             AND shown.attnum = ANY (k.conkey)),
         false) AS is_nullable
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN step ON step.view = c.oid AND step.number = a.attnum
  AND NOT EXISTS (SELECT FROM target deeper WHERE deeper.view = step.relation AND deeper.number = step.attribute)
LEFT JOIN pg_catalog.pg_class source ON source.oid = step.relation
LEFT JOIN pg_catalog.pg_namespace source_schema ON source_schema.oid = source.relnamespace
LEFT JOIN pg_catalog.pg_attribute shown ON shown.attrelid = source.oid AND shown.attnum = step.attribute
WHERE c.relkind = 'v'
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_'
  AND n.nspname NOT IN ('information_schema', 'ddltrail')
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype = 'e')
