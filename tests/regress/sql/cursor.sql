-- The cursor: from one read to the next, of this log only
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA cursor_;
SELECT ddltrail.current_cursor() AS before \gset
CREATE TABLE cursor_.a (id int);
SELECT object_name FROM ddltrail.changes_since(:'before');
SELECT ddltrail.current_cursor() AS after \gset
SELECT object_name FROM ddltrail.changes_since(:'after');
BEGIN;
ALTER TABLE cursor_.a ADD COLUMN b int;
-- Own changes are visible before they are committed, and once more to the cursor that was taken then.
SELECT action, object_name FROM ddltrail.changes_since(:'after');
COMMIT;
SELECT count(*) > 0, count(*) = count(DISTINCT id) FROM ddltrail.changes_since(NULL);
-- One statement gives both.
SELECT c.object_name FROM (VALUES (1)) o LEFT JOIN ddltrail.changes_since(:'after') c ON true;
\set VERBOSITY sqlstate
SELECT count(*) FROM ddltrail.changes_since('1/other/1/1/1/1:1:');
SELECT count(*) FROM ddltrail.changes_since('nonsense');
SELECT count(*) FROM ddltrail.changes_since(:'before' || 'x');
\set VERBOSITY terse
SELECT count(*) FROM ddltrail.changes_since(regexp_replace(:'before', '^1/', '2/'));
SELECT count(*) FROM ddltrail.changes_since(regexp_replace(:'before', '^1/[^/]*', '1/00000000-0000-0000-0000-000000000000'));
SELECT count(*) FROM ddltrail.changes_since(regexp_replace(:'before', '/[0-9]*(/[0-9]*/[0-9]*/[^/]*)$', '/7\1'));
SELECT count(*) FROM ddltrail.changes_since(regexp_replace(:'before', '/[0-9]*(/[0-9]*/[^/]*)$', '/7\1'));
SELECT count(*) FROM ddltrail.changes_since(regexp_replace(:'before', '/[0-9]*(/[^/]*)$', '/77\1'));
\set VERBOSITY default
-- An empty log refuses another's cursor too.
BEGIN;
DELETE FROM ddltrail.change_log;
SELECT count(*) FROM ddltrail.changes_since('1/other/1/1/1/1:1:');
ROLLBACK;
DROP SCHEMA cursor_ CASCADE;
