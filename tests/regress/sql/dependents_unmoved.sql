-- What names a renamed object without having a definition that does has no row: it did not change
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA unmoved_;
SET search_path = unmoved_;
CREATE TABLE target (id int PRIMARY KEY);
CREATE TABLE ruled (id int);
CREATE RULE also AS ON INSERT TO ruled DO ALSO INSERT INTO target VALUES (NEW.id);
CREATE VIEW shown AS SELECT 1 AS id;
CREATE RULE aside AS ON DELETE TO shown DO INSTEAD DELETE FROM target;
CREATE POLICY seen ON ruled USING (EXISTS (SELECT FROM target));
SET client_min_messages = error;
CREATE PUBLICATION ddltrail_unmoved FOR TABLE target;
RESET client_min_messages;
CREATE TYPE span AS RANGE (subtype = int);
CREATE TABLE first (id int);
CREATE TABLE child () INHERITS (first, target);
CREATE TYPE shape AS (id int);
CREATE TABLE shaped OF shape;
CREATE FUNCTION part(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1';
CREATE TABLE parted (id int) PARTITION BY LIST (part(id));
CREATE DOMAIN given AS int;
CREATE DOMAIN over_given AS given;
CREATE TYPE pair AS (a given);
CREATE VIEW showing AS SELECT 1::given AS one;
CREATE TABLE owning (a over_given);
CREATE FUNCTION taking(span) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE mood AS ENUM ('good');
CREATE DOMAIN moods AS mood[];
CREATE DOMAIN over_moods AS moods;
CREATE TYPE moody AS (m mood, n over_moods);
CREATE TYPE span_of_moods AS RANGE (subtype = mood);
CREATE TABLE naming (m mood);
CREATE TABLE behind_a_domain (m over_moods[]);
CREATE VIEW shown_behind AS SELECT m FROM behind_a_domain;
CREATE TABLE not_naming (a moody, b span_of_moods);
SELECT coalesce(max(id), 0) AS start FROM ddltrail.change_log \gset
ALTER TYPE mood RENAME TO humour;
ALTER TABLE target RENAME TO aim;
ALTER TYPE span RENAME TO stretch;
ALTER TYPE shape RENAME TO form;
ALTER FUNCTION part RENAME TO portion;
ALTER DOMAIN given SET NOT NULL;
ALTER DOMAIN given RENAME TO taken;
\i :abs_srcdir/trail.psql
DROP PUBLICATION ddltrail_unmoved;
DROP SCHEMA unmoved_ CASCADE;
