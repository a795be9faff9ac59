-- Objects with the names of those that the extension uses, planted wherever a path may lead: none of them ever runs
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
SET client_min_messages = warning;
SET jit = off;
CREATE ROLE ddltrail_eve;
GRANT CREATE ON SCHEMA public TO ddltrail_eve;
CREATE SCHEMA evil AUTHORIZATION ddltrail_eve;
SET ROLE ddltrail_eve;
-- The server's functions that any source of ours names, and its operators on the types that ours are about: copies that
-- raise. Returns whether there were any.
CREATE FUNCTION evil.plant_functions(home name) RETURNS boolean LANGUAGE plpgsql AS $plant$
DECLARE
  target record;
BEGIN
  FOR target IN
    SELECT p.proname AS name, pg_get_function_identity_arguments(p.oid) AS arguments, pg_get_function_result(p.oid) AS result
    FROM pg_proc p
    WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind = 'f' AND NOT p.proretset
      AND NOT EXISTS (SELECT FROM pg_type t WHERE t.typtype = 'p' AND t.oid = ANY (p.prorettype || p.proargtypes::oid[]))
      AND p.proname IN (
        SELECT word[1]
        FROM (SELECT prosrc FROM pg_proc WHERE pronamespace = 'ddltrail'::regnamespace
              UNION ALL SELECT pg_get_viewdef(oid) FROM pg_class WHERE relnamespace = 'ddltrail'::regnamespace AND relkind = 'v')
          ours (source)
        CROSS JOIN regexp_matches(source, '[a-z_0-9]+', 'g') word)
  LOOP
    EXECUTE format($$CREATE FUNCTION %I.%I(%s) RETURNS %s LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''hijacked %s''; END'$$,
      home, target.name, target.arguments, target.result, target.name);
  END LOOP;
  RETURN FOUND;
END
$plant$;
CREATE FUNCTION evil.plant_operators(home name) RETURNS boolean LANGUAGE plpgsql AS $plant$
DECLARE
  target record;
BEGIN
  FOR target IN
    SELECT o.oid, o.oprname AS name, o.oprleft::regtype AS l, o.oprright::regtype AS r, o.oprresult::regtype AS result
    FROM pg_operator o
    WHERE o.oprnamespace = 'pg_catalog'::regnamespace AND o.oprkind = 'b'
      AND o.oprname IN ('=', '<>', '<', '>', '<=', '>=', '||', '->', '->>', '#>>', '?', '+', '-', '@>', '~')
      AND ARRAY[o.oprleft, o.oprright] <@ ARRAY['text', 'name', 'oid', 'int2', 'int4', 'int8', 'bool', 'jsonb', '"char"',
        'xid8', 'timestamptz', 'tid', 'text[]', 'bytea']::regtype[]::oid[]
  LOOP
    EXECUTE format($$CREATE FUNCTION %I.operate_%s(%s, %s) RETURNS %s LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''hijacked an operator''; END'$$,
      home, target.oid, target.l, target.r, target.result);
    EXECUTE format('CREATE OPERATOR %1$I.%2$s (FUNCTION = %1$I.operate_%3$s, LEFTARG = %4$s, RIGHTARG = %5$s)',
      home, target.name, target.oid, target.l, target.r);
  END LOOP;
  RETURN FOUND;
END
$plant$;
-- Tables with the names of ours and of the catalogs, types with those of the server's; a cast that would apply by itself.
CREATE FUNCTION evil.plant_relations(home name) RETURNS boolean LANGUAGE plpgsql AS $plant$
DECLARE
  target record;
BEGIN
  FOR target IN
    SELECT DISTINCT relname AS name FROM pg_class
    WHERE relkind IN ('r', 'v') AND (relnamespace = 'ddltrail'::regnamespace
      OR relname IN ('pg_class', 'pg_namespace', 'pg_attribute', 'pg_type', 'pg_proc', 'pg_extension', 'pg_database', 'pg_roles'))
  LOOP
    EXECUTE format('CREATE TABLE %s.%I (id int)', home, target.name);
  END LOOP;
  EXECUTE format('CREATE SEQUENCE %s.change_log_id_seq', home);
  EXECUTE format('CREATE TYPE %s.text AS (hijacked int)', home);
  EXECUTE format('CREATE TYPE %s.jsonb AS (hijacked int)', home);
  EXECUTE format('CREATE DOMAIN %s.bigint AS pg_catalog.int8 CHECK (false)', home);
  EXECUTE format('CREATE DOMAIN %s.xid8 AS pg_catalog.xid8 CHECK (false)', home);
  RETURN FOUND;
END
$plant$;
SELECT evil.plant_functions('evil'), evil.plant_functions('public'), evil.plant_operators('evil'), evil.plant_relations('evil'),
  evil.plant_relations('pg_temp');
