-- Changing what ddltrail.log says of the log. Only for the functions of the extension.

-- Who prunes or verifies goes alone: the others wait here. Commands that are logged do not.
CREATE FUNCTION ddltrail.lock_state() RETURNS ddltrail.log
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  state ddltrail.log;
BEGIN
  LOOP
    SELECT log.* INTO state FROM ddltrail.log FOR UPDATE;
    -- Whom we waited for has put another row in its place.
    EXIT WHEN FOUND OR NOT EXISTS (SELECT FROM ddltrail.log);
  END LOOP;
  RETURN state;
END
$$;

CREATE FUNCTION ddltrail.change_state(changes jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  state ddltrail.log := jsonb_populate_record(ddltrail.lock_state(), changes);
BEGIN
  PERFORM ddltrail.delete_rows('ddltrail.log', ARRAY(SELECT log.ctid FROM ddltrail.log));
  PERFORM ddltrail.write_row(state);
END
$$;

-- Notes that a change went unrecorded; the first reason stays.
CREATE FUNCTION ddltrail.mark_broken(reason text) RETURNS void
LANGUAGE sql
SET search_path = pg_catalog, pg_temp
AS $$
SELECT ddltrail.change_state(jsonb_build_object('is_broken', true, 'broken_reason', COALESCE(log.broken_reason, reason)))
FROM ddltrail.log
$$;

REVOKE EXECUTE ON FUNCTION ddltrail.lock_state, ddltrail.change_state, ddltrail.mark_broken FROM PUBLIC;
