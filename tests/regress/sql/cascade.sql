-- DROP ... CASCADE: a row for each object that went away, an alter row for a table that lost a part
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA cascade_;
SET search_path = cascade_;
CREATE TYPE mood AS ENUM ('good');
CREATE TABLE parent (id serial PRIMARY KEY, m mood);
CREATE TABLE child (id int PRIMARY KEY, parent_id int REFERENCES parent, m mood DEFAULT 'good');
CREATE VIEW both_of_them AS SELECT p.id, c.m FROM parent p JOIN child c ON c.parent_id = p.id;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER checked BEFORE INSERT ON child FOR EACH ROW EXECUTE FUNCTION f();
SELECT coalesce(max(id), 0) AS start FROM ddltrail.change_log \gset
DROP TYPE mood CASCADE;
DROP TABLE parent CASCADE;
DROP FUNCTION f CASCADE;
CREATE TABLE more (a int, b int GENERATED ALWAYS AS (a + 1) STORED, UNIQUE (a));
ALTER TABLE more DROP COLUMN a CASCADE;
DROP SCHEMA cascade_ CASCADE;
\i :abs_srcdir/trail.psql
