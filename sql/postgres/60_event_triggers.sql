-- Last in the script: what stands above is not logged. Event triggers fire in the order of their names: ours
-- must be the last to see a command begin and the first to see it end, or the commands of other event
-- triggers would be taken for part of it. ALWAYS: session_replication_role = replica does not silence the log.
CREATE FUNCTION ddltrail.on_ddl_command_start() RETURNS event_trigger
LANGUAGE c AS 'MODULE_PATHNAME', 'ddltrail_on_ddl_command_start';

CREATE FUNCTION ddltrail.on_sql_drop() RETURNS event_trigger
LANGUAGE c AS 'MODULE_PATHNAME', 'ddltrail_on_sql_drop';

CREATE FUNCTION ddltrail.on_ddl_command_end() RETURNS event_trigger
LANGUAGE c AS 'MODULE_PATHNAME', 'ddltrail_on_ddl_command_end';

CREATE EVENT TRIGGER zzzz_ddltrail_start ON ddl_command_start
  EXECUTE FUNCTION ddltrail.on_ddl_command_start();
CREATE EVENT TRIGGER "0000_ddltrail_drop" ON sql_drop
  EXECUTE FUNCTION ddltrail.on_sql_drop();
CREATE EVENT TRIGGER "0000_ddltrail_end" ON ddl_command_end
  EXECUTE FUNCTION ddltrail.on_ddl_command_end();

ALTER EVENT TRIGGER zzzz_ddltrail_start ENABLE ALWAYS;
ALTER EVENT TRIGGER "0000_ddltrail_drop" ENABLE ALWAYS;
ALTER EVENT TRIGGER "0000_ddltrail_end" ENABLE ALWAYS;
