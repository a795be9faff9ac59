-- The schema of the past, from the log alone. See sql/README.md, The past.

-- The last row of every object that the relations describe, of this log and not after a moment; drops too.
CREATE FUNCTION ddltrail.last_changes(at timestamp with time zone) RETURNS SETOF ddltrail.change_log
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
SET jit = off
AS $$
SELECT DISTINCT ON (ddltrail.catalog_of(change.object_kind), change.object_id) change.*
FROM ddltrail.change_log change
JOIN ddltrail.log ON log.log_id = change.log_id
WHERE change.logged_at <= last_changes.at
  AND ddltrail.catalog_of(change.object_kind) IS NOT NULL
ORDER BY ddltrail.catalog_of(change.object_kind), change.object_id, change.id DESC
$$;

-- The object went away with this change.
CREATE FUNCTION ddltrail.is_drop(change ddltrail.change_log) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN change.definition IS NULL
  AND (change.details OPERATOR(pg_catalog.->) 0) OPERATOR(pg_catalog.->>) 'op' OPERATOR(pg_catalog.=) 'drop';

-- Raises where the log cannot tell the schema of a moment.
CREATE FUNCTION ddltrail.check_known(at timestamp with time zone) RETURNS void
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  state ddltrail.log;
  unknown ddltrail.change_log;
BEGIN
  SELECT log.* INTO state FROM ddltrail.log;
  IF state.is_broken THEN
    RAISE EXCEPTION 'the log is broken: %', state.broken_reason
      USING ERRCODE = 'object_not_in_prerequisite_state',
        HINT = 'ddltrail.verify() records what is missing; what was before stays unknown.';
  END IF;
  IF (at < state.known_since) IS NOT FALSE THEN
    RAISE EXCEPTION 'the log does not tell the schema of %', COALESCE(at::text, 'NULL')
      USING ERRCODE = 'invalid_parameter_value',
        HINT = format('It does so since %s.', COALESCE(state.known_since::text, 'it is installed again'));
  END IF;
  SELECT change.* INTO unknown
  FROM ddltrail.last_changes(at) change
  WHERE change.definition IS NULL AND NOT ddltrail.is_drop(change)
  ORDER BY change.id
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the definition of % "%" was not logged with change %', unknown.object_kind,
        unknown.object_identity, unknown.id
      USING ERRCODE = 'object_not_in_prerequisite_state',
        HINT = 'Set ddltrail.log_definitions = on; ddltrail.verify() then logs the definition as it is now.';
  END IF;
END
$$;

CREATE FUNCTION ddltrail.schema_at(at timestamp with time zone)
RETURNS TABLE (relation text, schema_name text, object_name text, object_id bigint, "row" jsonb)
LANGUAGE plpgsql STABLE ROWS 10000
SET search_path = pg_catalog, pg_temp
SET jit = off
AS $$
BEGIN
  PERFORM ddltrail.check_known(at);
  RETURN QUERY
  SELECT part.key, change.schema_name, change.object_name, change.object_id, item.value
  FROM ddltrail.last_changes(at) change
  CROSS JOIN LATERAL jsonb_each(change.definition) part
  CROSS JOIN LATERAL jsonb_array_elements(part.value) item;
END
$$;
