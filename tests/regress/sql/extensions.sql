-- Extensions: members come and go; what goes with one; labels of security providers
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
SET client_min_messages = warning;
CREATE SCHEMA extensions_;
CREATE EXTENSION hstore SCHEMA extensions_ VERSION '1.4';
SELECT action, object_kind, count(*), bool_and(in_extension) AS in_extension
FROM ddltrail.change_log WHERE id > :start AND command_tag = 'CREATE EXTENSION' AND object_kind <> 'extension'
GROUP BY 1, 2 ORDER BY 2;
SELECT max(id) AS updating FROM ddltrail.change_log \gset
ALTER EXTENSION hstore UPDATE TO '1.8';
SELECT count(*) > 0 AS has_members, bool_and(in_extension) AS in_extension
FROM ddltrail.change_log WHERE id > :updating AND object_kind <> 'extension';
CREATE TABLE extensions_.t (id int, h extensions_.hstore);
ALTER EXTENSION hstore ADD TABLE extensions_.t;
SELECT definition AS of_a_member FROM ddltrail.change_log ORDER BY id DESC LIMIT 1;
ALTER EXTENSION hstore DROP TABLE extensions_.t;
SELECT definition #>> '{tables,0,table_name}' AS of_a_table FROM ddltrail.change_log ORDER BY id DESC LIMIT 1;
CREATE FUNCTION extensions_.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION extensions_.f() DEPENDS ON EXTENSION hstore;
ALTER FUNCTION extensions_.f() NO DEPENDS ON EXTENSION hstore;
COMMENT ON EXTENSION hstore IS 'pairs';
SELECT max(id) AS dropping FROM ddltrail.change_log \gset
DROP EXTENSION hstore CASCADE;
SELECT action, object_kind, in_extension, count(*)
FROM ddltrail.change_log WHERE id > :dropping GROUP BY 1, 2, 3 ORDER BY 2, 3, 1;
SELECT command_tag, action, object_kind, object_identity, details
FROM ddltrail.change_log WHERE id > :start AND id <= :dropping AND NOT in_extension ORDER BY id;
DROP SCHEMA extensions_ CASCADE;
