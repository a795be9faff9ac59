-- Schemas, owners and grants
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE ROLE ddltrail_owner;
CREATE SCHEMA schemas_ CREATE TABLE inside (id int) CREATE VIEW shown AS SELECT id FROM inside;
CREATE SCHEMA IF NOT EXISTS schemas_;
CREATE SEQUENCE schemas_.numbers;
ALTER SEQUENCE schemas_.numbers INCREMENT 2;
ALTER SEQUENCE schemas_.numbers RENAME TO numerals;
ALTER SCHEMA schemas_ RENAME TO schemas_2;
ALTER TABLE schemas_2.inside OWNER TO ddltrail_owner;
ALTER SCHEMA schemas_2 OWNER TO ddltrail_owner;
GRANT USAGE ON SCHEMA schemas_2 TO PUBLIC;
SET ROLE ddltrail_owner;
REVOKE ALL ON schemas_2.inside FROM ddltrail_owner; -- all is more since 17
GRANT SELECT ON schemas_2.inside TO PUBLIC;
GRANT SELECT ON schemas_2.inside TO PUBLIC;
GRANT UPDATE (id) ON schemas_2.inside TO PUBLIC;
REVOKE SELECT ON schemas_2.inside FROM PUBLIC;
RESET ROLE;
DROP SCHEMA schemas_2 CASCADE;
DROP ROLE ddltrail_owner;
\i :abs_srcdir/trail.psql
