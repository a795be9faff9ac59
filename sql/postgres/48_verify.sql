-- Comparing the log with the catalogs: what no event trigger saw becomes rows with the action `reconcile`.
-- See sql/postgres/README.md, Verifying.

CREATE FUNCTION ddltrail.is_in_catalog(catalog text, object_id bigint) RETURNS boolean
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
SELECT CASE catalog
  WHEN 'pg_class' THEN EXISTS (SELECT FROM pg_class c WHERE c.oid = object_id::oid)
  WHEN 'pg_type' THEN EXISTS (SELECT FROM pg_type c WHERE c.oid = object_id::oid)
  WHEN 'pg_proc' THEN EXISTS (SELECT FROM pg_proc c WHERE c.oid = object_id::oid)
  ELSE EXISTS (SELECT FROM pg_namespace c WHERE c.oid = object_id::oid)
END
$$;

-- The row of a definition that is the object's own: those of its parts apart.
CREATE FUNCTION ddltrail.own_row(definition jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
SELECT part.value -> 0
FROM jsonb_each(definition) part
WHERE part.key NOT IN ('columns', 'constraints', 'foreign_keys', 'views')
$$;

-- Name and type of the columns that are in one definition and not in another.
CREATE FUNCTION ddltrail.columns_only_in(definition jsonb, other jsonb)
RETURNS TABLE (column_name text, data_type text, place bigint)
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
SELECT item ->> 'column_name', item ->> 'data_type', (item -> 'position')::bigint
FROM jsonb_array_elements(definition -> 'columns') item
WHERE NOT EXISTS (
  SELECT FROM jsonb_array_elements(other -> 'columns') another
  WHERE another ->> 'column_name' = item ->> 'column_name')
$$;

-- A definition without what operations of their own tell: names, owner and comment of the object, and columns that
-- the other definition does not have. Equal for definitions that differ in nothing else.
CREATE FUNCTION ddltrail.rest_of(definition jsonb, other jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
SELECT jsonb_agg(
         CASE WHEN item.value = ddltrail.own_row(definition) THEN item.value - '{owner,comment}'::text[] ELSE item.value END
         - '{object_id,position,schema_name,table_name,view_name,index_name,sequence_name,enum_name,domain_name,type_name,routine_name}'::text[]
         ORDER BY part.key, item.place)
FROM jsonb_each(definition) part
CROSS JOIN LATERAL jsonb_array_elements(part.value) WITH ORDINALITY item (value, place)
WHERE part.key <> 'columns' OR NOT EXISTS (
  SELECT FROM ddltrail.columns_only_in(definition, other) one WHERE one.column_name = item.value ->> 'column_name')
$$;

-- The operations that lead from what the log says of an object to what the catalogs say; none where it is the same.
CREATE FUNCTION ddltrail.operations_between(logged ddltrail.change_log, found ddltrail.definitions) RETURNS jsonb
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
SELECT CASE
  WHEN logged.object_id IS NULL THEN jsonb_build_array(jsonb_build_object('op', 'create'))
  WHEN found.object_id IS NULL
    AND NOT ddltrail.is_in_catalog(ddltrail.catalog_of(logged.object_kind), logged.object_id)
    THEN jsonb_build_array(jsonb_build_object('op', 'drop'))
  ELSE (
    SELECT COALESCE(jsonb_agg(told.operation ORDER BY told.step, told.place), '[]')
    FROM (SELECT ddltrail.own_row(logged.definition), ddltrail.own_row(found.definition)) own (old, new)
    CROSS JOIN LATERAL (
      SELECT 1, 0::bigint, jsonb_build_object('op', 'rename', 'from', logged.object_name, 'to', found.object_name)
      WHERE logged.object_name <> found.object_name
      UNION ALL
      SELECT 2, 0, jsonb_build_object('op', 'set_schema', 'from', logged.schema_name, 'to', found.schema_name)
      WHERE logged.schema_name <> found.schema_name
      UNION ALL
      SELECT 3, 0, jsonb_build_object('op', 'alter_owner', 'from', own.old -> 'owner', 'to', own.new -> 'owner')
      WHERE own.old -> 'owner' <> own.new -> 'owner'
      UNION ALL
      SELECT 4, one.place, jsonb_build_object('op', 'drop_column', 'column', one.column_name)
      FROM ddltrail.columns_only_in(logged.definition, found.definition) one
      WHERE found.definition ? 'columns'
      UNION ALL
      SELECT 5, one.place, jsonb_build_object('op', 'add_column', 'column', one.column_name, 'type', one.data_type)
      FROM ddltrail.columns_only_in(found.definition, logged.definition) one
      WHERE logged.definition ? 'columns'
      UNION ALL
      SELECT 6, 0, jsonb_build_object('op', 'alter_definition', 'from', logged.object_kind, 'to', found.object_kind)
      WHERE logged.object_kind <> found.object_kind
      UNION ALL
      SELECT 7, 0, jsonb_build_object('op', 'alter_definition')
      WHERE ddltrail.rest_of(logged.definition, found.definition)
        IS DISTINCT FROM ddltrail.rest_of(found.definition, logged.definition)
      UNION ALL
      SELECT 8, 0, jsonb_build_object('op', 'comment', 'from', own.old -> 'comment', 'to', own.new -> 'comment')
      WHERE own.old -> 'comment' <> own.new -> 'comment'
    ) told (step, place, operation))
END
$$;

-- Where the log and the catalogs differ: rows of the log that tell it, without what only writing gives them. Without
-- definitions names, kinds and existence are compared.
CREATE FUNCTION ddltrail.differences(with_definitions boolean) RETURNS SETOF ddltrail.change_log
LANGUAGE sql STABLE
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
SELECT NULL::bigint, NULL::bigint, NULL::xid8, NULL::timestamptz, NULL, NULL, NULL, NULL, 'reconcile',
       COALESCE(found.object_kind, logged.object_kind), object_id,
       COALESCE(found.schema_name, logged.schema_name), COALESCE(found.object_name, logged.object_name),
       COALESCE(found.object_identity, logged.object_identity),
       CASE WHEN logged.schema_name <> found.schema_name THEN logged.schema_name END,
       CASE WHEN logged.object_name <> found.object_name THEN logged.object_name END,
       told.operations,
       CASE WHEN with_definitions AND told.operations -> 0 ->> 'op' <> 'drop' THEN COALESCE(found.definition, '{}') END,
       NULL, NULL, NULL, false, state.log_id, ddltrail.system_identifier(),
       (SELECT here.oid FROM pg_database here WHERE here.datname = current_database())::bigint, NULL::xid8
FROM (
  SELECT ddltrail.catalog_of(last.object_kind) AS catalog, last.object_id, last.object_kind, last.schema_name,
         last.object_name, last.object_identity,
         CASE WHEN with_definitions THEN last.definition END AS definition
  FROM ddltrail.last_changes('infinity') last
  WHERE NOT ddltrail.is_drop(last)
) logged
FULL JOIN (
  SELECT known.catalog, known.object_id, known.object_kind, known.schema_name, known.object_name, known.object_identity,
         CASE WHEN with_definitions THEN known.definition END AS definition
  FROM ddltrail.definitions known
) found USING (catalog, object_id)
CROSS JOIN ddltrail.log state
CROSS JOIN LATERAL (SELECT ddltrail.operations_between(
  CASE WHEN logged.object_kind IS NOT NULL THEN jsonb_populate_record(NULL::ddltrail.change_log,
    to_jsonb(logged) || jsonb_build_object('object_id', object_id)) END,
  CASE WHEN found.object_kind IS NOT NULL THEN jsonb_populate_record(NULL::ddltrail.definitions,
    to_jsonb(found) || jsonb_build_object('object_id', object_id)) END)) told (operations)
WHERE (logged.object_kind, logged.schema_name, logged.object_name, logged.definition)
    IS DISTINCT FROM (found.object_kind, found.schema_name, found.object_name, found.definition)
  AND told.operations <> '[]'
ORDER BY told.operations -> 0 ->> 'op' <> 'drop', object_id
$$;

-- Writes a row for each difference and returns them; a log that was broken is sound again from now on.
CREATE FUNCTION ddltrail.verify() RETURNS SETOF ddltrail.change_log
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  state ddltrail.log := ddltrail.lock_state();
  with_definitions boolean := ddltrail.version() IS NOT NULL
    AND pg_catalog.current_setting('ddltrail.log_definitions')::boolean;
  first_seen text[];
  change ddltrail.change_log;
  command bigint;
BEGIN
  -- What another session changes while we compare may differ once, but not twice.
  first_seen := ARRAY(SELECT pg_catalog.concat(ddltrail.catalog_of(seen.object_kind), ' ', seen.object_id)
    FROM ddltrail.differences(with_definitions) seen);
  IF pg_catalog.cardinality(first_seen) OPERATOR(pg_catalog.>) 0 THEN
    FOR change IN
      SELECT seen.* FROM ddltrail.differences(with_definitions) seen
      WHERE pg_catalog.concat(ddltrail.catalog_of(seen.object_kind), ' ', seen.object_id)
        OPERATOR(pg_catalog.=) ANY (first_seen)
    LOOP
      change.txid := pg_catalog.pg_current_xact_id();
      change.id := pg_catalog.nextval('ddltrail.change_log_id_seq');
      command := COALESCE(command, change.id);
      change.command_id := command;
      change.logged_at := pg_catalog.clock_timestamp();
      PERFORM ddltrail.write_row(change);
      RETURN NEXT change;
    END LOOP;
  END IF;
  IF state.is_broken AND with_definitions THEN
    PERFORM ddltrail.change_state(pg_catalog.jsonb_build_object(
      'is_broken', false, 'broken_reason', NULL, 'known_since', pg_catalog.clock_timestamp()));
  END IF;
END
$$;

REVOKE EXECUTE ON FUNCTION ddltrail.differences, ddltrail.verify FROM PUBLIC;
