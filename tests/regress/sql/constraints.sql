-- Constraints: add, drop, rename, validate; those that come and go with something else
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA constraints_;
SET search_path = constraints_;
CREATE TABLE one (id int PRIMARY KEY, code text UNIQUE, n int CHECK (n > 0));
CREATE TABLE two (id int, one_id int);
ALTER TABLE two ADD PRIMARY KEY (id);
ALTER TABLE two ADD CONSTRAINT to_one FOREIGN KEY (one_id) REFERENCES one ON DELETE CASCADE NOT VALID;
ALTER TABLE two VALIDATE CONSTRAINT to_one;
ALTER TABLE two VALIDATE CONSTRAINT to_one;
ALTER TABLE two RENAME CONSTRAINT to_one TO belongs_to_one;
ALTER TABLE two ALTER CONSTRAINT belongs_to_one DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE two ADD CONSTRAINT sane CHECK (id > 0 AND one_id <> id);
ALTER TABLE two ADD CONSTRAINT apart EXCLUDE USING btree (one_id WITH =);
COMMENT ON CONSTRAINT sane ON two IS 'why';
ALTER TABLE two DROP CONSTRAINT sane, ADD CONSTRAINT sane CHECK (id > 1);
-- Made anew by the change of a type: the check says something else now, the rest does not.
ALTER TABLE one ALTER COLUMN code TYPE varchar(5);
ALTER TABLE one ADD CONSTRAINT short CHECK (code <> 'x');
ALTER TABLE one ALTER COLUMN code TYPE text;
ALTER TABLE two DROP CONSTRAINT two_pkey;
ALTER TABLE two DROP CONSTRAINT apart;
CREATE DOMAIN positive AS int CONSTRAINT is_positive CHECK (VALUE > 0);
ALTER DOMAIN positive ADD CONSTRAINT small CHECK (VALUE < 100);
ALTER DOMAIN positive RENAME CONSTRAINT small TO little;
ALTER DOMAIN positive DROP CONSTRAINT little;
DROP TABLE one CASCADE;
\i :abs_srcdir/trail.psql
DROP SCHEMA constraints_ CASCADE;
