-- What exists before the log begins, so that the log alone tells the whole schema.
-- A function, since SET LOCAL would outlive the script. Compiling the query takes longer than running it; constants
-- are printed as the event triggers print them, whatever the session has set.
CREATE FUNCTION ddltrail.write_baseline() RETURNS void LANGUAGE plpgsql
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
  PERFORM ddltrail.write_row(ROW(
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
    FROM ddltrail.definitions object
  ) known;
END
$$;

SELECT ddltrail.write_baseline();
DROP FUNCTION ddltrail.write_baseline();

SELECT pg_catalog.setval('ddltrail.change_log_id_seq', last.id)
FROM (SELECT pg_catalog.max(change_log.id) AS id FROM ddltrail.change_log) last
WHERE last.id IS NOT NULL;

SELECT ddltrail.change_state(pg_catalog.jsonb_build_object('known_since', pg_catalog.clock_timestamp()));
