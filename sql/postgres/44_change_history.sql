-- The log for people: one sentence for each change, in the words of sql/phrases.json.

CREATE FUNCTION ddltrail.phrase(operation jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, pg_temp
AS $$
SELECT string_agg(part[1] || CASE
         WHEN part[3] IS NULL THEN ''
         WHEN jsonb_typeof(operation -> part[3]) = 'array' THEN (
           SELECT COALESCE(string_agg(COALESCE(item, 'none'), ', '), '')
           FROM jsonb_array_elements_text(operation -> part[3]) item)
         ELSE COALESCE(operation ->> part[3], 'none')
       END, '' ORDER BY place)
FROM (
  -- A phrase, or a special one for operations that have a key: "comment.constraint".
  SELECT COALESCE(
    (SELECT ddltrail.phrases() ->> concat(operation ->> 'op', '.', key)
     FROM jsonb_object_keys(operation) key
     WHERE ddltrail.phrases() ? concat(operation ->> 'op', '.', key)
     LIMIT 1),
    ddltrail.phrases() ->> (operation ->> 'op'),
    operation ->> 'op') AS format
) chosen
CROSS JOIN LATERAL regexp_matches(chosen.format, '([^{]*)({([a-z_]+)})?', 'g') WITH ORDINALITY found (part, place)
$$;

CREATE VIEW ddltrail.change_history WITH (security_invoker = true) AS
SELECT change.id,
       change.logged_at,
       change.actor,
       change.migration,
       change.object_kind,
       change.object_identity,
       CASE WHEN change.action OPERATOR(pg_catalog.=) 'baseline'
         THEN ddltrail.phrases() OPERATOR(pg_catalog.->>) 'baseline'
         ELSE (
           SELECT COALESCE(pg_catalog.string_agg(ddltrail.phrase(item.operation), '; ' ORDER BY item.place), change.action)
           FROM pg_catalog.jsonb_array_elements(change.details) WITH ORDINALITY item (operation, place))
       END AS sentence,
       change.statement
FROM ddltrail.change_log change;
