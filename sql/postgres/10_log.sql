-- In a schema of his own anybody can lay out operators and functions, which what follows would take up and run with
-- the rights of every reader: one that somebody else made before is no home for the log.
DO $$
BEGIN
  IF NOT (
    SELECT owner.rolsuper
    FROM pg_catalog.pg_namespace n
    JOIN pg_catalog.pg_roles owner ON owner.oid OPERATOR(pg_catalog.=) n.nspowner
    WHERE n.nspname OPERATOR(pg_catalog.=) 'ddltrail'
  ) THEN
    RAISE EXCEPTION 'schema "ddltrail" does not belong to a superuser'
      USING ERRCODE = 'insufficient_privilege', HINT = 'Drop the schema: CREATE EXTENSION makes its own.';
  END IF;
END
$$;

-- The log: who it is, and its rows. USING heap whatever the default is.
CREATE TABLE ddltrail.log (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  log_id text NOT NULL,
  contract bigint NOT NULL,
  -- From here on the log alone tells the whole schema.
  known_since timestamp with time zone NOT NULL,
  -- The youngest transaction that has lost rows to prune().
  pruned_txid xid8,
  is_broken boolean NOT NULL DEFAULT false,
  broken_reason text,
  CHECK (is_broken = (broken_reason IS NOT NULL))
) USING heap;

CREATE TABLE ddltrail.change_log (
  id bigint NOT NULL,
  command_id bigint NOT NULL,
  txid xid8 NOT NULL,
  logged_at timestamp with time zone NOT NULL,
  actor text,
  session_actor text,
  application text,
  command_tag text,
  action text NOT NULL,
  object_kind text NOT NULL,
  object_id bigint NOT NULL,
  schema_name text,
  object_name text NOT NULL,
  object_identity text NOT NULL,
  previous_schema text,
  previous_name text,
  details jsonb NOT NULL,
  definition jsonb,
  statement text,
  search_path text,
  migration text,
  in_extension boolean NOT NULL,
  log_id text NOT NULL,
  system_identifier bigint NOT NULL,
  database_oid bigint NOT NULL,
  -- The next transaction id as the row had its number: transactions from there on have greater numbers. Who looks for
  -- their rows reads the key backwards up to such a row. NULL tells nothing.
  horizon xid8
) USING heap;

-- A restored dump brings the rows of another log, in the same database too: the number of the log keeps them apart.
-- A number, since every row and every new connection pays for a key of text.
CREATE UNIQUE INDEX change_log_key ON ddltrail.change_log (id,
  pg_catalog.hashtextextended(log_id, system_identifier OPERATOR(pg_catalog.#) database_oid));

-- Definitions are compressed where they are long; lz4 does so in a fraction of the time, where the server has it.
DO $$
BEGIN
  ALTER TABLE ddltrail.change_log ALTER COLUMN definition SET COMPRESSION lz4;
EXCEPTION
  WHEN feature_not_supported THEN NULL;
END
$$;

CREATE SEQUENCE ddltrail.change_log_id_seq OWNED BY ddltrail.change_log.id;

-- Who reads the log and how far he has got: prune() keeps what he has not read.
CREATE TABLE ddltrail.consumers (
  name text PRIMARY KEY,
  cursor text NOT NULL,
  registered_at timestamp with time zone NOT NULL,
  advanced_at timestamp with time zone NOT NULL
) USING heap;

-- Our tables are written by these, never by INSERT, UPDATE and DELETE, which logical decoding would see. Without a
-- replica identity nothing of a deleted row is decoded.
ALTER TABLE ddltrail.log REPLICA IDENTITY NOTHING;
ALTER TABLE ddltrail.change_log REPLICA IDENTITY NOTHING;
ALTER TABLE ddltrail.consumers REPLICA IDENTITY NOTHING;

-- Members of pg_write_all_data may write every table; these ask for a superuser. What we write runs no trigger.
CREATE FUNCTION ddltrail.refuse_write() RETURNS trigger
LANGUAGE c AS 'MODULE_PATHNAME', 'ddltrail_refuse_write';

CREATE TRIGGER refuse_write BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON ddltrail.log
  EXECUTE FUNCTION ddltrail.refuse_write();
CREATE TRIGGER refuse_write BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON ddltrail.change_log
  EXECUTE FUNCTION ddltrail.refuse_write();
CREATE TRIGGER refuse_write BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON ddltrail.consumers
  EXECUTE FUNCTION ddltrail.refuse_write();

ALTER TABLE ddltrail.log ENABLE ALWAYS TRIGGER refuse_write;
ALTER TABLE ddltrail.change_log ENABLE ALWAYS TRIGGER refuse_write;
ALTER TABLE ddltrail.consumers ENABLE ALWAYS TRIGGER refuse_write;

-- Inserts a row into the table that it is a row of.
CREATE FUNCTION ddltrail.write_row(new_row anyelement) RETURNS void
LANGUAGE c STRICT AS 'MODULE_PATHNAME', 'ddltrail_write_row';

CREATE FUNCTION ddltrail.delete_rows(from_table regclass, places tid[]) RETURNS void
LANGUAGE c STRICT AS 'MODULE_PATHNAME', 'ddltrail_delete_rows';

REVOKE EXECUTE ON FUNCTION ddltrail.refuse_write, ddltrail.write_row, ddltrail.delete_rows FROM PUBLIC;

SELECT ddltrail.write_row(ROW(true, pg_catalog.gen_random_uuid(), 1, pg_catalog.clock_timestamp(), NULL, false,
  NULL)::ddltrail.log);

-- A dump keeps the history. Neither ddltrail.log nor the consumers nor the sequence is dumped: where the dump is restored a new
-- log begins, which numbers its own rows, those that the restore itself causes among them.
SELECT pg_catalog.pg_extension_config_dump('ddltrail.change_log', '');
