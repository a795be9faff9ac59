-- The log of a database. ddltrail_install() runs this once; a change here is a new contract or needs
-- an upgrade of the logs that exist. SQLite parses these texts at each schema statement of each
-- connection: so there are two tables, and no constraints: the extension writes every value.

-- The columns of the contract, in its order: readers may read them by number.
CREATE TABLE main.ddltrail_change_log(id INTEGER PRIMARY KEY,command_id INTEGER,txid INTEGER,logged_at TEXT,actor TEXT,session_actor TEXT,application TEXT,command_tag TEXT,action TEXT,object_kind TEXT,object_id INTEGER,schema_name TEXT,object_name TEXT,object_identity TEXT,previous_schema TEXT,previous_name TEXT,details TEXT,definition TEXT,statement TEXT,search_path TEXT,migration TEXT,in_extension INTEGER,log_id TEXT,system_identifier INTEGER,database_oid INTEGER);

-- The stored copy: sqlite_schema as of the last recorded change, which object of the log each row
-- is, and its definition. Row 0 is the log itself, with its state as definition.
CREATE TABLE main.ddltrail_state(schema_rowid INTEGER PRIMARY KEY,object_id,kind,name,table_name,rootpage,sql,definition);
