-- publications: the publications of logical replication. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT c.pubname::pg_catalog.text AS publication_name,
       c.oid::pg_catalog.int8 AS object_id,
       c.puballtables AS is_for_all_tables,
       pg_catalog.to_jsonb(pg_catalog.array_remove(ARRAY[
         CASE WHEN c.pubinsert THEN 'insert' END,
         CASE WHEN c.pubupdate THEN 'update' END,
         CASE WHEN c.pubdelete THEN 'delete' END,
         CASE WHEN c.pubtruncate THEN 'truncate' END], NULL)) AS operations,
       c.pubviaroot AS via_root,
       published.tables,
       spaces.schemas,
       pg_catalog.pg_get_userbyid(c.pubowner)::pg_catalog.text AS owner,
       description.description AS comment
FROM pg_catalog.pg_publication c
CROSS JOIN LATERAL (
  SELECT COALESCE(
           pg_catalog.jsonb_agg(
             pg_catalog.jsonb_build_object(
               'schema_name', n.nspname,
               'table_name', t.relname,
               'columns', columns.names,
               'condition', pg_catalog.pg_get_expr(p.prqual, p.prrelid))
             ORDER BY n.nspname COLLATE "C", t.relname COLLATE "C"),
           '[]'::pg_catalog.jsonb) AS tables
  FROM pg_catalog.pg_publication_rel p
  JOIN pg_catalog.pg_class t ON t.oid = p.prrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
  CROSS JOIN LATERAL (
    SELECT pg_catalog.jsonb_agg(a.attname ORDER BY a.attnum) AS names
    FROM pg_catalog.unnest(p.prattrs::pg_catalog.int2[]) k (number)
    JOIN pg_catalog.pg_attribute a ON a.attrelid = p.prrelid AND a.attnum = k.number
  ) columns
  WHERE p.prpubid = c.oid
) published
CROSS JOIN LATERAL (
  SELECT COALESCE(pg_catalog.jsonb_agg(n.nspname ORDER BY n.nspname COLLATE "C"), '[]'::pg_catalog.jsonb) AS schemas
  FROM pg_catalog.pg_publication_namespace p
  JOIN pg_catalog.pg_namespace n ON n.oid = p.pnnspid
  WHERE p.pnpubid = c.oid
) spaces
LEFT JOIN pg_catalog.pg_description description
  ON description.objoid = c.oid
  AND description.classoid = 'pg_catalog.pg_publication'::pg_catalog.regclass
  AND description.objsubid = 0
WHERE true
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_publication'::pg_catalog.regclass
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype = 'e')
