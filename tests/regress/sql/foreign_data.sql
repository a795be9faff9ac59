-- Wrappers, servers, user mappings, foreign tables: that options changed, not what they hold
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA foreign_data_;
CREATE FOREIGN DATA WRAPPER ddltrail_w OPTIONS (a 'planted');
ALTER FOREIGN DATA WRAPPER ddltrail_w OPTIONS (SET a 'planted2');
CREATE SERVER ddltrail_s TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER ddltrail_w OPTIONS (password 'planted');
ALTER SERVER ddltrail_s VERSION '2' OPTIONS (SET password 'planted2');
ALTER SERVER ddltrail_s RENAME TO ddltrail_s2;
GRANT USAGE ON FOREIGN SERVER ddltrail_s2 TO PUBLIC;
GRANT USAGE ON FOREIGN DATA WRAPPER ddltrail_w TO PUBLIC;
CREATE USER MAPPING FOR CURRENT_USER SERVER ddltrail_s2 OPTIONS (password 'planted');
ALTER USER MAPPING FOR CURRENT_USER SERVER ddltrail_s2 OPTIONS (SET password 'planted2');
DROP USER MAPPING FOR CURRENT_USER SERVER ddltrail_s2;
CREATE FOREIGN TABLE foreign_data_.t (id int OPTIONS (secret 'planted')) SERVER ddltrail_s2 OPTIONS (token 'planted');
ALTER FOREIGN TABLE foreign_data_.t ALTER COLUMN id OPTIONS (SET secret 'planted2');
ALTER FOREIGN TABLE foreign_data_.t OPTIONS (SET token 'planted2');
ALTER FOREIGN TABLE foreign_data_.t ADD COLUMN n int, ALTER COLUMN id TYPE bigint;
COMMENT ON SERVER ddltrail_s2 IS 'a server';
DROP FOREIGN DATA WRAPPER ddltrail_w CASCADE;
\i :abs_srcdir/trail.psql
SELECT count(*) AS planted FROM ddltrail.change_log c WHERE id > :start AND to_jsonb(c)::text LIKE '%planted%';
DROP SCHEMA foreign_data_ CASCADE;
