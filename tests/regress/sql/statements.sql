-- The statement: the one, masked or not at all; and the circumstances
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA statements_;
SET search_path = statements_;
CREATE TABLE t (id int DEFAULT 4711, secret text DEFAULT 'hunter2' /* hidden */); -- over
CREATE TABLE a (x int)\; CREATE TABLE "b c" (y text DEFAULT E'hun\'ter2'); 
COMMENT ON TABLE t IS $tag$hunter2$tag$;
ALTER TABLE t ADD COLUMN/* hunter2 */u text DEFAULT U&'hunter\0032',ADD v bit(4) DEFAULT B'1010';
DO $$ BEGIN CREATE TABLE inner_one (id int DEFAULT 99); EXECUTE 'CREATE TABLE inner_two (id int DEFAULT 98)'; END $$;
PREPARE make AS SELECT 1;
SET ddltrail.statement_text = full;
CREATE TABLE full_text (id int DEFAULT 1 /* kept */);
SET ddltrail.statement_text = none;
CREATE TABLE no_text (id int DEFAULT 1);
RESET ddltrail.statement_text;
SET ddltrail.migration = '001_first';
ALTER TABLE t ADD COLUMN w int;
RESET ddltrail.migration;
SET ddltrail.log_definitions = off;
ALTER TABLE t ADD COLUMN no_definition int;
RESET ddltrail.log_definitions;
ALTER TABLE t ADD COLUMN x1 varchar(7);
ALTER TABLE t RENAME COLUMN x1 TO _2nd;
DROP TABLE a, "b c";
SELECT object_name, action, statement, migration, search_path, definition IS NULL AS bare
FROM ddltrail.change_log WHERE id > :start ORDER BY id;
SELECT count(*) FROM ddltrail.change_log WHERE id > :start AND statement LIKE '%hunter%';
-- The rows of a command are tied together; the text stands on the first.
SELECT id - command_id AS place, statement IS NULL AS no_text, object_name FROM ddltrail.change_log
WHERE id > :start AND command_tag = 'DROP TABLE' ORDER BY id;
SELECT DISTINCT actor = current_user, session_actor = session_user, application, txid IS NOT NULL
FROM ddltrail.change_log WHERE id > :start;
DROP SCHEMA statements_ CASCADE;
