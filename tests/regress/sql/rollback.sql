-- What rolls back leaves nothing; what commits is there, however it was run
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
SET client_min_messages = warning;
CREATE SCHEMA rollback_;
SET search_path = rollback_;
BEGIN;
CREATE TABLE never (id int);
ROLLBACK;
BEGIN;
CREATE TABLE kept (id int);
SAVEPOINT s;
ALTER TABLE kept ADD COLUMN never int;
ROLLBACK TO s;
ALTER TABLE kept ADD COLUMN a int;
COMMIT;
CREATE TABLE kept (id int);
ALTER TABLE kept ADD COLUMN b int, ADD COLUMN a int;
DO $$
BEGIN
  CREATE TABLE from_do (id int);
  BEGIN
    CREATE TABLE caught (id int);
    PERFORM 1 / 0;
  EXCEPTION WHEN division_by_zero THEN
    ALTER TABLE from_do ADD COLUMN after_it int;
  END;
END
$$;
CREATE PROCEDURE p() LANGUAGE plpgsql AS $$
BEGIN
  CREATE TABLE first_half (id int);
  COMMIT;
  CREATE TABLE never (id int);
  ROLLBACK;
  CREATE TABLE second_half (id int);
END
$$;
CALL p();
CREATE FUNCTION nested() RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  CREATE TABLE rollback_.inner_table (id int);
  RETURN 1;
END
$$;
-- A command within a command: each tells of its own.
CREATE TABLE outer_table AS SELECT nested() AS n;
BEGIN ISOLATION LEVEL SERIALIZABLE;
SELECT count(*) FROM kept;
ALTER TABLE kept RENAME COLUMN a TO z;
COMMIT;
BEGIN;
CREATE TABLE prepared (id int);
PREPARE TRANSACTION 'ddltrail';
SELECT count(*) FROM ddltrail.change_log WHERE object_name = 'prepared';
COMMIT PREPARED 'ddltrail';
SET session_replication_role = replica;
ALTER TABLE kept ADD COLUMN as_replica int;
RESET session_replication_role;
\i :abs_srcdir/trail.psql
DROP SCHEMA rollback_ CASCADE;
