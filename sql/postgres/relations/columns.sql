-- columns: the columns of everything in tables, in table order. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.relname::pg_catalog.text AS table_name,
       a.attname::pg_catalog.text AS column_name,
       a.position,
       pg_catalog.format_type(a.atttypid, a.atttypmod) AS data_type,
       CASE shown.typtype
         WHEN 'b' THEN 'base'
         WHEN 'e' THEN 'enum'
         WHEN 'd' THEN 'domain'
         WHEN 'c' THEN 'composite'
         WHEN 'r' THEN 'range'
         WHEN 'm' THEN 'multirange'
         ELSE 'pseudo'
       END::pg_catalog.text AS type_kind,
       shown_schema.nspname::pg_catalog.text AS type_schema,
       COALESCE(shown.typname::pg_catalog.text, '???') AS type_name,
       CASE COALESCE(behind.typtype, shown.typtype)
         WHEN 'b' THEN 'base'
         -- An enum of an extension has no row in enums: nobody could look it up.
         WHEN 'e' THEN CASE
           WHEN EXISTS (
             SELECT FROM pg_catalog.pg_depend owner
             WHERE owner.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
               AND owner.objid = COALESCE(behind.oid, shown.oid)
               AND owner.deptype = 'e') THEN 'base'
           ELSE 'enum'
         END
         WHEN 'c' THEN 'composite'
         WHEN 'r' THEN 'range'
         WHEN 'm' THEN 'multirange'
         ELSE 'pseudo'
       END::pg_catalog.text AS base_kind,
       COALESCE(behind.nspname, shown_schema.nspname)::pg_catalog.text AS base_schema,
       COALESCE(behind.typname, shown.typname, '???')::pg_catalog.text AS base_name,
       -- The declared dimensions are not kept in views and CREATE TABLE AS: an array has at least one.
       (CASE WHEN element.oid IS NULL THEN 0 ELSE GREATEST(a.attndims, 1) END
        + COALESCE(behind.dimensions, 0))::pg_catalog.int8 AS array_dimensions,
       c.relkind IN ('v', 'm') OR NOT (a.attnotnull OR COALESCE(behind.is_not_null AND element.oid IS NULL, false))
         AS is_nullable,
       value.default_expression,
       CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END::pg_catalog.text
         AS identity,
       CASE a.attgenerated WHEN 's' THEN 'stored' WHEN 'v' THEN 'virtual' END::pg_catalog.text
         AS generated,
       CASE WHEN a.attgenerated <> '' THEN pg_catalog.pg_get_expr(stored.adbin, stored.adrelid) END
         AS generation_expression,
       -- NULL::character varying is what dumps make of DEFAULT NULL.
       a.attidentity <> '' OR a.attgenerated <> ''
         OR COALESCE(value.default_expression NOT LIKE 'NULL::%', false) AS has_default,
       a.attidentity <> 'a' AND a.attgenerated = ''
         AND CASE
               WHEN c.relkind IN ('r', 'p') THEN true
               WHEN c.relkind = 'm' THEN false
               -- As in tables.
               WHEN EXISTS (SELECT FROM pg_catalog.pg_foreign_data_wrapper w WHERE w.fdwhandler = 0)
                 AND EXISTS (
                   WITH RECURSIVE below (relation) AS (
                     SELECT c.oid
                     UNION
                     SELECT d.refobjid
                     FROM below
                     JOIN pg_catalog.pg_rewrite r ON r.ev_class = below.relation
                     JOIN pg_catalog.pg_depend d ON d.objid = r.oid
                       AND d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
                       AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                   )
                   SELECT
                   FROM below
                   JOIN pg_catalog.pg_foreign_table f ON f.ftrelid = below.relation
                   JOIN pg_catalog.pg_foreign_server server ON server.oid = f.ftserver
                   JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = server.srvfdw
                   WHERE w.fdwhandler = 0)
                 THEN false
               -- Bits 2 to 4: the server can tell columns of views that it updates and deletes from.
               WHEN c.relkind = 'v' AND pg_catalog.pg_relation_is_updatable(c.oid, false) & 28 = 28
                 -- An INSTEAD OF trigger or a rule takes the row as it is, every column of it.
                 AND NOT EXISTS (
                   SELECT FROM pg_catalog.pg_trigger t
                   WHERE t.tgrelid = c.oid AND t.tgtype & 68 = 68)
                 AND NOT EXISTS (
                   SELECT FROM pg_catalog.pg_rewrite r
                   WHERE r.ev_class = c.oid AND r.ev_type = '3' AND r.is_instead
                     AND r.ev_qual::pg_catalog.text = '<>')
                 THEN pg_catalog.pg_column_is_updatable(c.oid, a.attnum, false)
               ELSE pg_catalog.pg_relation_is_updatable(c.oid, true) & 8 <> 0
             END AS is_insertable,
       CASE WHEN a.attcollation <> 0 AND a.attcollation <> declared.typcollation
         THEN a.attcollation::pg_catalog.regcollation::pg_catalog.text
       END AS collation,
       description.description AS comment
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
-- Dropped columns leave holes in attnum. Counting inside one relation keeps a read of one table cheap.
CROSS JOIN LATERAL (
  SELECT attribute.*, pg_catalog.row_number() OVER (ORDER BY attribute.attnum) AS position
  FROM pg_catalog.pg_attribute attribute
  WHERE attribute.attrelid = c.oid
    AND attribute.attnum > 0
    AND NOT attribute.attisdropped
) a
-- Of a type that is gone the rest is told.
LEFT JOIN pg_catalog.pg_type declared ON declared.oid = a.atttypid
LEFT JOIN pg_catalog.pg_type element
  ON element.oid = declared.typelem
  AND element.typarray = declared.oid
