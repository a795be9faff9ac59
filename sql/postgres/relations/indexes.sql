-- indexes: the indexes, those behind primary keys and unique constraints included. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.relname::pg_catalog.text AS table_name,
       own.relname::pg_catalog.text AS index_name,
       own.oid::pg_catalog.int8 AS object_id,
       method.amname::pg_catalog.text AS method,
       pg_catalog.jsonb_path_query_array(parts.keys, '$[*].column') AS columns,
       i.indisunique AS is_unique,
       EXISTS (
         SELECT FROM pg_catalog.pg_constraint constr
         WHERE constr.conrelid = i.indrelid
           AND constr.conindid = i.indexrelid
           AND constr.contype IN ('p', 'u', 'x')) AS is_constraint,
       i.indpred IS NOT NULL AS is_partial,
       i.indisvalid AS is_valid,
       pg_catalog.pg_get_indexdef(i.indexrelid) AS definition,
       description.description AS comment,
       parts.keys,
       CASE WHEN i.indnatts = i.indnkeyatts THEN '[]'::pg_catalog.jsonb
         ELSE (
           SELECT pg_catalog.jsonb_agg(a.attname ORDER BY k.place)
           FROM pg_catalog.unnest(i.indkey::pg_catalog.int2[]) WITH ORDINALITY k (number, place)
           JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
           WHERE k.place > i.indnkeyatts)
       END AS included,
       CASE WHEN i.indpred IS NOT NULL THEN pg_catalog.pg_get_expr(i.indpred, i.indrelid) END AS predicate,
       NOT i.indnullsnotdistinct AS nulls_distinct
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_index i ON i.indrelid = c.oid
JOIN pg_catalog.pg_class own ON own.oid = i.indexrelid
JOIN pg_catalog.pg_am method ON method.oid = own.relam
CROSS JOIN LATERAL (
  SELECT pg_catalog.jsonb_agg(
           pg_catalog.jsonb_build_object(
             'column', a.attname,
             'expression', CASE WHEN a.attname IS NULL
               THEN pg_catalog.pg_get_indexdef(i.indexrelid, k.place, false) END,
             -- One look at all classes costs less than a join for each index.
             'operator_class', (
               SELECT pg_catalog.jsonb_object_agg(class.oid, pg_catalog.format('%I.%I', home.nspname, class.opcname))
               FROM pg_catalog.pg_opclass class
               JOIN pg_catalog.pg_namespace home ON home.oid = class.opcnamespace) -> k.class::pg_catalog.text,
             'collation', CASE
               WHEN k.sorting NOT IN (0, (
                 SELECT sorted.typcollation
                 FROM pg_catalog.pg_type sorted
                 -- Only the index has the type of an expression.
                 WHERE sorted.oid = COALESCE(a.atttypid, (
                   SELECT e.atttypid
                   FROM pg_catalog.pg_attribute e
                   WHERE e.attrelid = i.indexrelid AND e.attnum = k.place))))
                 THEN k.sorting::pg_catalog.regcollation::pg_catalog.text END,
             'is_descending', k.direction & 1 <> 0,
             'nulls_first', k.direction & 2 <> 0)
           ORDER BY k.place) AS keys
  FROM (
    SELECT key.class, key.place::pg_catalog.int4 AS place, i.indkey[key.place::pg_catalog.int4 - 1] AS number, i.indcollation[key.place::pg_catalog.int4 - 1] AS sorting,
           i.indoption[key.place::pg_catalog.int4 - 1] AS direction
    FROM pg_catalog.unnest(i.indclass::pg_catalog.oid[]) WITH ORDINALITY key (class, place)
  ) k
  -- 0 is an expression.
  LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number AND k.number <> 0
) parts
LEFT JOIN pg_catalog.pg_description description
  ON description.objoid = own.oid
  AND description.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
  AND description.objsubid = 0
WHERE c.relkind IN ('r', 'p', 'm')
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_'
  AND n.nspname NOT IN ('information_schema', 'ddltrail')
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype = 'e')
