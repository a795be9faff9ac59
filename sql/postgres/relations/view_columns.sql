-- view_columns: where the columns of views come from, and which of them can be shown to hold no NULL. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
--
-- Read from the stored query trees: a target that is a plain column carries the table and column that it was taken
-- from, through joins and subqueries. Text of the user cannot pass for syntax there: it has a backslash before each
-- space, bracket and brace, and before a < at its beginning.
WITH RECURSIVE below (view) AS (
  SELECT v.oid
  FROM pg_catalog.pg_class v
  JOIN pg_catalog.pg_namespace home ON home.oid = v.relnamespace
  WHERE v.relkind = 'v'
    AND home.nspname !~ '^pg_'
    AND home.nspname NOT IN ('information_schema', 'ddltrail')
  UNION
  SELECT v.oid
  FROM below
  JOIN pg_catalog.pg_rewrite r ON r.ev_class = below.view
  JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND d.objid = r.oid
    AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
  JOIN pg_catalog.pg_class v ON v.oid = d.refobjid AND v.relkind = 'v'
), stored AS MATERIALIZED (
  SELECT below.view,
         pg_catalog.concat(r.ev_action) AS tree  -- decompressed once, not for each look at it
  FROM below
  JOIN pg_catalog.pg_rewrite r ON r.ev_class = below.view AND r.ev_type = '1'
), query AS MATERIALIZED (
  SELECT stored.view,
         -- An entry of the target list ends with its name; those of aggregates within one have none.
         pg_catalog.string_to_array(
           pg_catalog.replace(stored.last_list, ' :resname <> ', ' '), ' :resname ') AS entries,
         pg_catalog.split_part(
           pg_catalog.split_part(stored.tree, ':jointree ', 2), '{RANGETBLREF :rtindex ', 2) AS first_table,
         -- Where strpos() does, it takes a tenth of the time of a regular expression.
         stored.has_no_other_join AND pg_catalog.split_part(stored.tree, '{QUERY ', 3) = '' AS is_left,
         stored.has_no_other_join AND pg_catalog.strpos(stored.tree, ':jointype 1') = 0
           AND pg_catalog.strpos(stored.tree, ':setOperations {') = 0 AS is_inner,
         pg_catalog.strpos(stored.tree, ':groupingSets (') = 0 AS is_ungrouped
  FROM (
    SELECT stored.*,
           pg_catalog.strpos(stored.tree, ':jointype 2') = 0  -- FULL
             AND pg_catalog.strpos(stored.tree, ':jointype 3') = 0 AS has_no_other_join,  -- RIGHT
           pg_catalog.split_part(stored.tree, ':targetList (', -1) AS last_list
    FROM stored
    OFFSET 0  -- not to be computed once for each use
  ) stored
  -- Where a subquery stands in the target list or behind it, the last list is not that of the view.
  WHERE pg_catalog.split_part(stored.last_list, ' :stmt_len ', 3) = ''
), entry AS MATERIALIZED (
  SELECT query.view,
         place.number,
         query.is_left,
         query.is_inner,
         query.is_ungrouped,
         query.first_table,
         query.entries[place.number + 1] AS rest,
         pg_catalog.substr(query.entries[place.number],
           pg_catalog.strpos(query.entries[place.number], '{TARGETENTRY :expr ') + 19) AS expression
  FROM query
  CROSS JOIN LATERAL pg_catalog.generate_series(1, pg_catalog.cardinality(query.entries) - 1) place (number)
), target AS MATERIALIZED (
  SELECT entry.view,
         entry.number,
         pg_catalog.split_part(pg_catalog.split_part(entry.rest, ' :resorigtbl ', 2), ' ', 1)::pg_catalog.oid AS relation,
         pg_catalog.split_part(pg_catalog.split_part(entry.rest, ' :resorigcol ', 2), ' ', 1)::pg_catalog.int2 AS attribute,
         -- No outer join and no set operation, however deep; but LEFT joins of tables keep the first of them whole.
         entry.is_ungrouped AND pg_catalog.starts_with(entry.expression, '{VAR :varno ')
           AND (entry.is_inner
             OR entry.is_left AND pg_catalog.starts_with(entry.first_table,
               pg_catalog.concat(pg_catalog.split_part(entry.expression, ' ', 3), '}'))) AS adds_no_null,
         -- Counts, numbers of rows and tests; literals, also where one is the last resort of COALESCE.
         CASE
           WHEN NOT entry.is_ungrouped THEN false
           WHEN pg_catalog.split_part(entry.expression, ' ', 1) IN ('{NULLTEST', '{BOOLEANTEST', '{DISTINCTEXPR') THEN true
           WHEN pg_catalog.split_part(entry.expression, ' ', 1) IN ('{AGGREF', '{WINDOWFUNC')
             THEN pg_catalog.split_part(entry.expression, ' ', 3) IN ('2147', '2803', '3100', '3101', '3102', '3103', '3104')
           WHEN pg_catalog.split_part(entry.expression, ' ', 1) IN ('{CONST', '{RELABELTYPE', '{FUNCEXPR', '{COALESCEEXPR')
             THEN entry.expression ~ pg_catalog.concat(
             CASE WHEN entry.expression ~ '^\{COALESCEEXPR ' THEN '' ELSE '^' END,
             '(\{CONST [^{}]*:constisnull false [^{}]*\}',
             -- As another type of the same bytes, or as another number.
             '|\{(RELABELTYPE :arg |FUNCEXPR :funcid (313|314|316|318|481|482|1740|1746|1781) [^{}]*:args \()',
             '\{CONST [^{}]*:constisnull false [^{}]*\}[^{}]*\})',
             CASE WHEN entry.expression ~ '^\{COALESCEEXPR ' THEN '\) :location -?\d+\}' END,
             ' :resno \d+$')
           ELSE false
         END AS is_never_null
  FROM entry
), proven (view, number) AS (
  SELECT target.view, target.number
  FROM target
  WHERE target.is_never_null
    OR target.adds_no_null AND EXISTS (
      SELECT
      FROM pg_catalog.pg_attribute shown
      JOIN pg_catalog.pg_class source ON source.oid = shown.attrelid
      WHERE shown.attrelid = target.relation
        AND shown.attnum = target.attribute
        AND shown.attnotnull
        -- A child that inherits may drop its NOT NULL, a foreign table does not enforce it, and a materialized view
        -- may be older than it. Nor does a domain that is NOT NULL keep every NULL out.
        AND (source.relkind = 'r' AND NOT EXISTS (SELECT FROM pg_catalog.pg_inherits h WHERE h.inhparent = source.oid)
             OR source.relkind = 'p' AND NOT EXISTS (
                  SELECT FROM pg_catalog.pg_class f WHERE f.relkind = 'f' AND f.relispartition))
        -- From 18 on it may be NOT VALID.
        AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_constraint k
          WHERE k.conrelid = source.oid AND k.contype = 'n' AND NOT k.convalidated
            AND shown.attnum = ANY (k.conkey))
      OFFSET 0)  -- or the server reads all of pg_attribute
  UNION
  SELECT target.view, target.number
  FROM proven
  JOIN target ON target.relation = proven.view AND target.attribute = proven.number AND target.adds_no_null
)
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.relname::pg_catalog.text AS view_name,
       a.attname::pg_catalog.text AS column_name,
       source_schema.nspname::pg_catalog.text AS source_schema,
       source.relname::pg_catalog.text AS source_table,
       shown.attname::pg_catalog.text AS source_column,
       NOT EXISTS (SELECT FROM proven WHERE proven.view = c.oid AND proven.number = a.attnum) AS is_nullable
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
-- One row for each column: the server leaves it out for who does not ask for the source.
LEFT JOIN (
  WITH RECURSIVE step AS (
    SELECT target.view, target.number, target.relation, target.attribute
    FROM target
    WHERE target.relation <> 0
    UNION ALL
    SELECT step.view, step.number, target.relation, target.attribute
    FROM step
    JOIN target ON target.view = step.relation AND target.number = step.attribute AND target.relation <> 0
  )
  SELECT DISTINCT ON (step.view, step.number) step.view, step.number, step.relation, step.attribute
  FROM step
  WHERE NOT EXISTS (
    SELECT FROM target deeper
    WHERE deeper.view = step.relation AND deeper.number = step.attribute AND deeper.relation <> 0)
) last ON last.view = c.oid AND last.number = a.attnum
LEFT JOIN pg_catalog.pg_class source ON source.oid = last.relation
LEFT JOIN pg_catalog.pg_namespace source_schema ON source_schema.oid = source.relnamespace
LEFT JOIN pg_catalog.pg_attribute shown ON shown.attrelid = source.oid AND shown.attnum = last.attribute
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
