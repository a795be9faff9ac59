-- The definition of every object that the relations describe, as change_log has it beside each row.

-- The catalog that the ids of a kind of objects come from; null for kinds that no relation describes.
CREATE FUNCTION ddltrail.catalog_of(object_kind text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN object_kind OPERATOR(pg_catalog.=) ANY (ARRAY['table', 'partitioned table', 'foreign table', 'view',
    'materialized view', 'index', 'sequence']) THEN 'pg_class'
  WHEN object_kind OPERATOR(pg_catalog.=) ANY (ARRAY['enum', 'domain', 'composite type', 'range type']) THEN 'pg_type'
  WHEN object_kind OPERATOR(pg_catalog.=) ANY (ARRAY['function', 'procedure', 'aggregate']) THEN 'pg_proc'
  WHEN object_kind OPERATOR(pg_catalog.=) 'schema' THEN 'pg_namespace'
END;

CREATE VIEW ddltrail.definitions AS
SELECT ddltrail.catalog_of(object.object_kind) AS catalog,
       object.object_kind,
       object.object_id,
       object.schema_name,
       object.object_name,
       CASE object.object_kind
         WHEN 'schema' THEN pg_catalog.quote_ident(object.object_name)
         WHEN 'function' THEN routine.identity
         WHEN 'procedure' THEN routine.identity
         WHEN 'aggregate' THEN routine.identity
         ELSE pg_catalog.format('%I.%I', object.schema_name, object.object_name)
       END AS object_identity,
       object.definition
FROM (
  SELECT t.kind AS object_kind, t.object_id, t.schema_name, t.table_name AS object_name,
         pg_catalog.jsonb_build_object(
           'tables', pg_catalog.jsonb_build_array(pg_catalog.to_jsonb(t)),
           'columns', COALESCE(c.rows, '[]'::pg_catalog.jsonb),
           'constraints', COALESCE(k.rows, '[]'::pg_catalog.jsonb),
           'foreign_keys', COALESCE(f.rows, '[]'::pg_catalog.jsonb))
         OPERATOR(pg_catalog.||) COALESCE(v.rows, '{}'::pg_catalog.jsonb) AS definition
  FROM ddltrail.tables t
  LEFT JOIN (
    SELECT r.schema_name, r.table_name,
           pg_catalog.jsonb_agg(pg_catalog.to_jsonb(r) ORDER BY r.position) AS rows
    FROM ddltrail.columns r
    GROUP BY r.schema_name, r.table_name
  ) c ON c.schema_name OPERATOR(pg_catalog.=) t.schema_name
    AND c.table_name OPERATOR(pg_catalog.=) t.table_name
  LEFT JOIN (
    SELECT r.schema_name, r.table_name,
           pg_catalog.jsonb_agg(pg_catalog.to_jsonb(r)
             ORDER BY r.kind COLLATE "C", r.constraint_name COLLATE "C") AS rows
    FROM ddltrail.constraints r
    GROUP BY r.schema_name, r.table_name
  ) k ON k.schema_name OPERATOR(pg_catalog.=) t.schema_name
    AND k.table_name OPERATOR(pg_catalog.=) t.table_name
  LEFT JOIN (
    SELECT r.schema_name, r.table_name,
           pg_catalog.jsonb_agg(pg_catalog.to_jsonb(r) ORDER BY r.constraint_name COLLATE "C") AS rows
    FROM ddltrail.foreign_keys r
    GROUP BY r.schema_name, r.table_name
  ) f ON f.schema_name OPERATOR(pg_catalog.=) t.schema_name
    AND f.table_name OPERATOR(pg_catalog.=) t.table_name
  LEFT JOIN (
    SELECT r.schema_name, r.view_name,
           pg_catalog.jsonb_build_object(
             'views', pg_catalog.jsonb_build_array(pg_catalog.to_jsonb(r))) AS rows
    FROM ddltrail.views r
  ) v ON v.schema_name OPERATOR(pg_catalog.=) t.schema_name
    AND v.view_name OPERATOR(pg_catalog.=) t.table_name
  UNION ALL
  SELECT 'index', r.object_id, r.schema_name, r.index_name,
         pg_catalog.jsonb_build_object('indexes', pg_catalog.jsonb_build_array(pg_catalog.to_jsonb(r)))
  FROM ddltrail.indexes r
  UNION ALL
  SELECT 'sequence', r.object_id, r.schema_name, r.sequence_name,
         pg_catalog.jsonb_build_object('sequences', pg_catalog.jsonb_build_array(pg_catalog.to_jsonb(r)))
  FROM ddltrail.sequences r
  UNION ALL
  SELECT 'enum', r.object_id, r.schema_name, r.enum_name,
         pg_catalog.jsonb_build_object('enums', pg_catalog.jsonb_build_array(pg_catalog.to_jsonb(r)))
  FROM ddltrail.enums r
  UNION ALL
  SELECT 'domain', r.object_id, r.schema_name, r.domain_name,
         pg_catalog.jsonb_build_object('domains', pg_catalog.jsonb_build_array(pg_catalog.to_jsonb(r)))
  FROM ddltrail.domains r
  UNION ALL
  SELECT 'composite type', r.object_id, r.schema_name, r.type_name,
         pg_catalog.jsonb_build_object('composite_types', pg_catalog.jsonb_build_array(pg_catalog.to_jsonb(r)))
  FROM ddltrail.composite_types r
  UNION ALL
  SELECT 'range type', r.object_id, r.schema_name, r.type_name,
         pg_catalog.jsonb_build_object('range_types', pg_catalog.jsonb_build_array(pg_catalog.to_jsonb(r)))
  FROM ddltrail.range_types r
  UNION ALL
  -- The log tells window functions from others by their definition only.
  SELECT CASE r.kind WHEN 'window function' THEN 'function' ELSE r.kind END,
         r.object_id, r.schema_name, r.routine_name,
         pg_catalog.jsonb_build_object('routines', pg_catalog.jsonb_build_array(pg_catalog.to_jsonb(r)))
  FROM ddltrail.routines r
  UNION ALL
  SELECT 'schema', r.object_id, NULL, r.schema_name,
         pg_catalog.jsonb_build_object('schemas', pg_catalog.jsonb_build_array(pg_catalog.to_jsonb(r)))
  FROM ddltrail.schemas r
) object
LEFT JOIN LATERAL (
  SELECT found.identity
  FROM pg_catalog.pg_identify_object('pg_catalog.pg_proc'::pg_catalog.regclass, object.object_id::pg_catalog.oid, 0) found
  WHERE ddltrail.catalog_of(object.object_kind) OPERATOR(pg_catalog.=) 'pg_proc'
) routine ON true;
