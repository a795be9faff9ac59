-- Policies
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA policies_;
CREATE ROLE ddltrail_policy;
CREATE TABLE policies_.t (id int, owner text);
CREATE POLICY own ON policies_.t USING (owner = current_user);
ALTER POLICY own ON policies_.t TO ddltrail_policy USING (id > 0) WITH CHECK (id < 10);
ALTER POLICY own ON policies_.t RENAME TO own_rows;
COMMENT ON POLICY own_rows ON policies_.t IS 'mine';
DROP POLICY own_rows ON policies_.t;
\i :abs_srcdir/trail.psql
DROP SCHEMA policies_ CASCADE;
DROP ROLE ddltrail_policy;
