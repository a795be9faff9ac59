-- sequences: the sequences, those behind serial and identity columns included. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.relname::pg_catalog.text AS sequence_name,
       c.oid::pg_catalog.int8 AS object_id,
       pg_catalog.format_type(s.seqtypid, NULL) AS data_type,
       s.seqstart AS start_value,
       s.seqmin AS min_value,
       s.seqmax AS max_value,
       s.seqincrement AS increment,
       s.seqcache AS cache_size,
       s.seqcycle AS is_cyclic,
       COALESCE(holder.is_identity, false) AS is_identity,
       holder.table_schema,
       holder.table_name,
       holder.column_name,
       pg_catalog.pg_get_userbyid(c.relowner)::pg_catalog.text AS owner,
       description.description AS comment,
       CASE c.relpersistence WHEN 'u' THEN 'unlogged' END AS persistence
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_sequence s ON s.seqrelid = c.oid
LEFT JOIN LATERAL (
  SELECT tn.nspname::pg_catalog.text AS table_schema,
         t.relname::pg_catalog.text AS table_name,
         a.attname::pg_catalog.text AS column_name,
         d.deptype = 'i' AS is_identity
  FROM pg_catalog.pg_depend d
  JOIN pg_catalog.pg_class t ON t.oid = d.refobjid
  JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
  JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
  WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND d.objid = c.oid
    AND d.objsubid = 0
    AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND d.refobjsubid > 0
    AND d.deptype IN ('a', 'i')
) holder ON true
LEFT JOIN pg_catalog.pg_description description
  ON description.objoid = c.oid
  AND description.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
  AND description.objsubid = 0
WHERE c.relkind = 'S'
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_'
  AND n.nspname NOT IN ('information_schema', 'ddltrail')
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype = 'e')
