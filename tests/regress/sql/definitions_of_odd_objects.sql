-- Definitions are read from the catalogs, the relations are queries: for odd objects of every sort, created and then
-- altered, both give the same
\getenv abs_srcdir PG_ABS_SRCDIR
\set ON_ERROR_STOP on
SET client_min_messages = warning;
SET check_function_bodies = off;
CREATE SCHEMA "odd Schémä";
CREATE SCHEMA odd_extensions;
CREATE SCHEMA odd_later;
CREATE EXTENSION hstore SCHEMA odd_extensions;
CREATE EXTENSION citext SCHEMA odd_extensions;
CREATE EXTENSION btree_gist SCHEMA odd_extensions;
CREATE EXTENSION postgres_fdw SCHEMA odd_extensions;
CREATE EXTENSION file_fdw SCHEMA odd_extensions;
SET search_path = "odd Schémä", odd_extensions;

-- Types.
CREATE TYPE mood AS ENUM ('sad', 'ok');
ALTER TYPE mood ADD VALUE 'meh' BEFORE 'ok';
ALTER TYPE mood ADD VALUE 'it''s "ü"' AFTER 'sad';
COMMENT ON TYPE mood IS 'how it feels';
CREATE TYPE no_label AS ENUM ();
CREATE TYPE owned_mood AS ENUM ('a');
ALTER EXTENSION plpgsql ADD TYPE owned_mood;
ALTER TYPE owned_mood ADD VALUE 'b';
CREATE DOMAIN numbers AS int[] NOT NULL;
CREATE DOMAIN more_numbers AS numbers DEFAULT '{1}';
CREATE DOMAIN lists AS more_numbers[];
CREATE DOMAIN lists_of_lists AS lists[][] NOT NULL;
CREATE DOMAIN short_text AS varchar(7) COLLATE "C" NOT NULL DEFAULT 'x';
CREATE DOMAIN shorter_text AS short_text COLLATE "POSIX" CHECK (length(VALUE) < 4);
CREATE DOMAIN nothing_text AS varchar DEFAULT NULL;
CREATE DOMAIN moods AS mood[];
CREATE DOMAIN owned_moods AS owned_mood[];
CREATE TYPE pair AS (a int, b more_numbers);
CREATE DOMAIN pairs AS pair NOT NULL;
CREATE TYPE span AS RANGE (subtype = float8, multirange_type_name = spans);
CREATE COLLATION numeric_last (provider = libc, locale = 'C');
COMMENT ON CONSTRAINT shorter_text_check ON DOMAIN shorter_text IS 'short';
COMMENT ON DOMAIN moods IS 'many';
CREATE DOMAIN of_settings AS interval DEFAULT '1 day 02:00' CHECK (VALUE > '00:01'::interval);
ALTER DOMAIN of_settings ADD CONSTRAINT "A first" CHECK (VALUE <> '2 days') NOT VALID;
CREATE TYPE mixed AS ("A" mood[], gone int, b varchar(3) COLLATE "C", c pair, d numeric(4, 1));
ALTER TYPE mixed DROP ATTRIBUTE gone;
COMMENT ON COLUMN mixed."A" IS 'an attribute';
COMMENT ON TYPE mixed IS 'of all';
CREATE TYPE empty AS ();
CREATE TYPE shell;
CREATE FUNCTION distance(a text, b text) RETURNS float8 IMMUTABLE LANGUAGE sql AS 'SELECT 1.0::float8';
CREATE TYPE words AS RANGE (subtype = text, collation = "C", subtype_opclass = text_pattern_ops, subtype_diff = distance);
CREATE TYPE plain_words AS RANGE (subtype = text, multirange_type_name = "Plain words");
COMMENT ON TYPE words IS 'from a to b';

