-- foreign_keys: the foreign keys of tables, with their pairs of columns. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.relname::pg_catalog.text AS table_name,
       constr.conname::pg_catalog.text AS constraint_name,
       COALESCE(keys.columns, pg_catalog.jsonb_build_array(first.attname)) AS columns,
       target_schema.nspname::pg_catalog.text AS referenced_schema,
       target.relname::pg_catalog.text AS referenced_table,
       COALESCE(keys.referenced_columns, pg_catalog.jsonb_build_array(first_target.attname)) AS referenced_columns,
       CASE constr.confupdtype
         WHEN 'a' THEN 'no action'
         WHEN 'r' THEN 'restrict'
         WHEN 'c' THEN 'cascade'
         WHEN 'n' THEN 'set null'
         ELSE 'set default'
       END::pg_catalog.text AS on_update,
       CASE constr.confdeltype
         WHEN 'a' THEN 'no action'
         WHEN 'r' THEN 'restrict'
         WHEN 'c' THEN 'cascade'
         WHEN 'n' THEN 'set null'
         ELSE 'set default'
       END::pg_catalog.text AS on_delete
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_constraint constr ON constr.conrelid = c.oid
JOIN pg_catalog.pg_class target ON target.oid = constr.confrelid
JOIN pg_catalog.pg_namespace target_schema ON target_schema.oid = target.relnamespace
JOIN pg_catalog.pg_attribute first ON first.attrelid = constr.conrelid AND first.attnum = constr.conkey[1]
JOIN pg_catalog.pg_attribute first_target ON first_target.attrelid = constr.confrelid
  AND first_target.attnum = constr.confkey[1]
LEFT JOIN LATERAL (
  -- Most have one column, which needs no aggregate.
  SELECT pg_catalog.jsonb_agg(a.attname ORDER BY k.place) AS columns,
         pg_catalog.jsonb_agg(fa.attname ORDER BY k.place) AS referenced_columns
  FROM ROWS FROM (pg_catalog.unnest(constr.conkey), pg_catalog.unnest(constr.confkey))
    WITH ORDINALITY k (number, target_number, place)
  JOIN pg_catalog.pg_attribute a ON a.attrelid = constr.conrelid AND a.attnum = k.number
  JOIN pg_catalog.pg_attribute fa ON fa.attrelid = constr.confrelid AND fa.attnum = k.target_number
  WHERE pg_catalog.cardinality(constr.conkey) > 1
) keys ON true
WHERE constr.contype = 'f'
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
