-- The log of a database. ddltrail_install() runs this once; a change here is a new contract or needs
-- an upgrade of the logs that exist. SQLite parses these texts at each schema statement of each
-- connection: so there are two tables, no constraints, and of types only those that comparisons need.

-- The columns of the contract, in its order: readers may read them by number.
CREATE TABLE main.ddltrail_change_log(id INTEGER PRIMARY KEY,command_id INTEGER,txid INTEGER,logged_at,actor,session_actor,application,command_tag,action,object_kind,object_id INTEGER,schema_name,object_name,object_identity,previous_schema,previous_name,details,definition,statement,search_path,migration,in_extension INTEGER,log_id,system_identifier INTEGER,database_oid INTEGER);

-- The stored copy: sqlite_schema as of the last recorded change, each row in one text with which object
-- of the log it is, and its definition where that does not follow from its text. Row 0 is the log
-- itself, with its state as definition.
CREATE TABLE main.ddltrail_state(schema_rowid INTEGER PRIMARY KEY,object,definition);
