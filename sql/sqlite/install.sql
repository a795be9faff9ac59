-- The log of a database. ddltrail_install() runs this once; a change here is a new contract or needs
-- an upgrade of the logs that exist.

-- The columns of the contract, in its order: readers may read them by number.
CREATE TABLE main.ddltrail_change_log (
  id INTEGER PRIMARY KEY,
  command_id INTEGER NOT NULL,
  txid INTEGER NOT NULL,
  logged_at TEXT NOT NULL,
  actor TEXT,
  session_actor TEXT,
  application TEXT,
  command_tag TEXT,
  action TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  object_id INTEGER NOT NULL,
  schema_name TEXT,
  object_name TEXT NOT NULL,
  object_identity TEXT NOT NULL,
  previous_schema TEXT,
  previous_name TEXT,
  details TEXT NOT NULL,
  definition TEXT,
  statement TEXT,
  search_path TEXT,
  migration TEXT,
  in_extension INTEGER NOT NULL,
  log_id TEXT NOT NULL,
  system_identifier INTEGER,
  database_oid INTEGER
);

-- One row. schema_version is PRAGMA schema_version as of the last recorded change: where the database
-- says otherwise, somebody changed the schema unseen.
CREATE TABLE main.ddltrail_state (
  log_id TEXT NOT NULL,
  contract INTEGER NOT NULL,
  extension_version TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  next_object_id INTEGER NOT NULL,
  is_broken INTEGER NOT NULL,
  broken_reason TEXT,
  statement_text TEXT NOT NULL,
  on_error TEXT NOT NULL
);

-- The stored copy: sqlite_schema as of the last recorded change, and which object each row is.
CREATE TABLE main.ddltrail_objects (
  schema_rowid INTEGER PRIMARY KEY,
  object_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  table_name TEXT NOT NULL,
  rootpage INTEGER NOT NULL,
  sql TEXT
);

-- Apart from the objects, so that comparing them does not read the definitions.
CREATE TABLE main.ddltrail_definitions (
  object_id INTEGER PRIMARY KEY,
  definition TEXT NOT NULL
);