LEFT JOIN pg_catalog.pg_type shown ON shown.oid = COALESCE(element.oid, declared.oid)
LEFT JOIN pg_catalog.pg_namespace shown_schema ON shown_schema.oid = shown.typnamespace
LEFT JOIN (
  -- What each domain stands for. NOT NULL counts as long as no array lies between it and the column.
  WITH RECURSIVE step (domain, type, dimensions, is_not_null, is_direct) AS (
    SELECT domain.oid, domain.oid, 0, false, true
    FROM pg_catalog.pg_type domain
    WHERE domain.typtype = 'd'
    UNION ALL
    SELECT step.domain, COALESCE(item.oid, base.oid),
           step.dimensions + CASE WHEN item.oid IS NULL THEN 0 ELSE GREATEST(domain.typndims, 1) END,
           step.is_not_null OR (step.is_direct AND domain.typnotnull),
           step.is_direct AND item.oid IS NULL
    FROM step
    JOIN pg_catalog.pg_type domain ON domain.oid = step.type AND domain.typtype = 'd'
    JOIN pg_catalog.pg_type base ON base.oid = domain.typbasetype
    LEFT JOIN pg_catalog.pg_type item ON item.oid = base.typelem AND item.typarray = base.oid
  )
  SELECT step.domain, last.oid, last.typtype, last.typname, last_schema.nspname, step.dimensions, step.is_not_null
  FROM step
  JOIN pg_catalog.pg_type last ON last.oid = step.type
  JOIN pg_catalog.pg_namespace last_schema ON last_schema.oid = last.typnamespace
  WHERE last.typtype <> 'd'
) behind ON behind.domain = shown.oid
LEFT JOIN pg_catalog.pg_attrdef stored ON a.atthasdef AND stored.adrelid = a.attrelid AND stored.adnum = a.attnum
CROSS JOIN LATERAL (
  SELECT CASE
    WHEN a.attgenerated <> '' THEN NULL
    -- Defaults name no columns: the server need not look up the table.
    WHEN stored.oid IS NOT NULL THEN pg_catalog.pg_get_expr(stored.adbin, 0)
    WHEN declared.typtype = 'd' AND c.relkind NOT IN ('v', 'm')
      THEN pg_catalog.pg_get_expr(declared.typdefaultbin, 0)
  END AS default_expression
  OFFSET 0  -- not to be computed once for each use
) value
LEFT JOIN pg_catalog.pg_description description
  ON description.objoid = a.attrelid
  AND description.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
  AND description.objsubid = a.attnum
WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm')
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_'
  AND n.nspname NOT IN ('information_schema', 'ddltrail')
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype = 'e')
