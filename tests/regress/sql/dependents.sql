-- A name reaches further than its object: what shows it has a row too, what does not has none
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA dependents_;
SET search_path = dependents_;
CREATE SEQUENCE numbers;
CREATE TABLE target (id int PRIMARY KEY, code text UNIQUE, note text);
CREATE INDEX on_note ON target (lower(note));
CREATE TABLE pointing (id int DEFAULT nextval('numbers'), target_id int REFERENCES target);
CREATE TABLE child () INHERITS (target);
CREATE VIEW shown AS SELECT id, code FROM target;
CREATE VIEW apart AS SELECT id FROM pointing;
CREATE TABLE holding (one target, several target[]);
CREATE FUNCTION double(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 2 * $1';
CREATE TABLE excluding (id int, EXCLUDE USING btree (id WITH =));
CREATE TABLE calling (id int CHECK (double(id) > 0), twice int GENERATED ALWAYS AS (double(id)) STORED);
CREATE TABLE calling_too (id int DEFAULT double(1));
CREATE INDEX on_double ON pointing (double(id));
CREATE INDEX on_few ON pointing (target_id) WHERE double(target_id) > 1;
CREATE VIEW doubled AS SELECT double(id) FROM pointing;
SELECT coalesce(max(id), 0) AS start FROM ddltrail.change_log \gset
ALTER TABLE target RENAME TO aim;
ALTER TABLE aim RENAME COLUMN note TO remark;
ALTER TABLE aim RENAME COLUMN code TO sign;
ALTER TABLE aim RENAME COLUMN id TO number;
ALTER INDEX target_pkey RENAME TO aim_pkey;
ALTER SEQUENCE numbers RENAME TO numerals;
ALTER FUNCTION double RENAME TO twofold;
ALTER FUNCTION twofold STABLE;
ALTER INDEX aim_pkey SET (fillfactor = 60);
ALTER INDEX excluding_id_excl SET (fillfactor = 60);
\i :abs_srcdir/trail.psql
SELECT coalesce(max(id), 0) AS start FROM ddltrail.change_log \gset
CREATE SCHEMA dependents_2;
CREATE TYPE span AS RANGE (subtype = int, multirange_type_name = spans);
CREATE TABLE spanning (a spans);
ALTER TYPE span SET SCHEMA dependents_2;
ALTER SCHEMA dependents_ RENAME TO dependents_3;
\i :abs_srcdir/trail.psql
DROP SCHEMA dependents_3, dependents_2 CASCADE;
