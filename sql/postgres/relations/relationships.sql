-- relationships: each foreign key seen from both of its sides, and join tables. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.relname::pg_catalog.text AS table_name,
       edge.kind::pg_catalog.text AS kind,
       near_keys.names AS columns,
       target_schema.nspname::pg_catalog.text AS referenced_schema,
       target.relname::pg_catalog.text AS referenced_table,
       far_keys.names AS referenced_columns,
       edge.conname::pg_catalog.text AS constraint_name,
       through_schema.nspname::pg_catalog.text AS through_schema,
       through.relname::pg_catalog.text AS through_table
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN (
  SELECT link.conrelid AS near, link.conkey AS near_key,
         link.confrelid AS far, link.confkey AS far_key,
         CASE WHEN EXISTS (
           SELECT FROM pg_catalog.pg_index i
           WHERE i.indrelid = link.conrelid
             AND i.indisunique
             AND i.indisvalid
             AND i.indpred IS NULL
             AND i.indexprs IS NULL
             AND (i.indkey::pg_catalog.int2[])[0:i.indnkeyatts - 1] <@ link.conkey)
         THEN 'one-to-one' ELSE 'many-to-one' END AS kind,
         link.conname, link.conrelid AS holder, link.conparentid, 0::pg_catalog.oid AS middle
  FROM pg_catalog.pg_constraint link
  WHERE link.contype = 'f'
  UNION ALL
  SELECT link.confrelid, link.confkey, link.conrelid, link.conkey,
         CASE WHEN EXISTS (
           SELECT FROM pg_catalog.pg_index i
           WHERE i.indrelid = link.conrelid
             AND i.indisunique
             AND i.indisvalid
             AND i.indpred IS NULL
             AND i.indexprs IS NULL
             AND (i.indkey::pg_catalog.int2[])[0:i.indnkeyatts - 1] <@ link.conkey)
         THEN 'one-to-one' ELSE 'one-to-many' END,
         link.conname, link.conrelid, link.conparentid, 0::pg_catalog.oid
  FROM pg_catalog.pg_constraint link
  WHERE link.contype = 'f'
  UNION ALL
  -- A join table: two foreign keys that share no column make up its primary key.
  SELECT one.confrelid, one.confkey, other.confrelid, other.confkey, 'many-to-many',
         one.conname, one.conrelid, one.conparentid, one.conrelid
  FROM pg_catalog.pg_constraint one
  JOIN pg_catalog.pg_constraint key ON key.conrelid = one.conrelid AND key.contype = 'p'
  JOIN pg_catalog.pg_constraint other ON other.conrelid = one.conrelid AND other.contype = 'f'
  WHERE one.contype = 'f'
    AND one.oid <> other.oid
    AND key.conkey @> one.conkey
    AND key.conkey @> other.conkey
    AND NOT one.conkey && other.conkey
    AND pg_catalog.cardinality(key.conkey)
        = pg_catalog.cardinality(one.conkey) + pg_catalog.cardinality(other.conkey)
    AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_constraint origin
      WHERE origin.oid = other.conparentid
        AND origin.conrelid = other.conrelid)
) edge ON edge.near = c.oid
JOIN pg_catalog.pg_class target ON target.oid = edge.far
JOIN pg_catalog.pg_namespace target_schema ON target_schema.oid = target.relnamespace
CROSS JOIN LATERAL (
  SELECT pg_catalog.jsonb_agg(a.attname ORDER BY k.place) AS names
  FROM pg_catalog.unnest(edge.near_key) WITH ORDINALITY k (number, place)
  JOIN pg_catalog.pg_attribute a ON a.attrelid = edge.near AND a.attnum = k.number
) near_keys
CROSS JOIN LATERAL (
  SELECT pg_catalog.jsonb_agg(a.attname ORDER BY k.place) AS names
  FROM pg_catalog.unnest(edge.far_key) WITH ORDINALITY k (number, place)
  JOIN pg_catalog.pg_attribute a ON a.attrelid = edge.far AND a.attnum = k.number
) far_keys
LEFT JOIN pg_catalog.pg_class through ON through.oid = edge.middle
LEFT JOIN pg_catalog.pg_namespace through_schema ON through_schema.oid = through.relnamespace
WHERE c.relpersistence <> 't'
  -- A foreign key to a partitioned table has an internal twin for each of its partitions.
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_constraint origin
    WHERE origin.oid = edge.conparentid
      AND origin.conrelid = edge.holder)
  AND n.nspname !~ '^pg_'
  AND n.nspname NOT IN ('information_schema', 'ddltrail')
  AND target_schema.nspname !~ '^pg_'
  AND target_schema.nspname NOT IN ('information_schema', 'ddltrail')
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND member.objid IN (edge.near, edge.far)
      AND member.objsubid = 0
      AND member.deptype = 'e')
