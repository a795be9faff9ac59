-- constraints: primary keys, unique, foreign key, check and exclusion constraints. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.relname::pg_catalog.text AS table_name,
       constr.conname::pg_catalog.text AS constraint_name,
       CASE constr.contype
         WHEN 'p' THEN 'primary key'
         WHEN 'u' THEN 'unique'
         WHEN 'f' THEN 'foreign key'
         WHEN 'c' THEN 'check'
         ELSE 'exclusion'
       END::pg_catalog.text AS kind,
       -- Most have one column, which needs no aggregate. 0 is an expression.
       CASE pg_catalog.cardinality(constr.conkey)
         WHEN 1 THEN pg_catalog.jsonb_build_array(first.attname)
         ELSE (
           -- A check names its columns as they come: they stand in table order here.
           SELECT COALESCE(
                    pg_catalog.jsonb_agg(a.attname ORDER BY
                      CASE WHEN constr.contype = 'c' THEN a.attnum::pg_catalog.int8 ELSE k.place END),
                    '[]'::pg_catalog.jsonb)
           FROM pg_catalog.unnest(constr.conkey) WITH ORDINALITY k (number, place)
           LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = constr.conrelid AND a.attnum = k.number
             AND k.number <> 0)
       END AS columns,
       pg_catalog.pg_get_constraintdef(constr.oid) AS definition,
       constr.condeferrable AS is_deferrable,
       constr.condeferred AS is_deferred,
       constr.convalidated AS is_validated,
       description.description AS comment
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_constraint constr ON constr.conrelid = c.oid
LEFT JOIN pg_catalog.pg_attribute first ON first.attrelid = constr.conrelid AND first.attnum = constr.conkey[1]
  AND first.attnum <> 0
LEFT JOIN pg_catalog.pg_description description
  ON description.objoid = constr.oid
  AND description.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
  AND description.objsubid = 0
WHERE constr.contype IN ('p', 'u', 'f', 'c', 'x')
  -- A foreign key to a partitioned table has an internal twin for each of its partitions.
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_constraint origin
    WHERE origin.oid = constr.conparentid
      AND origin.conrelid = constr.conrelid)
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_'
  AND n.nspname NOT IN ('information_schema', 'ddltrail')
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype = 'e')
