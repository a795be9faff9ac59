-- Routines of every kind, with arguments of every mode, and names that code must survive.
CREATE SCHEMA other;
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE pair AS (a integer, b mood);
CREATE DOMAIN cents AS integer;
CREATE TABLE things (id bigint PRIMARY KEY, mood mood NOT NULL, made timestamptz DEFAULT '2026-01-02');
INSERT INTO things (id, mood) VALUES (1, 'ok'), (2, 'sad');

CREATE FUNCTION add(a integer, b integer DEFAULT 10, c integer DEFAULT 100) RETURNS integer LANGUAGE sql AS 'SELECT a + b + c';
COMMENT ON FUNCTION add IS 'Adds. @deprecated use +';
CREATE FUNCTION nameless(integer, double precision, character varying) RETURNS text LANGUAGE sql AS $$SELECT $1 || '/' || $2 || '/' || $3$$;
CREATE FUNCTION twice(value text) RETURNS text LANGUAGE sql AS 'SELECT value || value';
CREATE FUNCTION twice(value integer) RETURNS integer LANGUAGE sql AS 'SELECT value * 2';
CREATE FUNCTION twice() RETURNS integer LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION count_of(VARIADIC list integer[]) RETURNS bigint LANGUAGE sql AS 'SELECT cardinality(list)';
CREATE FUNCTION documents(d jsonb, "default" mood DEFAULT 'sad', "it's" text[] DEFAULT '{a,b}') RETURNS jsonb LANGUAGE sql
  AS $$SELECT d || jsonb_build_object('mood', "default", 'list', "it's")$$;
CREATE FUNCTION no_result(x cents) RETURNS void LANGUAGE sql AS '';
CREATE FUNCTION many(n integer) RETURNS TABLE (i integer, moods mood[], "odd name" timestamptz) LANGUAGE sql
  AS $$SELECT i, '{sad,ok}'::mood[], '2026-01-02'::timestamptz FROM generate_series(1, n) AS i$$;
CREATE FUNCTION outs(OUT x integer, INOUT y text, z boolean DEFAULT true) LANGUAGE sql AS 'SELECT 1, y || z';
CREATE FUNCTION all_things() RETURNS SETOF things LANGUAGE sql AS 'SELECT * FROM things ORDER BY id';
CREATE FUNCTION some_pair() RETURNS pair LANGUAGE sql AS $$SELECT 1, 'ok'::mood$$;
CREATE FUNCTION numbers() RETURNS SETOF integer LANGUAGE sql AS 'VALUES (1), (2)';
CREATE FUNCTION either(a anyelement, b anyelement) RETURNS anyelement LANGUAGE sql AS 'SELECT coalesce(a, b)';
CREATE AGGREGATE product(integer) (SFUNC = int4mul, STYPE = integer, INITCOND = '1');
CREATE PROCEDURE store(id bigint, mood mood, OUT total bigint) LANGUAGE plpgsql
  AS 'BEGIN INSERT INTO things VALUES (store.id, store.mood); SELECT count(*) INTO total FROM things; END';
CREATE PROCEDURE clear() LANGUAGE sql AS 'DELETE FROM things';
CREATE FUNCTION other.add(a text) RETURNS text LANGUAGE sql AS 'SELECT a';
CREATE FUNCTION "delete"("new" integer, "call" integer, "a b" integer, a_b integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 + $2 + $3 + $4';
CREATE FUNCTION "*/ ${x} `"("\" integer DEFAULT 1, " " text DEFAULT '"') RETURNS integer LANGUAGE sql AS 'SELECT 7';
COMMENT ON FUNCTION "*/ ${x} `" IS '*/ export const hacked = 1; /*';
-- Not called by statements.
CREATE FUNCTION by_trigger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE AGGREGATE middle(float8 ORDER BY float8) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_cont_float8_final);
