-- Temporary objects leave no rows, nor does what belongs to them
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE TEMPORARY TABLE mine (id int PRIMARY KEY);
ALTER TABLE mine ADD COLUMN name text;
CREATE VIEW on_mine AS SELECT id FROM mine;
CREATE TRIGGER still BEFORE UPDATE ON mine FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE RULE nothing AS ON DELETE TO mine DO INSTEAD NOTHING;
CREATE POLICY all_of_it ON mine;
COMMENT ON POLICY all_of_it ON mine IS 'a policy';
ALTER POLICY all_of_it ON mine RENAME TO some_of_it;
DROP POLICY some_of_it ON mine;
CREATE FUNCTION pg_temp.one() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE pg_temp.mood AS ENUM ('glad');
DROP TABLE mine CASCADE;
DISCARD TEMPORARY;
\i :abs_srcdir/trail.psql
