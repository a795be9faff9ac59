-- What exists before the log begins, so that the log alone tells the whole schema.
-- A function, since SET LOCAL would outlive the script. Compiling the query takes longer than running it; constants
-- are printed as the event triggers print them, whatever the session has set.
-- `source` has the definitions.
CREATE FUNCTION ddltrail.write_baseline(source regclass) RETURNS void LANGUAGE plpgsql
SET jit = off
SET quote_all_identifiers = off
SET DateStyle = 'ISO, MDY'
SET IntervalStyle = 'postgres'
SET TimeZone = 'UTC'
SET extra_float_digits = 1
SET bytea_output = 'hex'
SET lc_monetary = 'C'
AS $$
BEGIN
  EXECUTE pg_catalog.format($query$
  SELECT ddltrail.write_row(ROW(
    known.id, 1, pg_catalog.pg_current_xact_id(), pg_catalog.clock_timestamp(),
    current_user, session_user, pg_catalog.current_setting('application_name'),
    NULL, 'baseline', known.object_kind, known.object_id, known.schema_name, known.object_name,
    known.object_identity, NULL, NULL, '[{"op": "create"}]', known.definition, NULL, NULL, NULL, false,
    state.log_id, ddltrail.system_identifier(), here.oid::pg_catalog.int8,
    pg_catalog.pg_current_xact_id())::ddltrail.change_log)
  FROM ddltrail.log state
  JOIN pg_catalog.pg_database here
    ON here.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()
  CROSS JOIN (
    SELECT pg_catalog.row_number() OVER (ORDER BY object.object_id, object.catalog) AS id, object.*
    FROM %s object
  ) known
  $query$, source);
END
$$;

-- The definition of one object; null, and a warning, where the server cannot print it.
CREATE FUNCTION ddltrail.readable_definition(catalog regclass, object_id bigint, object_kind text, object_identity text)
RETURNS jsonb
LANGUAGE c STABLE STRICT AS 'MODULE_PATHNAME', 'ddltrail_readable_definition';

CREATE VIEW ddltrail.readable_definitions AS
SELECT object_kind, object_id, schema_name, object_name, object_identity,
       ddltrail.readable_definition(catalog::pg_catalog.regclass, object_id, object_kind, object_identity) AS definition,
       catalog
FROM ddltrail.definitions;

-- One by one takes longer.
DO $$
BEGIN
  PERFORM ddltrail.write_baseline('ddltrail.definitions');
EXCEPTION WHEN internal_error THEN
  PERFORM ddltrail.write_baseline('ddltrail.readable_definitions');
END
$$;
DROP FUNCTION ddltrail.write_baseline(regclass);
DROP VIEW ddltrail.readable_definitions;
DROP FUNCTION ddltrail.readable_definition(regclass, bigint, text, text);

SELECT pg_catalog.setval('ddltrail.change_log_id_seq', last.id)
FROM (SELECT pg_catalog.max(change_log.id) AS id FROM ddltrail.change_log) last
WHERE last.id IS NOT NULL;

SELECT ddltrail.change_state(pg_catalog.jsonb_build_object('known_since', pg_catalog.clock_timestamp()));
