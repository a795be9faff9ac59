-- Comments on everything that the relations show
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA comments_;
SET search_path = comments_;
CREATE TABLE t (id int PRIMARY KEY, a text);
CREATE VIEW v AS SELECT a FROM t;
CREATE TYPE e AS ENUM ('x');
COMMENT ON SCHEMA comments_ IS 'a schema';
COMMENT ON TABLE t IS 'it''s a "table"';
COMMENT ON TABLE t IS 'it''s a "table"';
COMMENT ON TABLE t IS 'two
lines';
COMMENT ON COLUMN t.a IS 'a column';
COMMENT ON COLUMN v.a IS 'of a view';
COMMENT ON CONSTRAINT t_pkey ON t IS 'a key';
COMMENT ON INDEX t_pkey IS 'an index';
COMMENT ON TYPE e IS 'an enum';
COMMENT ON TABLE t IS NULL;
\i :abs_srcdir/trail.psql
DROP SCHEMA comments_ CASCADE;
