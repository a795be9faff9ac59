-- An enum that belongs to an extension is not in enums, so its columns are not of a known enum
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE TYPE owned_ AS ENUM ('a');
CREATE TYPE own_ AS ENUM ('a');
ALTER EXTENSION plpgsql ADD TYPE owned_;
CREATE DOMAIN over_owned_ AS owned_;
CREATE TABLE extension_types_ (a owned_, b own_, c over_owned_, d owned_[]);
SELECT column_name, type_kind, base_kind, base_name FROM ddltrail.columns
WHERE table_name = 'extension_types_' ORDER BY position;
SELECT enum_name FROM ddltrail.enums WHERE enum_name IN ('owned_', 'own_');
DROP TABLE extension_types_;
DROP DOMAIN over_owned_;
ALTER EXTENSION plpgsql DROP TYPE owned_;
DROP TYPE owned_, own_;
