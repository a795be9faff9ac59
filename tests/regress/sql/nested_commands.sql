-- Commands that others' event triggers and functions run inside a command have rows of their own; the outer one's tell of
-- the outer one alone
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA nested_;
SET search_path = nested_;
CREATE TABLE t (a int, b int);
CREATE FUNCTION at_start() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN COMMENT ON TABLE nested_.t IS 'at start'; END $$;
CREATE FUNCTION at_drop() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN
  ALTER TABLE nested_.t RENAME TO u;
  ALTER TABLE nested_.u ADD COLUMN instead int;
  BEGIN
    ALTER TABLE nested_.u ADD COLUMN undone int;
    RAISE EXCEPTION 'undo';
  EXCEPTION WHEN OTHERS THEN NULL;
  END;
END $$;
CREATE FUNCTION at_end() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN COMMENT ON TABLE nested_.u IS 'at end'; END $$;
CREATE EVENT TRIGGER nested_start ON ddl_command_start WHEN TAG IN ('ALTER TABLE') EXECUTE FUNCTION at_start();
ALTER EVENT TRIGGER nested_start DISABLE;
CREATE EVENT TRIGGER nested_drop ON sql_drop WHEN TAG IN ('ALTER TABLE') EXECUTE FUNCTION at_drop();
CREATE EVENT TRIGGER nested_end ON ddl_command_end WHEN TAG IN ('ALTER TABLE') EXECUTE FUNCTION at_end();
ALTER EVENT TRIGGER nested_end DISABLE;
SELECT coalesce(max(id), 0) AS start FROM ddltrail.change_log \gset
ALTER TABLE t DROP COLUMN b, ADD COLUMN c int;
ALTER EVENT TRIGGER nested_drop DISABLE;
ALTER EVENT TRIGGER nested_end ENABLE;
ALTER TABLE u DROP COLUMN c;
ALTER EVENT TRIGGER nested_end DISABLE;
ALTER TABLE u RENAME TO t;
ALTER EVENT TRIGGER nested_start ENABLE;
ALTER TABLE t ADD COLUMN d int;
DROP EVENT TRIGGER nested_start;
DROP EVENT TRIGGER nested_drop;
DROP EVENT TRIGGER nested_end;
CREATE FUNCTION making() RETURNS int LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE made (x int); RETURN 1; END $$;
CREATE TABLE making_too AS SELECT making() AS x;
CREATE FUNCTION immutable_making(int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS 'BEGIN CREATE TABLE made_too (x int); RETURN 1; END';
CREATE INDEX ON making_too (immutable_making(x));
\i :abs_srcdir/trail.psql
DROP SCHEMA nested_ CASCADE;
