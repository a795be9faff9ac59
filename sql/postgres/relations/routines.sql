-- routines: functions, procedures, aggregates and window functions; constructors of range types are not among
-- them. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.proname::pg_catalog.text AS routine_name,
       pg_catalog.pg_get_function_identity_arguments(c.oid) AS identity_arguments,
       c.oid::pg_catalog.int8 AS object_id,
       CASE c.prokind
         WHEN 'f' THEN 'function'
         WHEN 'p' THEN 'procedure'
         WHEN 'a' THEN 'aggregate'
         ELSE 'window function'
       END::pg_catalog.text AS kind,
       pg_catalog.pg_get_function_arguments(c.oid) AS arguments,
       pg_catalog.pg_get_function_result(c.oid) AS result,
       language.lanname::pg_catalog.text AS language,
       CASE WHEN c.prokind <> 'a' THEN pg_catalog.pg_get_functiondef(c.oid) END AS definition,
       options.aggregate,
       pg_catalog.pg_get_userbyid(c.proowner)::pg_catalog.text AS owner,
       description.description AS comment
FROM pg_catalog.pg_proc c
JOIN pg_catalog.pg_namespace n ON n.oid = c.pronamespace
JOIN pg_catalog.pg_language language ON language.oid = c.prolang
LEFT JOIN LATERAL (
  -- The options of CREATE AGGREGATE, under their names there.
  SELECT pg_catalog.jsonb_strip_nulls(pg_catalog.jsonb_build_object(
    'sfunc', g.aggtransfn::pg_catalog.text,
    'stype', pg_catalog.format_type(g.aggtranstype, NULL),
    'sspace', NULLIF(g.aggtransspace, 0),
    'initcond', g.agginitval,
    'finalfunc', NULLIF(g.aggfinalfn::pg_catalog.oid, 0)::pg_catalog.regproc,
    'finalfunc_extra', NULLIF(g.aggfinalextra, false),
    'finalfunc_modify', CASE g.aggfinalmodify
      WHEN 'r' THEN 'read_only' WHEN 's' THEN 'shareable' ELSE 'read_write' END,
    'combinefunc', NULLIF(g.aggcombinefn::pg_catalog.oid, 0)::pg_catalog.regproc,
    'serialfunc', NULLIF(g.aggserialfn::pg_catalog.oid, 0)::pg_catalog.regproc,
    'deserialfunc', NULLIF(g.aggdeserialfn::pg_catalog.oid, 0)::pg_catalog.regproc,
    'msfunc', NULLIF(g.aggmtransfn::pg_catalog.oid, 0)::pg_catalog.regproc,
    'minvfunc', NULLIF(g.aggminvtransfn::pg_catalog.oid, 0)::pg_catalog.regproc,
    'mstype', CASE WHEN g.aggmtranstype <> 0 THEN pg_catalog.format_type(g.aggmtranstype, NULL) END,
    'msspace', NULLIF(g.aggmtransspace, 0),
    'minitcond', g.aggminitval,
    'mfinalfunc', NULLIF(g.aggmfinalfn::pg_catalog.oid, 0)::pg_catalog.regproc,
    'mfinalfunc_extra', NULLIF(g.aggmfinalextra, false),
    'mfinalfunc_modify', CASE WHEN g.aggmtranstype <> 0 THEN CASE g.aggmfinalmodify
      WHEN 'r' THEN 'read_only' WHEN 's' THEN 'shareable' ELSE 'read_write' END END,
    'sortop', NULLIF(g.aggsortop, 0)::pg_catalog.regoper,
    'hypothetical', NULLIF(g.aggkind = 'h', false),
    'parallel', CASE c.proparallel
      WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' ELSE 'unsafe' END)) AS aggregate
  FROM pg_catalog.pg_aggregate g
  WHERE g.aggfnoid = c.oid
) options ON true
LEFT JOIN pg_catalog.pg_description description
  ON description.objoid = c.oid
  AND description.classoid = 'pg_catalog.pg_proc'::pg_catalog.regclass
  AND description.objsubid = 0
WHERE n.nspname !~ '^pg_'
  AND n.nspname NOT IN ('information_schema', 'ddltrail')
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype IN ('e', 'i'))
