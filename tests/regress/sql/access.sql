-- Who was granted SELECT on the log reads all of it and writes nothing
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
SET client_min_messages = warning;
\set VERBOSITY terse
CREATE ROLE ddltrail_reader;
CREATE ROLE ddltrail_other;
CREATE ROLE ddltrail_owner;
GRANT SELECT ON ddltrail.change_log, ddltrail.consumers TO ddltrail_reader;
SET ROLE ddltrail_reader;
SELECT count(*) >= 0 FROM ddltrail.change_log;
SELECT count(*) >= 0 FROM ddltrail.change_history;
SELECT count(*) >= 0 FROM ddltrail.changes_since(NULL);
SELECT count(*) > 0 FROM ddltrail.schema_at(clock_timestamp());
SELECT count(*) >= 0 FROM ddltrail.consumers;
INSERT INTO ddltrail.change_log SELECT * FROM ddltrail.change_log LIMIT 1;
UPDATE ddltrail.change_log SET actor = 'somebody else';
DELETE FROM ddltrail.change_history;
DELETE FROM ddltrail.consumers;
GRANT SELECT ON ddltrail.change_log TO ddltrail_other;
SELECT * FROM ddltrail.prune(now());
SELECT * FROM ddltrail.verify();
SELECT ddltrail.advance_consumer('x', ddltrail.current_cursor());
SET ROLE ddltrail_other;
SELECT count(*) FROM ddltrail.change_log;
SELECT count(*) FROM ddltrail.change_history;
SELECT count(*) FROM ddltrail.changes_since(NULL);
SELECT count(*) FROM ddltrail.schema_at(now());
SELECT count(*) FROM ddltrail.last_changes(now());
SELECT count(*) FROM ddltrail.consumers;
SELECT count(*) >= 0 FROM ddltrail.definitions;
RESET ROLE;
DROP OWNED BY ddltrail_reader;
DROP ROLE ddltrail_reader, ddltrail_other;
-- The owner of the database may all of it, and hands it on.
SELECT current_database() AS database, current_user AS owner \gset
ALTER DATABASE :"database" OWNER TO ddltrail_owner;
DROP EXTENSION ddltrail;
CREATE EXTENSION ddltrail;
CREATE ROLE ddltrail_reader;
SET ROLE ddltrail_owner;
GRANT SELECT ON ddltrail.change_log TO ddltrail_reader;
GRANT EXECUTE ON FUNCTION ddltrail.prune, ddltrail.verify TO ddltrail_reader;
SELECT count(*) FROM ddltrail.verify();
SELECT removed FROM ddltrail.prune('2001-01-01');
SET ROLE ddltrail_reader;
SELECT count(*) FROM ddltrail.verify();
SELECT removed FROM ddltrail.prune('2001-01-01');
DELETE FROM ddltrail.change_log;
RESET ROLE;
ALTER DATABASE :"database" OWNER TO :"owner";
DROP EXTENSION ddltrail;
CREATE EXTENSION ddltrail;
DROP ROLE ddltrail_reader, ddltrail_owner;
