-- Retention: who still reads the log, and taking off what nobody needs. See sql/postgres/README.md, Retention.
-- These run with the rights of the owner for whom may execute them.

-- Returns the cursor that the consumer stands at: of a new one, after everything that is visible now.
CREATE FUNCTION ddltrail.register_consumer(name text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  known text;
BEGIN
  PERFORM ddltrail.lock_state();
  SELECT consumer.cursor INTO known
  FROM ddltrail.consumers consumer WHERE consumer.name OPERATOR(pg_catalog.=) register_consumer.name;
  IF NOT FOUND THEN
    known := ddltrail.current_cursor();
    PERFORM ddltrail.write_row(ROW(name, known, pg_catalog.clock_timestamp(), pg_catalog.clock_timestamp())::ddltrail.consumers);
  END IF;
  RETURN known;
END
$$;

-- Returns whether there was such a consumer.
CREATE FUNCTION ddltrail.unregister_consumer(name text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  places tid[];
BEGIN
  PERFORM ddltrail.lock_state();
  places := ARRAY(SELECT consumer.ctid FROM ddltrail.consumers consumer
    WHERE consumer.name OPERATOR(pg_catalog.=) unregister_consumer.name);
  PERFORM ddltrail.delete_rows('ddltrail.consumers', places);
  RETURN pg_catalog.cardinality(places) OPERATOR(pg_catalog.>) 0;
END
$$;

-- The consumer has read everything before the cursor.
CREATE FUNCTION ddltrail.advance_consumer(name text, cursor text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  state ddltrail.log := ddltrail.lock_state();
  known ddltrail.consumers;
BEGIN
  SELECT consumer.* INTO known
  FROM ddltrail.consumers consumer WHERE consumer.name OPERATOR(pg_catalog.=) advance_consumer.name;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'consumer "%" is not registered', name
      USING ERRCODE = 'undefined_object', HINT = 'Register it with ddltrail.register_consumer().';
  END IF;
  IF (ddltrail.unread_since(cursor) OPERATOR(pg_catalog.>) COALESCE(state.pruned_txid, '0')) IS NOT TRUE THEN
    RAISE EXCEPTION 'the cursor was taken from another log or before rows that have been pruned'
      USING ERRCODE = 'invalid_parameter_value',
        HINT = 'Read the whole schema and take a new cursor with ddltrail.current_cursor().';
  END IF;
  PERFORM ddltrail.unregister_consumer(name);
  PERFORM ddltrail.write_row(ROW(name, cursor, known.registered_at, pg_catalog.clock_timestamp())::ddltrail.consumers);
END
$$;

-- The old rows that prune() may take off, and why it keeps the others.
CREATE FUNCTION ddltrail.old_changes(before timestamp with time zone, unread_since xid8)
RETURNS TABLE (place tid, id bigint, txid xid8, is_of_this_database boolean, reason text)
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
SET jit = off
AS $$
SELECT change.ctid, change.id, change.txid, own.is_of_this_database,
       CASE
         WHEN needed.id IS NOT NULL THEN 'schema'
         WHEN own.is_of_this_database AND change.txid >= unread_since THEN 'unread'
       END
FROM ddltrail.change_log change
JOIN ddltrail.log state ON true
CROSS JOIN LATERAL (
  SELECT change.log_id = state.log_id
    AND change.system_identifier = ddltrail.system_identifier()
    AND change.database_oid = (SELECT here.oid FROM pg_database here WHERE here.datname = current_database())::bigint
) own (is_of_this_database)
LEFT JOIN (
  -- The schema as of the moment; a drop counts where a row with a lower id stays, which it must outdo (the clock was set back).
  SELECT last.id
  FROM ddltrail.last_changes(before) last
  LEFT JOIN (
    SELECT later.object_id, min(later.id) AS id
    FROM ddltrail.change_log later
    WHERE later.logged_at >= before
    GROUP BY later.object_id
  ) later ON later.object_id = last.object_id
  WHERE NOT ddltrail.is_drop(last) OR later.id < last.id
) needed ON needed.id = change.id AND change.log_id = state.log_id
WHERE change.logged_at < before
$$;

-- Takes off rows older than a moment, the oldest first, at most so many; tells how many, and what it kept and why:
-- unread by a registered consumer (held_by) or by transactions that still run, or needed to tell the schema.
CREATE FUNCTION ddltrail.prune(before timestamp with time zone, max_rows bigint DEFAULT 100000)
RETURNS TABLE (removed bigint, remaining bigint, kept_unread bigint, held_by text, kept_for_schema bigint,
  known_since timestamp with time zone)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  state ddltrail.log := ddltrail.lock_state();
  moment timestamp with time zone := LEAST(before, pg_catalog.now());
  unread_since xid8 := pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot());
  slowest xid8;
  places tid[];
  youngest xid8;
BEGIN
  IF before IS NULL OR max_rows IS NULL THEN
    RAISE EXCEPTION 'prune() needs a moment and a number of rows' USING ERRCODE = 'null_value_not_allowed';
  END IF;
  SELECT consumer.name, ddltrail.unread_since(consumer.cursor) INTO held_by, slowest
  FROM ddltrail.consumers consumer
  WHERE ddltrail.unread_since(consumer.cursor) OPERATOR(pg_catalog.<) unread_since
  ORDER BY 2, 1
  LIMIT 1;
  SELECT pg_catalog.array_agg(old.place) FILTER (WHERE old.number OPERATOR(pg_catalog.<=) max_rows),
         pg_catalog.max(old.txid)
           FILTER (WHERE old.number OPERATOR(pg_catalog.<=) max_rows AND old.is_of_this_database),
         pg_catalog.count(*) FILTER (WHERE old.number OPERATOR(pg_catalog.>) max_rows),
         pg_catalog.count(*) FILTER (WHERE old.reason OPERATOR(pg_catalog.=) 'unread'),
         pg_catalog.count(*) FILTER (WHERE old.reason OPERATOR(pg_catalog.=) 'schema')
  INTO places, youngest, remaining, kept_unread, kept_for_schema
  FROM (
    SELECT change.*, CASE WHEN change.reason IS NULL
        THEN pg_catalog.row_number() OVER (PARTITION BY change.reason IS NULL ORDER BY change.id) END AS number
    FROM ddltrail.old_changes(moment, LEAST(unread_since, slowest)) change
  ) old;
  removed := pg_catalog.cardinality(COALESCE(places, '{}'));
  known_since := state.known_since;
  IF kept_unread OPERATOR(pg_catalog.=) 0 THEN held_by := NULL; END IF;
  IF removed OPERATOR(pg_catalog.>) 0 THEN
    known_since := GREATEST(known_since, moment);
    PERFORM ddltrail.delete_rows('ddltrail.change_log', places);
    PERFORM ddltrail.change_state(pg_catalog.jsonb_build_object(
      'known_since', known_since, 'pruned_txid', GREATEST(state.pruned_txid, youngest)));
  END IF;
  RETURN NEXT;
END
$$;

REVOKE EXECUTE ON FUNCTION ddltrail.register_consumer, ddltrail.unregister_consumer, ddltrail.advance_consumer,
  ddltrail.old_changes, ddltrail.prune FROM PUBLIC;
