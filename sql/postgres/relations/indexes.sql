-- indexes: the indexes, those behind primary keys and unique constraints included. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.relname::pg_catalog.text AS table_name,
       own.relname::pg_catalog.text AS index_name,
       own.oid::pg_catalog.int8 AS object_id,
       method.amname::pg_catalog.text AS method,
       -- Most have one column, which needs no aggregate. 0 is an expression.
       CASE i.indnkeyatts
         WHEN 1 THEN pg_catalog.jsonb_build_array(first.attname)
         ELSE (
           SELECT pg_catalog.jsonb_agg(a.attname ORDER BY k.place)
           FROM pg_catalog.unnest(i.indkey::pg_catalog.int2[]) WITH ORDINALITY k (number, place)
           LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
             AND k.number <> 0
           WHERE k.place <= i.indnkeyatts)
       END AS columns,
       i.indisunique AS is_unique,
       EXISTS (
         SELECT FROM pg_catalog.pg_constraint constr
         WHERE constr.conrelid = i.indrelid
           AND constr.conindid = i.indexrelid
           AND constr.contype IN ('p', 'u', 'x')) AS is_constraint,
       i.indpred IS NOT NULL AS is_partial,
       i.indisvalid AS is_valid,
       pg_catalog.pg_get_indexdef(i.indexrelid) AS definition,
       description.description AS comment
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_index i ON i.indrelid = c.oid
JOIN pg_catalog.pg_class own ON own.oid = i.indexrelid
JOIN pg_catalog.pg_am method ON method.oid = own.relam
LEFT JOIN pg_catalog.pg_attribute first ON first.attrelid = i.indrelid AND first.attnum = i.indkey[0]
  AND first.attnum <> 0
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