-- Sequences, routines, schemas.
COMMENT ON SCHEMA odd_later IS 'later';
CREATE SCHEMA member_schema;
ALTER EXTENSION plpgsql ADD SCHEMA member_schema;
COMMENT ON SCHEMA member_schema IS 'of an extension';
CREATE SEQUENCE down AS smallint INCREMENT -2 MINVALUE -9 MAXVALUE 9 START 3 CACHE 4 CYCLE;
CREATE SEQUENCE up MINVALUE -9223372036854775808 START 0;
COMMENT ON SEQUENCE up IS 'up';
CREATE UNLOGGED SEQUENCE unlogged_sequence;
CREATE FUNCTION "F f"(a int DEFAULT 1, VARIADIC b text[] DEFAULT '{}', OUT c int, OUT d mood) RETURNS SETOF record
  LANGUAGE plpgsql STRICT STABLE SECURITY DEFINER PARALLEL SAFE COST 7 ROWS 9 SET work_mem = '1MB' AS $$BEGIN RETURN; END$$;
COMMENT ON FUNCTION "F f" IS 'f';
CREATE FUNCTION of_table() RETURNS TABLE (a int, b pair) LANGUAGE sql AS 'SELECT 1, NULL::pair';
CREATE FUNCTION atomic(x pair, interval = '1 day 02:00') RETURNS int RETURN (x).a + 1;
CREATE FUNCTION twice(x anyelement) RETURNS anyarray LANGUAGE sql AS 'SELECT ARRAY[x, x]';
CREATE FUNCTION twice(x int) RETURNS int LANGUAGE sql AS 'SELECT 2 * x';
CREATE PROCEDURE act(INOUT n int, IN m mood DEFAULT 'ok') LANGUAGE plpgsql AS 'BEGIN END';
CREATE FUNCTION ranked() RETURNS bigint LANGUAGE internal WINDOW AS 'window_rank';
CREATE FUNCTION grow(int, int) RETURNS int LANGUAGE sql AS 'SELECT $1 + $2';
CREATE FUNCTION shrink(int, int) RETURNS int LANGUAGE sql AS 'SELECT $1 - $2';
CREATE FUNCTION finish(int) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
CREATE FUNCTION finish_more(int, int) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
CREATE OPERATOR <<< (leftarg = int, rightarg = int, function = int4lt, commutator = >>>);
CREATE AGGREGATE least_of_all(int) (sfunc = int4smaller, stype = int, sortop = <, sspace = 12, parallel = restricted);
CREATE AGGREGATE total(int) (sfunc = grow, stype = int, initcond = '0', combinefunc = grow, finalfunc = finish_more, finalfunc_extra,
  finalfunc_modify = shareable, msfunc = grow, minvfunc = shrink, mstype = int, msspace = 3, minitcond = '0', mfinalfunc = finish_more,
  mfinalfunc_extra, mfinalfunc_modify = read_write, parallel = safe);
CREATE AGGREGATE averaged(int8) (sfunc = int8_avg_accum, stype = internal, finalfunc = numeric_poly_avg, combinefunc = int8_avg_combine,
  serialfunc = int8_avg_serialize, deserialfunc = int8_avg_deserialize);
CREATE AGGREGATE middle(float8 ORDER BY anyelement) (sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_disc_final, finalfunc_extra);
CREATE AGGREGATE supposed(VARIADIC "any" ORDER BY VARIADIC "any") (sfunc = ordered_set_transition_multi, stype = internal, finalfunc = rank_final,
  finalfunc_extra, hypothetical);
COMMENT ON AGGREGATE total(int) IS 'all of them';

