-- The relations that tables do not fill: what they say, and that the log's definitions say the same
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
SET client_min_messages = warning;
CREATE ROLE ddltrail_maker;
CREATE SCHEMA relations_ AUTHORIZATION ddltrail_maker;
COMMENT ON SCHEMA relations_ IS 'a schema';
CREATE SEQUENCE relations_.down AS smallint INCREMENT -2 MINVALUE -9 MAXVALUE 9 START 3 CACHE 4 CYCLE;
CREATE TABLE relations_.t (a serial, b int GENERATED ALWAYS AS IDENTITY (START 7));
ALTER TABLE relations_.t OWNER TO ddltrail_maker;
COMMENT ON SEQUENCE relations_.down IS 'a sequence';
CREATE DOMAIN relations_.plain AS int;
CREATE DOMAIN relations_.strict AS varchar(8) COLLATE "C" DEFAULT 'x' NOT NULL
  CONSTRAINT shape CHECK (VALUE <> '');
ALTER DOMAIN relations_.strict ADD CONSTRAINT other CHECK (VALUE <> 'y') NOT VALID;
COMMENT ON CONSTRAINT shape ON DOMAIN relations_.strict IS 'a constraint';
CREATE DOMAIN relations_.above AS relations_.strict;
CREATE TYPE relations_.pair AS (x relations_.plain, y numeric(4, 1), z text COLLATE "C", gone int);
ALTER TYPE relations_.pair DROP ATTRIBUTE gone;
COMMENT ON COLUMN relations_.pair.x IS 'an attribute';
COMMENT ON TYPE relations_.pair IS 'a type';
CREATE TYPE relations_.nothing AS ();
CREATE FUNCTION relations_.distance(a float8, b float8 DEFAULT 1) RETURNS float8 IMMUTABLE LANGUAGE sql AS 'SELECT $1 - $2';
CREATE TYPE relations_.span AS RANGE (subtype = float8, subtype_diff = relations_.distance, multirange_type_name = relations_.spans);
CREATE TYPE relations_.words AS RANGE (subtype = text, collation = "C", subtype_opclass = text_pattern_ops);
CREATE PROCEDURE relations_.act(INOUT n int) LANGUAGE plpgsql AS 'BEGIN n := n + 1; END';
CREATE FUNCTION relations_.body(relations_.pair) RETURNS numeric BEGIN ATOMIC SELECT ($1).y; END;
CREATE FUNCTION relations_.rank() RETURNS bigint LANGUAGE internal WINDOW AS 'window_rank';
CREATE AGGREGATE relations_.total(int) (sfunc = int4pl, stype = int, initcond = '0', combinefunc = int4pl, sortop = <,
  msfunc = int4pl, minvfunc = int4mi, mstype = int, parallel = safe);
CREATE AGGREGATE relations_.middle(float8 ORDER BY anyelement) (sfunc = ordered_set_transition, stype = internal,
  finalfunc = percentile_disc_final, finalfunc_extra);
COMMENT ON FUNCTION relations_.body IS 'a function';
\pset tuples_only off
\pset null NULL
\x
SELECT schema_name, owner, comment FROM ddltrail.schemas WHERE schema_name = 'relations_';
SELECT sequence_name, data_type, start_value, min_value, max_value, increment, cache_size, is_cyclic, is_identity,
  table_schema, table_name, column_name, owner, comment
FROM ddltrail.sequences WHERE schema_name = 'relations_' ORDER BY 1;
SELECT domain_name, data_type, default_expression, is_nullable, "collation", constraints, owner, comment
FROM ddltrail.domains WHERE schema_name = 'relations_' ORDER BY 1;
SELECT type_name, attributes, owner, comment FROM ddltrail.composite_types WHERE schema_name = 'relations_' ORDER BY 1;
SELECT type_name, subtype, operator_class, "collation", canonical, subtype_diff, multirange_type, owner, comment
FROM ddltrail.range_types WHERE schema_name = 'relations_' ORDER BY 1;
SELECT routine_name, identity_arguments, kind, arguments, result, language, definition, aggregate, owner, comment
FROM ddltrail.routines WHERE schema_name = 'relations_' ORDER BY 1;
SELECT table_name, owner FROM ddltrail.tables WHERE schema_name = 'relations_';
\x
\pset tuples_only on
-- What the log says of them is the same, and of everything else too.
SET search_path = pg_catalog;
SET jit = off;
CREATE TEMPORARY VIEW last AS
SELECT DISTINCT ON (1, object_id) ddltrail.catalog_of(l.object_kind) AS catalog, l.*
FROM ddltrail.change_log l JOIN ddltrail.log USING (log_id)
WHERE ddltrail.catalog_of(l.object_kind) IS NOT NULL ORDER BY 1, object_id, id DESC;
SELECT coalesce(d.object_identity, l.object_identity), d.object_kind, l.object_kind, l.definition
FROM (SELECT * FROM ddltrail.definitions WHERE coalesce(schema_name, object_name) = 'relations_') d
FULL JOIN (SELECT * FROM last WHERE coalesce(schema_name, object_name) = 'relations_' AND definition <> '{}') l
  USING (catalog, object_id)
WHERE l.definition IS DISTINCT FROM d.definition OR l.object_identity <> d.object_identity ORDER BY 1;
SELECT object_kind, count(*) FROM last WHERE coalesce(schema_name, object_name) = 'relations_' GROUP BY 1 ORDER BY 1;
-- What belongs to no relation says so; that it is not known is something else.
CREATE EXTENSION hstore SCHEMA relations_;
COMMENT ON FUNCTION relations_.akeys IS 'a member';
SELECT action, in_extension, definition FROM ddltrail.change_log WHERE object_name = 'akeys' ORDER BY id;
SET ddltrail.log_definitions = off;
COMMENT ON DOMAIN relations_.plain IS 'unknown';
SELECT definition IS NULL FROM ddltrail.change_log WHERE object_name = 'plain' ORDER BY id;
DROP SCHEMA relations_ CASCADE;
DROP ROLE ddltrail_maker;