RESET ROLE;
-- That they would run: the same names by the path.
SET search_path = evil, pg_catalog;
SELECT 'a'::pg_catalog.text = 'a'::pg_catalog.text;
SELECT jsonb_typeof('1'::pg_catalog.jsonb);
SELECT count(*) FROM pg_class;
RESET search_path;
-- DDL of every sort by superuser and user, and all that can be called, on every path.
CREATE TABLE public.script (id int GENERATED ALWAYS AS IDENTITY, statement pg_catalog.text);
INSERT INTO public.script (statement) VALUES
  ('CREATE TABLE public.hijack_t (a pg_catalog.int4 DEFAULT 1 CHECK (a OPERATOR(pg_catalog.>) 0), b pg_catalog.text)'),
  ('ALTER TABLE public.hijack_t RENAME COLUMN b TO c'),
  ('ALTER TABLE public.hijack_t ALTER c SET DEFAULT ''x'', ADD COLUMN d pg_catalog.int8 UNIQUE'),
  ('COMMENT ON COLUMN public.hijack_t.c IS ''x'''),
  ('GRANT SELECT ON public.hijack_t TO PUBLIC'),
  ('CREATE VIEW public.hijack_v AS SELECT a FROM public.hijack_t'),
  ('CREATE FUNCTION public.hijack_f(pg_catalog.int4 DEFAULT 1) RETURNS pg_catalog.int4 LANGUAGE sql AS ''SELECT 1'''),
  ('CREATE TYPE public.hijack_e AS ENUM (''a'')'),
  ('ALTER TYPE public.hijack_e RENAME VALUE ''a'' TO ''b'''),
  ('DROP TYPE public.hijack_e'),
  ('DROP FUNCTION public.hijack_f(pg_catalog.int4)'),
  ('DROP TABLE public.hijack_t CASCADE'),
  ('SELECT ddltrail.current_cursor(), ddltrail.version(), ddltrail.system_identifier()'),
  ('SELECT FROM ddltrail.log_state, ddltrail.schemas');
INSERT INTO public.script (statement)
SELECT pg_catalog.format('SELECT pg_catalog.count(x) FROM ddltrail.%I x', relname)
FROM pg_catalog.pg_class
WHERE relnamespace = 'ddltrail'::pg_catalog.regnamespace AND relkind = 'v' AND relname <> 'change_history' ORDER BY relname;
CREATE TABLE public.paths (id int, path pg_catalog.text);
INSERT INTO public.paths VALUES (1, 'evil, pg_catalog, public'), (2, 'pg_temp, evil, ddltrail, pg_catalog'), (3, 'public, evil'),
  (4, 'evil, pg_temp, pg_catalog, ddltrail'), (5, '''''');
GRANT SELECT ON public.paths, public.script TO PUBLIC;
\o /dev/null
\set ECHO none
SET ROLE ddltrail_eve;
SELECT pg_catalog.unnest(ARRAY[pg_catalog.format('SET search_path = %s', path), statement]) FROM public.paths, public.script ORDER BY paths.id, script.id \gexec
RESET ROLE;
RESET search_path;
INSERT INTO public.script (statement) VALUES
  ('SELECT x FROM ddltrail.change_history x'),
  ('SELECT ddltrail.changes_since(NULL)'),
  ('SELECT ddltrail.schema_at(pg_catalog.now())'),
  ('SELECT ddltrail.register_consumer(''hijack'')'),
  ('SELECT ddltrail.advance_consumer(''hijack'', ddltrail.current_cursor())'),
  ('SELECT ddltrail.unregister_consumer(''hijack'')'),
  ('SELECT ddltrail.prune(pg_catalog.now(), 5)'),
  ('SELECT ddltrail.verify()'),
  ('BEGIN'),
  ('SELECT ddltrail.mark_broken(''hijack'')'),
  ('ROLLBACK');
SELECT pg_catalog.unnest(ARRAY[pg_catalog.format('SET search_path = %s', path), statement]) FROM public.paths, public.script ORDER BY paths.id, script.id \gexec
\o
\set ECHO all
RESET search_path;
SELECT actor = session_actor AS by_superuser, count(*) FROM ddltrail.change_log
WHERE id > :start AND object_name = 'hijack_t' GROUP BY 1 ORDER BY 1;
-- The script that installs it.
\o /dev/null
\set ECHO none
SELECT pg_catalog.unnest(ARRAY[pg_catalog.format('SET search_path = %s', path), 'DROP EXTENSION ddltrail', 'CREATE EXTENSION ddltrail']) FROM public.paths \gexec
\o
\set ECHO all
RESET search_path;
SELECT action FROM ddltrail.change_log WHERE object_name = 'script';
DROP TABLE public.script, public.paths;
DROP OWNED BY ddltrail_eve CASCADE;
DROP ROLE ddltrail_eve;