-- Columns.
CREATE TABLE "Types" (
  a bit(3), b varbit(5), c numeric(10, -2), d numeric, e interval day to second(3), f timestamp(3), g timetz(0), h "char", i name,
  j int2vector, k oidvector, l regclass, m polygon, n int[3][4], o text[], p int4range, q int4multirange, r span, s spans,
  t mood, u mood[], v no_label, w owned_mood, x owned_mood[], y numbers, z more_numbers, aa lists, ab lists_of_lists[], ac short_text,
  ad shorter_text[], ae shorter_text, af nothing_text, ag moods, ah moods[], ai owned_moods, aj pair, ak pair[], al pairs, am pairs[],
  an hstore, ao citext[], ap varchar(20)[], aq bpchar, ar char(3), "As" json, "a""s" jsonb, at xml, "ü列" bytea, "new
line\" oid, timestamptz timestamptz(6)[], float real, varchar varchar);
CREATE TABLE filled (
  a serial, b bigserial PRIMARY KEY, c int GENERATED BY DEFAULT AS IDENTITY, d bigint GENERATED ALWAYS AS IDENTITY (START 7),
  e varchar DEFAULT NULL, f int DEFAULT NULL, g text DEFAULT 'it''s
two lines', h timestamptz DEFAULT '2020-01-01 00:00:00+00', i date DEFAULT now(), j text DEFAULT current_user,
  k int[] DEFAULT ARRAY[1, 2], l text DEFAULT CASE WHEN random() > 0.5 THEN 'x' ELSE upper('y') END, m pair DEFAULT ROW(1, '{2}'),
  n hstore DEFAULT 'a=>1', o more_numbers, p more_numbers DEFAULT '{3}', q interval DEFAULT '1 day 02:00', r bytea DEFAULT '\x00ff',
  s float8 DEFAULT 0.1::float8, t money DEFAULT 1, u short_text DEFAULT NULL, v regclass DEFAULT 'pg_class', w boolean DEFAULT (1 IN (2, 3)),
  x text GENERATED ALWAYS AS (CASE WHEN f > 0 THEN coalesce(g, 'none') ELSE e || 'x' END) STORED,
  y int GENERATED ALWAYS AS (f * 2 + cardinality(k)) STORED, z short_text GENERATED ALWAYS AS ('abc') STORED);
CREATE TABLE collated (a text COLLATE "C", b text COLLATE numeric_last, c text COLLATE "default", d varchar[] COLLATE "POSIX", e short_text COLLATE "C",
  f short_text COLLATE "default", g citext COLLATE "C");
CREATE TABLE no_column ();
CREATE TABLE lost_all (a int, b int);
ALTER TABLE lost_all DROP COLUMN a, DROP COLUMN b;
CREATE TABLE holes (a int, b int PRIMARY KEY, c int DEFAULT 1, d int UNIQUE, e int, CHECK (e > b));
ALTER TABLE holes DROP COLUMN a, DROP COLUMN c, ADD COLUMN a text DEFAULT 'again', DROP COLUMN e;
CREATE UNLOGGED TABLE unlogged (a int PRIMARY KEY);
CREATE TABLE member (a int, b text);
ALTER EXTENSION plpgsql ADD TABLE member;
ALTER TABLE member ADD COLUMN c mood, ADD PRIMARY KEY (a);
CREATE TABLE a23456789012345678901234567890123456789012345678901234567890123 (b23456789012345678901234567890123456789012345678901234567890123 int);
SELECT format('CREATE TABLE wide (%s)', string_agg(format('c%s int%s', i, CASE WHEN i % 400 = 0 THEN ' DEFAULT ' || i ELSE '' END), ', '))
FROM generate_series(1, 1600) i \gexec
COMMENT ON COLUMN wide.c1600 IS 'the last one';

-- Inheritance, partitions, types of tables.
CREATE TABLE mother (a int NOT NULL, b text DEFAULT 'm', CHECK (a > 0), CONSTRAINT own CHECK (a < 9) NO INHERIT);
CREATE TABLE father (b text DEFAULT 'f', c int);
CREATE TABLE child (b text DEFAULT 'c', d int) INHERITS (father, mother);
CREATE TABLE grandchild () INHERITS (child);
CREATE TABLE stepchild (b text, c int, a int NOT NULL, CHECK (a > 0), CONSTRAINT mother_a_check CHECK (a > 0));
ALTER TABLE stepchild INHERIT father, INHERIT mother;
ALTER TABLE stepchild NO INHERIT father;
ALTER TABLE stepchild INHERIT father;
CREATE TABLE measured (id int, at date, kind text, v int DEFAULT 1, w int GENERATED ALWAYS AS (v + 1) STORED, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE measured_1 PARTITION OF measured FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE measured_2 PARTITION OF measured (v DEFAULT 2, CHECK (v > 0)) FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') PARTITION BY LIST (id);
CREATE TABLE measured_2_a PARTITION OF measured_2 FOR VALUES IN (1, 2);
CREATE TABLE measured_rest PARTITION OF measured DEFAULT;
CREATE TABLE measured_3 (w int GENERATED ALWAYS AS (v + 1) STORED, gone int, v int, kind text, at date NOT NULL, id int NOT NULL);
ALTER TABLE measured_3 DROP COLUMN gone;
ALTER TABLE measured ATTACH PARTITION measured_3 FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
CREATE TABLE noted (id int, at date, note text, FOREIGN KEY (id, at) REFERENCES measured ON DELETE CASCADE) PARTITION BY HASH (id);
CREATE TABLE noted_0 PARTITION OF noted FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE noted_1 (LIKE noted);
ALTER TABLE noted ATTACH PARTITION noted_1 FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TYPE shape AS (a int, b text);
CREATE TABLE typed OF shape (a WITH OPTIONS PRIMARY KEY DEFAULT 5);

-- Constraints and indexes.
CREATE TABLE target (x int, y int, z text, PRIMARY KEY (y, x) INCLUDE (z), UNIQUE NULLS NOT DISTINCT (z), UNIQUE (x, y) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE bound (
  a int, b int, c int REFERENCES bound, d int UNIQUE, e tsrange, f text, g int, h int, i int,
  PRIMARY KEY (a), FOREIGN KEY (b, c) REFERENCES target (y, x) MATCH FULL ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE,
  CONSTRAINT "Zero" FOREIGN KEY (c, b) REFERENCES target (x, y) ON DELETE SET DEFAULT (b) ON UPDATE RESTRICT,
  CONSTRAINT zero FOREIGN KEY (d) REFERENCES bound (d) ON DELETE RESTRICT ON UPDATE SET DEFAULT DEFERRABLE INITIALLY DEFERRED,
  CHECK (c > b AND a > 0), CONSTRAINT whole CHECK (bound IS NOT NULL), CONSTRAINT whole_and_part CHECK (bound IS NOT NULL OR b > a), CONSTRAINT sized CHECK (f <> '' AND length(f) < CASE WHEN a > 0 THEN 3 ELSE 4 END),
  CONSTRAINT of_system CHECK (tableoid > 0::oid AND a < 100), CONSTRAINT constant CHECK (true),
  EXCLUDE USING gist (a WITH =, e WITH &&), CONSTRAINT apart EXCLUDE USING gist (int4range(a, b) WITH &&, (a + b) WITH =) WHERE (a > 0) DEFERRABLE);
ALTER TABLE bound ADD CONSTRAINT later CHECK (g > 0) NOT VALID, ADD CONSTRAINT later_key FOREIGN KEY (h) REFERENCES bound NOT VALID;
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE CONSTRAINT TRIGGER refuses AFTER INSERT ON bound DEFERRABLE FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE INDEX plain ON bound (b DESC NULLS LAST, c) INCLUDE (f, g);
CREATE INDEX expressions ON bound (lower(f) COLLATE "C" text_pattern_ops, (a + b), a) WHERE f IS NOT NULL AND g > 0;
CREATE UNIQUE INDEX unique_part ON bound (g) NULLS NOT DISTINCT WHERE h > 0;
CREATE INDEX hashed ON bound USING hash (f);
CREATE INDEX ranged ON bound USING brin (a, b) WITH (pages_per_range = 7);
CREATE INDEX gisted ON bound USING gist (e);
CREATE INDEX ginned ON filled USING gin (k, n) WITH (fastupdate = off);
CREATE DOMAIN in_c AS text COLLATE "C";
CREATE TABLE sorted (n name, d in_c, v varchar);
CREATE INDEX sorting ON sorted (n, n COLLATE "POSIX", d, d COLLATE "default", v varchar_pattern_ops, (n || 'x'), (d || 'x') COLLATE "POSIX");
CREATE UNIQUE INDEX to_be_key ON bound (i);
ALTER TABLE bound ADD CONSTRAINT by_index UNIQUE USING INDEX to_be_key;
CREATE INDEX of_parts ON measured (v);
CREATE INDEX of_none ON ONLY measured (kind);
ALTER TABLE bound CLUSTER ON plain, REPLICA IDENTITY USING INDEX bound_pkey;

-- Views.
CREATE VIEW simple AS SELECT a, b, c AS renamed FROM bound WHERE a > 0 WITH LOCAL CHECK OPTION;
ALTER VIEW simple RENAME COLUMN b TO "B b";
ALTER VIEW simple ALTER COLUMN a SET DEFAULT 3;
CREATE VIEW computed WITH (security_barrier) AS SELECT a, upper(f) AS f, c + 1 AS c, CASE WHEN a > 1 THEN f END FROM bound;
CREATE VIEW joined AS SELECT x.a, y.b, x.f FROM bound x JOIN bound y USING (a) LEFT JOIN target z ON z.x = y.b ORDER BY x.a LIMIT 3;
CREATE VIEW over_simple AS SELECT * FROM simple;
CREATE VIEW over_joined AS SELECT a, f FROM joined;
CREATE VIEW over_computed AS SELECT f, a FROM computed;
CREATE VIEW by_trigger AS SELECT a, b FROM joined;
CREATE TRIGGER inserts INSTEAD OF INSERT ON by_trigger FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE VIEW over_trigger AS SELECT a FROM by_trigger;
CREATE VIEW by_trigger_too AS SELECT a, upper(f) AS f FROM bound;
CREATE TRIGGER inserts INSTEAD OF INSERT OR DELETE ON by_trigger_too FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE VIEW updated_by_trigger AS SELECT a, upper(f) AS f FROM bound;
CREATE TRIGGER updates INSTEAD OF UPDATE ON updated_by_trigger FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE VIEW by_rule AS SELECT a, f || 'x' AS f FROM bound;
CREATE RULE inserts AS ON INSERT TO by_rule DO INSTEAD INSERT INTO bound (a) VALUES (NEW.a);
CREATE VIEW by_condition AS SELECT a, f || 'x' AS f FROM bound;
CREATE RULE inserts AS ON INSERT TO by_condition WHERE NEW.a > 0 DO INSTEAD NOTHING;
CREATE VIEW by_addition AS SELECT a, f || 'x' AS f FROM bound;
CREATE RULE inserts AS ON INSERT TO by_addition DO ALSO NOTHING;
CREATE VIEW united (one, two) AS SELECT a, f FROM bound UNION ALL SELECT x, z FROM target EXCEPT SELECT 1, 'x';
ALTER VIEW united RENAME COLUMN two TO "zwei ü";
CREATE VIEW listed (l) AS VALUES (1), (2);
ALTER VIEW listed RENAME COLUMN l TO ll;
CREATE RECURSIVE VIEW counted (n) AS SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 3;
CREATE VIEW no_column_view AS SELECT;
CREATE VIEW of_catalog AS SELECT null AS unknown, s AS whole, s.* FROM pg_catalog.pg_class s;
CREATE VIEW of_filled AS SELECT a, b, c, d, o, x, y, z FROM filled;
CREATE VIEW of_types AS SELECT part.*, (part.aj).a AS inner_a FROM (SELECT a, aa, ab, ac, ad, ae, af, ag, ah, ai, aj, ak, al, t, u, v, w, x, y, z FROM "Types") part;
CREATE VIEW of_parts_view AS SELECT * FROM measured;
CREATE VIEW of_nothing AS SELECT count(*), now() FROM no_column HAVING count(*) > 0;
CREATE MATERIALIZED VIEW material AS SELECT a, lower(bound.f) AS f, o FROM bound JOIN filled USING (a) WITH NO DATA;
CREATE UNIQUE INDEX of_material ON material (a, upper(f));
CREATE MATERIALIZED VIEW material_over AS SELECT f FROM material JOIN simple USING (a) WITH NO DATA;
ALTER MATERIALIZED VIEW material_over RENAME COLUMN f TO g;
CREATE VIEW over_material AS SELECT a FROM material;

-- Foreign tables.
CREATE SERVER remote FOREIGN DATA WRAPPER postgres_fdw;
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
CREATE FOREIGN TABLE far (a int OPTIONS (column_name 'b') NOT NULL, b text DEFAULT 'x', c mood, CHECK (a > 0)) SERVER remote;
CREATE FOREIGN TABLE far_read_only (a int) SERVER remote OPTIONS (updatable 'false');
CREATE FOREIGN TABLE from_file (a int, b text) SERVER files OPTIONS (filename '/dev/null');
CREATE TABLE scattered (a int, b text DEFAULT 'b') PARTITION BY LIST (a);
CREATE FOREIGN TABLE scattered_far PARTITION OF scattered FOR VALUES IN (1) SERVER remote;
CREATE FOREIGN TABLE far_child () INHERITS (mother) SERVER remote;
CREATE VIEW near AS SELECT a, b || 'x' AS b FROM far;
CREATE VIEW near_read_only AS SELECT a FROM far_read_only;
CREATE VIEW near_file AS SELECT * FROM from_file;

-- Comments.
COMMENT ON TABLE bound IS 'bound ü';
COMMENT ON COLUMN bound.a IS 'a "quoted" one';
COMMENT ON COLUMN bound.i IS E'two\nlines\ttab';
COMMENT ON CONSTRAINT whole ON bound IS 'the row';
COMMENT ON CONSTRAINT bound_pkey ON bound IS 'the key';
COMMENT ON INDEX bound_pkey IS 'of the key';
COMMENT ON INDEX plain IS 'plainly';
COMMENT ON VIEW simple IS 'simple';
COMMENT ON COLUMN simple."B b" IS 'b';
COMMENT ON MATERIALIZED VIEW material IS 'm';
COMMENT ON FOREIGN TABLE far IS 'f';
COMMENT ON COLUMN far.b IS 'f.b';
SELECT table_name, is_insertable FROM ddltrail.tables WHERE kind IN ('view', 'foreign table') AND schema_name = 'odd Schémä' ORDER BY 1;
\i :abs_srcdir/differences.psql

-- A wrapper without a handler makes the server fail where it is asked: whatever lies over it cannot be inserted into.
CREATE FOREIGN DATA WRAPPER without_handler;
CREATE SERVER nowhere FOREIGN DATA WRAPPER without_handler;
CREATE FOREIGN TABLE nothing_there (a int) SERVER nowhere;
CREATE VIEW over_nothing AS SELECT a FROM nothing_there;
CREATE VIEW over_nothing_at_all AS SELECT o.a, s.renamed FROM over_nothing o JOIN simple s USING (a);

-- Everything goes by another name, and much else changes.
ALTER TYPE mood RENAME VALUE 'ok' TO 'fine';
ALTER TYPE mood RENAME TO humour;
ALTER TYPE no_label ADD VALUE 'first';
ALTER TYPE span SET SCHEMA odd_later;
ALTER DOMAIN more_numbers DROP DEFAULT;
ALTER DOMAIN numbers DROP NOT NULL;
ALTER DOMAIN short_text SET DEFAULT 'later';
ALTER DOMAIN lists RENAME TO lists_again;
ALTER COLLATION numeric_last RENAME TO numeric_first;
ALTER EXTENSION plpgsql DROP TYPE owned_mood;
ALTER EXTENSION plpgsql DROP TABLE member;
ALTER EXTENSION hstore SET SCHEMA odd_later;
ALTER TYPE mixed ADD ATTRIBUTE e timestamp(2), ALTER ATTRIBUTE b TYPE text, DROP ATTRIBUTE d;
ALTER TYPE mixed RENAME ATTRIBUTE "A" TO a_again;
ALTER TYPE mixed RENAME TO "Mixed";
ALTER TYPE words RENAME TO words_again;
ALTER TYPE empty SET SCHEMA odd_later;
ALTER DOMAIN of_settings VALIDATE CONSTRAINT "A first";
ALTER DOMAIN of_settings RENAME CONSTRAINT "A first" TO "Z last";
ALTER SEQUENCE down OWNED BY bound.a;
ALTER SEQUENCE up AS int MINVALUE 1 RESTART START 5;
ALTER SEQUENCE filled_a_seq OWNED BY NONE;
ALTER FUNCTION "F f" RENAME TO "G g";
ALTER FUNCTION "G g" COST 8 SET DateStyle = 'ISO' CALLED ON NULL INPUT;
ALTER FUNCTION distance(text, text) SET SCHEMA odd_later;
ALTER FUNCTION grow(int, int) RENAME TO grown;
ALTER AGGREGATE total(int) RENAME TO "Total";
CREATE OR REPLACE FUNCTION twice(x int) RETURNS int LANGUAGE sql AS 'SELECT 3 * x';
ALTER EXTENSION plpgsql DROP SCHEMA member_schema;
CREATE ROLE odd_owner;
ALTER TABLE bound OWNER TO odd_owner;
ALTER VIEW simple OWNER TO odd_owner;
ALTER SEQUENCE up OWNER TO odd_owner;
ALTER TYPE words_again OWNER TO odd_owner;
ALTER DOMAIN moods OWNER TO odd_owner;
ALTER TYPE "Mixed" OWNER TO odd_owner;
ALTER AGGREGATE "Total"(int) OWNER TO odd_owner;
ALTER SCHEMA odd_later OWNER TO odd_owner;
ALTER TABLE "Types" ADD COLUMN added odd_later.hstore[], DROP COLUMN an, ALTER COLUMN c TYPE numeric(5), ALTER COLUMN n TYPE bigint[], ALTER COLUMN ac DROP NOT NULL, ALTER COLUMN a SET NOT NULL;
ALTER TABLE filled ALTER COLUMN c DROP IDENTITY, ALTER COLUMN d SET GENERATED BY DEFAULT, ALTER COLUMN y DROP EXPRESSION, ALTER COLUMN g DROP DEFAULT, ALTER COLUMN e SET DEFAULT 'e', ALTER COLUMN f SET NOT NULL;
ALTER TABLE filled RENAME COLUMN g TO "G g";
ALTER SEQUENCE filled_a_seq RENAME TO filled_a_again;
ALTER TABLE mother RENAME COLUMN a TO aa;
ALTER TABLE mother ADD COLUMN m int DEFAULT 4 CHECK (m > 0);
ALTER TABLE child NO INHERIT father;
ALTER TABLE measured RENAME COLUMN v TO value;
ALTER TABLE measured ADD COLUMN more humour, ADD CHECK (more <> 'sad');
ALTER TABLE measured DETACH PARTITION measured_1;
ALTER TABLE noted DETACH PARTITION noted_0;
ALTER TYPE shape ADD ATTRIBUTE c int CASCADE;
ALTER TABLE typed NOT OF;
ALTER TABLE target RENAME TO "Target";
ALTER TABLE "Target" RENAME COLUMN x TO "X";
ALTER TABLE "Target" SET SCHEMA odd_later;
ALTER TABLE bound RENAME CONSTRAINT constant TO constantly;
ALTER TABLE bound VALIDATE CONSTRAINT later, VALIDATE CONSTRAINT later_key, ALTER CONSTRAINT zero NOT DEFERRABLE, DROP CONSTRAINT whole;
ALTER TABLE bound RENAME COLUMN f TO "F f";
ALTER INDEX plain RENAME TO plainer;
ALTER INDEX bound_pkey RENAME TO "Key";
ALTER INDEX ranged SET (pages_per_range = 8);
ALTER INDEX expressions ALTER COLUMN 2 SET STATISTICS 100;
DROP INDEX hashed;
CREATE OR REPLACE VIEW simple AS SELECT a, b AS "B b", c AS renamed, d FROM bound;
CREATE OR REPLACE VIEW joined AS SELECT a, b, "F f" AS f FROM bound;
DROP TRIGGER inserts ON by_trigger;
DROP RULE inserts ON by_condition;
ALTER VIEW of_filled SET SCHEMA odd_later;
ALTER VIEW odd_later.of_filled RENAME TO of_filled_later;
ALTER MATERIALIZED VIEW material RENAME TO "Material";
ALTER FOREIGN TABLE far ADD COLUMN d int DEFAULT 1, DROP COLUMN c, OPTIONS (ADD updatable 'false');
ALTER SCHEMA odd_extensions RENAME TO odd_later_extensions;
COMMENT ON COLUMN bound.a IS NULL;
COMMENT ON CONSTRAINT "Key" ON bound IS 'renamed';
\i :abs_srcdir/differences.psql

DROP FOREIGN DATA WRAPPER without_handler CASCADE;
DROP SCHEMA "odd Schémä", odd_later CASCADE;
DROP EXTENSION citext, btree_gist, postgres_fdw, file_fdw CASCADE;
DROP SCHEMA odd_later_extensions, member_schema;
DROP ROLE odd_owner;
RESET search_path;
