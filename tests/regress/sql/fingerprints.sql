-- Fingerprints: the same for the same schema, whoever asks under whatever settings.
CREATE SCHEMA shop;
CREATE TABLE shop.orders (id int PRIMARY KEY, gone int, placed date DEFAULT '2026-02-01', due interval DEFAULT '1 day');
CREATE FUNCTION shop.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE noted AS SELECT array_agg(f ORDER BY f) AS objects
FROM ddltrail.fingerprints f WHERE schema_name = 'shop';
SELECT object_kind, schema_name, object_name, length(fingerprint) FROM ddltrail.fingerprints
WHERE object_name <> 'noted' ORDER BY object_kind, object_name;

-- What comes and goes leaves nothing behind, and dropped columns leave no holes.
CREATE VIEW objects_of_shop AS SELECT array_agg(f ORDER BY f) AS objects FROM ddltrail.fingerprints f WHERE schema_name = 'shop';
ALTER TABLE shop.orders DROP COLUMN gone;
SELECT n.objects = o.objects FROM noted n, objects_of_shop o;
ALTER TABLE shop.orders ADD COLUMN gone int;
SELECT n.objects = o.objects FROM noted n, objects_of_shop o;
BEGIN;
ALTER FUNCTION shop.f(int) STRICT;
SELECT n.objects = o.objects FROM noted n, objects_of_shop o;
ROLLBACK;
SELECT n.objects = o.objects FROM noted n, objects_of_shop o;

-- Settings of the session, and who asks.
SET DateStyle = 'SQL, DMY';
SET IntervalStyle = 'iso_8601';
SET search_path = shop, public;
SET quote_all_identifiers = on;
SET ROLE pg_monitor;
SELECT count(*) > 0 AS found FROM ddltrail.fingerprints;
RESET ROLE;
SELECT n.objects = o.objects FROM public.noted n, public.objects_of_shop o;

-- The fingerprint of the schema is made of those of the objects.
SELECT encode(sha256(convert_to(E'ddltrail 1\n' || string_agg(fingerprint || E'\n', '' ORDER BY fingerprint COLLATE "C"), 'UTF8')), 'hex')
  = ddltrail.fingerprint() AS same
FROM ddltrail.fingerprints;
RESET ALL;
-- The same rows give the same lines, whatever their language.
COMMENT ON TABLE shop.orders IS E'a "quoted" \\ 😀\n\t\x01 é';
SELECT count(*) FROM ddltrail.fingerprints WHERE object_name = 'orders' AND fingerprint = ANY (SELECT (unnest(objects)).fingerprint FROM noted);
DROP VIEW objects_of_shop;
DROP TABLE noted;
DROP FUNCTION shop.f;
DROP TABLE shop.orders;
DROP SCHEMA shop;
