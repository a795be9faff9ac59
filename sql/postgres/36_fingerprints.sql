-- Fingerprints: see sql/README.md. The host computes the same of the rows that it reads.

-- The columns of a relation that fingerprints leave out.
CREATE FUNCTION ddltrail.not_compared(relation text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, pg_temp
AS $$
SELECT array_agg(item ->> 'name')
FROM jsonb_array_elements(ddltrail.contract() -> 'relations' -> relation -> 'columns') item
WHERE item -> 'compared' = 'false'
$$;

-- The rows that describe the schema, each with the object that it belongs to: names are unique within a family and
-- schema, and the kind stands in the object's own row.
CREATE VIEW ddltrail.described_rows AS
SELECT 'schemas' AS relation, 'schema' AS family, 'schema' AS kind, NULL AS schema_name, r.schema_name AS object_name,
       pg_catalog.to_jsonb(r) AS content
FROM ddltrail.schemas r
UNION ALL
SELECT 'extensions', 'extension', 'extension', NULL, r.extension_name, pg_catalog.to_jsonb(r)
FROM ddltrail.extensions r
UNION ALL
SELECT 'foreign_servers', 'server', 'server', NULL, r.server_name, pg_catalog.to_jsonb(r)
FROM ddltrail.foreign_servers r
UNION ALL
SELECT 'publications', 'publication', 'publication', NULL, r.publication_name, pg_catalog.to_jsonb(r)
FROM ddltrail.publications r
UNION ALL
SELECT 'enums', 'type', 'enum', r.schema_name, r.enum_name, pg_catalog.to_jsonb(r)
FROM ddltrail.enums r
UNION ALL
SELECT 'domains', 'type', 'domain', r.schema_name, r.domain_name, pg_catalog.to_jsonb(r)
FROM ddltrail.domains r
UNION ALL
SELECT 'composite_types', 'type', 'composite type', r.schema_name, r.type_name, pg_catalog.to_jsonb(r)
FROM ddltrail.composite_types r
UNION ALL
SELECT 'range_types', 'type', 'range type', r.schema_name, r.type_name, pg_catalog.to_jsonb(r)
FROM ddltrail.range_types r
UNION ALL
SELECT 'routines', 'routine', CASE r.kind WHEN 'window function' THEN 'function' ELSE r.kind END, r.schema_name,
       pg_catalog.concat(r.routine_name, '(', r.identity_arguments, ')'), pg_catalog.to_jsonb(r)
FROM ddltrail.routines r
UNION ALL
SELECT 'sequences', 'relation', 'sequence', r.schema_name, r.sequence_name, pg_catalog.to_jsonb(r)
FROM ddltrail.sequences r
UNION ALL
SELECT 'tables', 'relation', r.kind, r.schema_name, r.table_name, pg_catalog.to_jsonb(r)
FROM ddltrail.tables r
UNION ALL
SELECT 'parents', 'relation', NULL, r.schema_name, r.table_name, pg_catalog.to_jsonb(r)
FROM ddltrail.parents r
UNION ALL
SELECT 'table_properties', 'relation', NULL, r.schema_name, r.table_name, pg_catalog.to_jsonb(r)
FROM ddltrail.table_properties r
UNION ALL
SELECT 'columns', 'relation', NULL, r.schema_name, r.table_name, pg_catalog.to_jsonb(r)
FROM ddltrail.columns r
UNION ALL
SELECT 'column_properties', 'relation', NULL, r.schema_name, r.table_name, pg_catalog.to_jsonb(r)
FROM ddltrail.column_properties r
UNION ALL
SELECT 'constraints', 'relation', NULL, r.schema_name, r.table_name, pg_catalog.to_jsonb(r)
FROM ddltrail.constraints r
UNION ALL
SELECT 'foreign_keys', 'relation', NULL, r.schema_name, r.table_name, pg_catalog.to_jsonb(r)
FROM ddltrail.foreign_keys r
UNION ALL
SELECT 'rules', 'relation', NULL, r.schema_name, r.table_name, pg_catalog.to_jsonb(r)
FROM ddltrail.rules r
UNION ALL
SELECT 'views', 'relation', NULL, r.schema_name, r.view_name, pg_catalog.to_jsonb(r)
FROM ddltrail.views r
UNION ALL
SELECT 'indexes', 'relation', 'index', r.schema_name, r.index_name, pg_catalog.to_jsonb(r)
FROM ddltrail.indexes r
WHERE NOT r.is_constraint
UNION ALL
-- The constraint tells the rest of an index behind one.
SELECT 'indexes', 'relation', 'index', r.schema_name, r.index_name,
       pg_catalog.jsonb_build_object('schema_name', r.schema_name, 'index_name', r.index_name, 'comment', r.comment)
FROM ddltrail.indexes r
WHERE r.is_constraint AND r.comment IS NOT NULL
UNION ALL
SELECT 'triggers', 'trigger', 'trigger', r.schema_name, pg_catalog.concat(r.trigger_name, ' on ', r.table_name),
       pg_catalog.to_jsonb(r)
FROM ddltrail.triggers r
UNION ALL
SELECT 'policies', 'policy', 'policy', r.schema_name, pg_catalog.concat(r.policy_name, ' on ', r.table_name),
       pg_catalog.to_jsonb(r)
FROM ddltrail.policies r
UNION ALL
SELECT 'statistics', 'statistics object', 'statistics object', r.schema_name, r.statistics_name, pg_catalog.to_jsonb(r)
FROM ddltrail.statistics r
UNION ALL
-- Privileges name types and routines of all kinds as one.
SELECT 'privileges',
       CASE WHEN r.object_kind OPERATOR(pg_catalog.=) ANY
         (ARRAY['schema', 'server', 'foreign-data wrapper', 'type', 'routine']) THEN r.object_kind ELSE 'relation' END,
       NULL, CASE WHEN r.object_kind OPERATOR(pg_catalog.<>) 'schema' THEN r.schema_name END, r.object_name,
       pg_catalog.to_jsonb(r)
FROM ddltrail.privileges r
UNION ALL
SELECT 'default_privileges', 'default acl', 'default acl', r.schema_name,
       pg_catalog.concat(r.role, ' on ', r.object_kind), pg_catalog.to_jsonb(r)
FROM ddltrail.default_privileges r;

-- A function, since the relations are to be read under these settings, whatever the session has.
CREATE FUNCTION ddltrail.read_fingerprints()
RETURNS TABLE (object_kind text, schema_name text, object_name text, fingerprint text)
LANGUAGE sql STABLE ROWS 10000
SET search_path = pg_catalog, pg_temp
SET jit = off
SET quote_all_identifiers = off
SET DateStyle = 'ISO, MDY'
SET IntervalStyle = 'postgres'
SET TimeZone = 'UTC'
SET extra_float_digits = 1
SET bytea_output = 'hex'
SET lc_monetary = 'C'
AS $$
SELECT COALESCE(max(part.kind), part.family), part.schema_name, part.object_name,
       encode(sha256(string_agg(part.line, '' ORDER BY part.line)), 'hex')
FROM (
  SELECT described.family, described.kind, described.schema_name, described.object_name,
         convert_to(concat(described.relation, ' ', jsonb_strip_nulls(described.content - known.not_compared), E'\n'),
           'UTF8') AS line
  FROM ddltrail.described_rows described
  JOIN (
    SELECT relation.name, COALESCE(ddltrail.not_compared(relation.name), '{}') AS not_compared
    FROM jsonb_object_keys(ddltrail.contract() -> 'relations') relation (name)
  ) known ON known.name = described.relation
) part
GROUP BY part.family, part.schema_name, part.object_name
$$;

CREATE VIEW ddltrail.fingerprints AS
SELECT object_kind, schema_name, object_name, fingerprint
FROM ddltrail.read_fingerprints();

CREATE FUNCTION ddltrail.fingerprint() RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
SELECT encode(sha256(convert_to(
         concat(E'ddltrail 1\n', string_agg(object.fingerprint || E'\n', '' ORDER BY object.fingerprint COLLATE "C")),
         'UTF8')), 'hex')
FROM ddltrail.fingerprints object
$$;
