"""Queries that find where the log does not tell what the catalogs say. Each returns no row where all is well; they are meant for
a session with search_path = pg_catalog."""

# Every row with what the row before it, of the same object, says.
LOGGED = """
logged AS (
  SELECT c.*, lag(c.definition) OVER same AS definition_before, lag(c.action) OVER same AS action_before,
         lag(c.schema_name) OVER same AS schema_before, lag(c.object_name) OVER same AS name_before,
         row_number() OVER (PARTITION BY coalesce(ddltrail.catalog_of(c.object_kind), c.object_kind), c.object_id
                            ORDER BY c.id DESC) = 1 AS is_last
  FROM ddltrail.change_log c
  WHERE NOT c.in_extension
  WINDOW same AS (PARTITION BY coalesce(ddltrail.catalog_of(c.object_kind), c.object_kind), c.object_id ORDER BY c.id)
)
"""

DEFINITIONS = f"""
WITH {LOGGED}
SELECT coalesce(d.object_kind, l.object_kind), coalesce(d.object_identity, l.object_identity),
       CASE WHEN l.id IS NULL THEN 'is not in the log' WHEN d.object_id IS NULL THEN 'is gone'
            ELSE (SELECT string_agg(format('%s: logged %s, is %s', key, l.definition -> key, d.definition -> key), ', ')
                  FROM jsonb_object_keys(l.definition || d.definition) key
                  WHERE l.definition -> key IS DISTINCT FROM d.definition -> key) END, l.id, l.details
FROM ddltrail.definitions d
FULL JOIN (SELECT * FROM logged WHERE is_last AND definition <> '{{}}') l
  ON l.object_id = d.object_id AND ddltrail.catalog_of(l.object_kind) = d.catalog
WHERE l.definition IS DISTINCT FROM d.definition OR l.object_kind <> d.object_kind
  OR l.schema_name IS DISTINCT FROM d.schema_name OR l.object_name <> d.object_name OR l.object_identity <> d.object_identity
"""

# The same for objects that have no definition: that they are there, and their names.
OTHERS = f"""
WITH {LOGGED}, there AS (
  SELECT 'trigger' AS kind, t.oid::int8 AS id, tgname::text AS name
  FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
  WHERE NOT tgisinternal AND relpersistence <> 't' AND relnamespace <> 'ddltrail'::regnamespace
  UNION ALL SELECT 'policy', oid, polname FROM pg_policy
  UNION ALL SELECT 'publication', oid, pubname FROM pg_publication
  UNION ALL SELECT 'operator', oid, oprname FROM pg_operator WHERE oid >= 16384
  UNION ALL SELECT 'statistics object', oid, stxname FROM pg_statistic_ext
)
SELECT coalesce(kind, object_kind), coalesce(there.id, object_id), 'is', name, 'logged', object_name
FROM there
FULL JOIN (SELECT * FROM logged WHERE is_last AND action <> 'drop'
             AND object_kind IN ('trigger', 'policy', 'publication', 'statistics object', 'operator')) l
  ON object_kind = kind AND object_id = there.id
WHERE name IS DISTINCT FROM object_name
"""

# A row tells the name (default privileges have none) that the row before it ended with. Where a schema is renamed, what has no definition in it has no row.
NAMES = f"""
WITH {LOGGED}
SELECT id, object_kind, action, 'was', schema_before, name_before, 'logged', coalesce(previous_schema, schema_name), previous_name,
       object_name, details
FROM logged
WHERE object_kind <> 'default acl' AND CASE WHEN action IN ('create', 'baseline') THEN action_before <> 'drop'
        ELSE action_before IS NULL OR action_before = 'drop' OR coalesce(previous_name, object_name) IS DISTINCT FROM name_before
          OR definition <> '{{}}' AND coalesce(previous_schema, schema_name) IS DISTINCT FROM schema_before END
"""

# What a definition says: a row that tells of nothing else has another definition than the row before. Tables whose columns have
# an altered domain, or are its arrays, have a row whatever else they say of NOT NULL and default; functions may depend
# on types that they do not name.
IDLE = f"""
WITH {LOGGED}
SELECT id, command_tag, object_kind, object_identity, details
FROM logged
WHERE definition = definition_before AND definition <> '{{}}' AND command_tag <> 'ALTER DOMAIN' AND object_kind <> 'function'
  AND action NOT IN ('create', 'grant') AND NOT EXISTS (
    SELECT FROM jsonb_array_elements(details) operation
    WHERE operation ->> 'op' NOT IN ('rename', 'set_schema', 'alter_owner', 'add_column', 'drop_column', 'rename_column',
      'alter_column_type', 'alter_column_default', 'alter_column_identity',
      'alter_column_generated', 'comment_column', 'add_constraint', 'drop_constraint', 'alter_constraint', 'rename_constraint',
      'add_enum_value', 'rename_enum_value', 'alter_definition', 'comment') OR operation ? 'rule'
      OR (operation ->> 'op' = 'alter_owner' AND object_kind = 'enum'))
  OR EXISTS (SELECT FROM jsonb_array_elements(details) operation WHERE operation -> 'from' = operation -> 'to')
  OR details = '[]'
"""

BROKEN = "SELECT broken_reason FROM ddltrail.log_state WHERE is_broken"

CHECKS = {"definition": DEFINITIONS, "object": OTHERS, "name": NAMES, "nothing changed": IDLE, "broken": BROKEN}

KEPT = "CREATE TEMPORARY TABLE kept (at timestamptz, relation text, object_id int8, row jsonb)"

KEEP = """
INSERT INTO pg_temp.kept
SELECT moment.at, part.key, d.object_id, item.value
FROM (SELECT clock_timestamp() AS at) moment, ddltrail.definitions d, jsonb_each(d.definition) part, jsonb_array_elements(part.value) item
"""

PAST = """
WITH moments AS (SELECT DISTINCT at FROM pg_temp.kept),
     told AS (SELECT at, relation, object_id, row FROM moments, ddltrail.schema_at(at))
(SELECT 'not told', * FROM (TABLE pg_temp.kept EXCEPT ALL TABLE told) missing)
UNION ALL (SELECT 'was not so', * FROM (TABLE told EXCEPT ALL TABLE pg_temp.kept) extra)
"""
