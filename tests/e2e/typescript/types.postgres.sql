-- A column of every type, arrays of them, and names and texts that generated code must survive.
CREATE SCHEMA "we ird-schema";
CREATE TYPE mood AS ENUM ('sad', 'it''s', 'say "hi"', E'back\\slash', E'new\nline', '*/', '${1}`', '');
CREATE TYPE empty AS ENUM ();
CREATE TYPE "we ird-schema".mood AS ENUM ('other');
CREATE TYPE pair AS (a integer, b text);
CREATE DOMAIN small AS integer CHECK (VALUE < 100);
CREATE DOMAIN smaller AS small;
CREATE DOMAIN words AS text[];
CREATE DOMAIN moods AS mood;
CREATE DOMAIN document AS jsonb;
CREATE DOMAIN list AS small[];
CREATE TABLE other (id integer);
INSERT INTO other VALUES (1);
CREATE TYPE float_range AS RANGE (subtype = float8);
CREATE TYPE text_range AS RANGE (subtype = text, collation = "C");
CREATE TYPE mood_range AS RANGE (subtype = mood);
CREATE TYPE matrix_range AS RANGE (subtype = int4[]);
CREATE TYPE pair_range AS RANGE (subtype = pair);
CREATE TYPE spans AS RANGE (subtype = timestamptz, multirange_type_name = "we ird-schema"."span.set");
CREATE TYPE "we ird-schema".range AS RANGE (subtype = small);
CREATE DOMAIN reach AS float_range;
COMMENT ON TYPE float_range IS '*/ numbers';

CREATE TABLE scalars (
  id integer PRIMARY KEY, c_int2 int2, c_int4 int4, c_int8 int8, c_oid oid, c_float4 float4, c_float8 float8, c_numeric numeric(10, 2),
  c_money money, c_bool bool, c_text text, c_varchar varchar(10), c_char char(3), c_quoted_char "char", c_name name, c_uuid uuid,
  c_date date, c_time time, c_timetz timetz, c_timestamp timestamp, c_timestamptz timestamptz, c_interval interval, c_json json,
  c_jsonb jsonb, c_jsonpath jsonpath, c_bytea bytea, c_inet inet, c_cidr cidr, c_macaddr macaddr, c_macaddr8 macaddr8, c_bit bit(3),
  c_varbit varbit, c_xml xml, c_int4range int4range, c_int8range int8range, c_numrange numrange, c_daterange daterange, c_tsrange tsrange,
  c_tstzrange tstzrange, c_int4multirange int4multirange, c_int8multirange int8multirange, c_nummultirange nummultirange,
  c_datemultirange datemultirange, c_tsmultirange tsmultirange, c_tstzmultirange tstzmultirange, c_own_range float_range,
  c_tsvector tsvector, c_tsquery tsquery, c_point point, c_line line, c_lseg lseg, c_box box, c_path path, c_polygon polygon,
  c_circle circle, c_pg_lsn pg_lsn, c_pg_snapshot pg_snapshot, c_txid_snapshot txid_snapshot, c_xid xid, c_xid8 xid8, c_cid cid, c_tid tid,
  c_aclitem aclitem, c_refcursor refcursor, c_int2vector int2vector, c_oidvector oidvector, c_regclass regclass,
  c_regcollation regcollation, c_regconfig regconfig, c_regdictionary regdictionary, c_regnamespace regnamespace, c_regoper regoper,
  c_regoperator regoperator, c_regproc regproc, c_regprocedure regprocedure, c_regrole regrole, c_regtype regtype, c_mood mood,
  c_other_mood "we ird-schema".mood, c_pair pair, c_row other, c_small small, c_smaller smaller, c_words words, c_moods moods,
  c_document document, c_list list, c_own_multirange float_multirange, c_text_range text_range, c_mood_range mood_range,
  c_matrix_range matrix_range, c_pair_range pair_range, c_spans "we ird-schema"."span.set", c_small_range "we ird-schema".range, c_reach reach,
  c_empty empty
);
CREATE TABLE arrays (
  id integer PRIMARY KEY, a_int2 int2[], a_int4 int4[], a_int8 int8[], a_oid oid[], a_float4 float4[], a_float8 float8[],
  a_numeric numeric(10, 2)[], a_money money[], a_bool bool[], a_text text[], a_varchar varchar(10)[], a_char char(3)[],
  a_quoted_char "char"[], a_name name[], a_uuid uuid[], a_date date[], a_time time[], a_timetz timetz[], a_timestamp timestamp[],
  a_timestamptz timestamptz[], a_interval interval[], a_json json[], a_jsonb jsonb[], a_jsonpath jsonpath[], a_bytea bytea[], a_inet inet[],
  a_cidr cidr[], a_macaddr macaddr[], a_macaddr8 macaddr8[], a_bit bit(3)[], a_varbit varbit[], a_xml xml[], a_int4range int4range[],
  a_int8range int8range[], a_numrange numrange[], a_daterange daterange[], a_tsrange tsrange[], a_tstzrange tstzrange[],
  a_int4multirange int4multirange[], a_int8multirange int8multirange[], a_nummultirange nummultirange[], a_datemultirange datemultirange[],
  a_tsmultirange tsmultirange[], a_tstzmultirange tstzmultirange[], a_own_range float_range[], a_tsvector tsvector[], a_tsquery tsquery[],
  a_point point[], a_line line[], a_lseg lseg[], a_box box[], a_path path[], a_polygon polygon[], a_circle circle[], a_pg_lsn pg_lsn[],
  a_pg_snapshot pg_snapshot[], a_txid_snapshot txid_snapshot[], a_xid xid[], a_xid8 xid8[], a_cid cid[], a_tid tid[], a_aclitem aclitem[],
  a_refcursor refcursor[], a_int2vector int2vector[], a_oidvector oidvector[], a_regclass regclass[], a_regcollation regcollation[],
  a_regconfig regconfig[], a_regdictionary regdictionary[], a_regnamespace regnamespace[], a_regoper regoper[], a_regoperator regoperator[],
  a_regproc regproc[], a_regprocedure regprocedure[], a_regrole regrole[], a_regtype regtype[], a_mood mood[],
  a_other_mood "we ird-schema".mood[], a_pair pair[], a_row other[], a_small small[], a_smaller smaller[], a_words words[], a_moods moods[],
  a_document document[], a_list list[], a_matrix integer[][], a_cube text[][][], a_mood_matrix mood[][],
  a_own_multirange float_multirange[], a_mood_range mood_range[], a_matrix_range matrix_range[][], a_spans "we ird-schema"."span.set"[],
  a_small_range "we ird-schema".range[], a_reach reach[]
);
INSERT INTO scalars (id) VALUES (1);
INSERT INTO scalars VALUES (
  2, '1', '2', '9007199254740993', '26', '1.5', 'NaN', '12.50', '3.5', 'true', 't', 'v', 'c', 'q', 'n',
  'c0ffee00-0000-4000-8000-000000000001', '2026-01-02', '12:34', '12:34+02', '2026-01-02 03:04', '2026-01-02 03:04+00',
  '1 year 2 days 00:00:03.5', '{"a": [1, null, {"b": "x"}]}', '[true, "s", 1.5]', '$.a', '\x00ff', '10.0.0.1', '10.0.0.0/8',
  '08:00:2b:01:02:03', '08:00:2b:01:02:03:04:05', '101', '1', '<a/>', '[1,5)', '[1,5)', '[1.5,2]', '[2026-01-01,)', '[2026-01-01,)',
  '[2026-01-01,)', '{[1,2]}', '{[1,2]}', '{[1.5,2]}', '{[2026-01-01,)}', '{[2026-01-01,)}', '{[2026-01-01,)}', '[1,2]', 'a b', 'a & b',
  '(1,2)', '{1,2,3}', '((0,0),(1,1))', '((0,0),(1,1))', '((0,0),(1,1))', '((0,0),(1,1))', '<(1,2),3>', '0/16B374D', '10:20:10,14',
  '10:20:10,14', '7', '7', '7', '(0,1)', '=r/postgres', 'r', '1 2', '1 2', 'pg_class', '"C"', 'english', 'simple', 'pg_catalog', '||/',
  '+(integer,integer)', 'now', 'abs(integer)', 'pg_monitor', 'integer', 'it''s', 'other', '(1,two)', '(1)', '5', '6', '{a,b}', 'sad', '[1]',
  '{1}', '{[1,2.5),[3,)}', '["a ""b\\",)', '["it''s",)', '["{1,2}","{1,3}")', '["(1,two)","(2,two)")', '{[2026-01-01,2026-01-02),[2026-02-01,)}',
  '[1,7)', '(,2]');
INSERT INTO arrays (id) VALUES (1);
INSERT INTO arrays VALUES (
  2, '{"1"}', '{"2"}', '{"9007199254740993"}', '{"26"}', '{"1.5"}', '{"NaN"}', '{"12.50"}', '{"3.5"}', '{"true"}', '{"t"}', '{"v"}',
  '{"c"}', '{"q"}', '{"n"}', '{"c0ffee00-0000-4000-8000-000000000001"}', '{"2026-01-02"}', '{"12:34"}', '{"12:34+02"}',
  '{"2026-01-02 03:04"}', '{"2026-01-02 03:04+00"}', '{"1 year 2 days 00:00:03.5"}', '{"{\"a\": [1, null, {\"b\": \"x\"}]}"}',
  '{"[true, \"s\", 1.5]"}', '{"$.a"}', '{"\\x00ff"}', '{"10.0.0.1"}', '{"10.0.0.0/8"}', '{"08:00:2b:01:02:03"}',
  '{"08:00:2b:01:02:03:04:05"}', '{"101"}', '{"1"}', '{"<a/>"}', '{"[1,5)"}', '{"[1,5)"}', '{"[1.5,2]"}', '{"[2026-01-01,)"}',
  '{"[2026-01-01,)"}', '{"[2026-01-01,)"}', '{"{[1,2]}"}', '{"{[1,2]}"}', '{"{[1.5,2]}"}', '{"{[2026-01-01,)}"}', '{"{[2026-01-01,)}"}',
  '{"{[2026-01-01,)}"}', '{"[1,2]"}', '{"a b"}', '{"a & b"}', '{"(1,2)"}', '{"{1,2,3}"}', '{"((0,0),(1,1))"}', '{"((0,0),(1,1))"}',
  '{"((0,0),(1,1))"}', '{"((0,0),(1,1))"}', '{"<(1,2),3>"}', '{"0/16B374D"}', '{"10:20:10,14"}', '{"10:20:10,14"}', '{"7"}', '{"7"}',
  '{"7"}', '{"(0,1)"}', '{"=r/postgres"}', '{"r"}', '{"1 2"}', '{"1 2"}', '{"pg_class"}', '{"\"C\""}', '{"english"}', '{"simple"}',
  '{"pg_catalog"}', '{"||/"}', '{"+(integer,integer)"}', '{"now"}', '{"abs(integer)"}', '{"pg_monitor"}', '{"integer"}', '{"it''s"}',
  '{"other"}', '{"(1,two)"}', '{"(1)"}', '{"5"}', '{"6"}', '{"{a,b}"}', '{"sad"}', '{"[1]"}', '{"{1}"}', '{{1,2},{3,4}}', '{{{a},{b}}}',
  '{{sad}}', '{"{[1,2.5),[3,)}"}', '{"[sad,sad]"}', '{{"[\"{1,2}\",\"{1,3}\")"}}', '{"{[2026-01-01,2026-01-02)}"}', '{"[1,7)"}', '{"(,2]"}');

CREATE TABLE "Straße / 1*" (
  "select" integer, "a b" integer, "it's" integer, "quo""te" integer, "back\slash" integer, "*/" integer, "constructor" integer,
  "__proto__x" integer, "名前" mood NOT NULL DEFAULT 'sad', "1st" integer, "${x}`" integer, "new
line" text);
COMMENT ON TABLE "Straße / 1*" IS E'*/ export const hacked = 1; /*\n@deprecated \u2028 `${x}` \\';
COMMENT ON COLUMN "Straße / 1*"."select" IS '*/';
COMMENT ON TYPE mood IS '**/ /* //';
INSERT INTO "Straße / 1*" VALUES (1, 2, 3, 4, 5, 6, 7, 8, 'say "hi"', 10, 11, 'text');

-- Names that meet: by case, by what a language makes of them, by schema, with names of the language.
CREATE TABLE users (id integer); CREATE TABLE "Users" (name text); CREATE TABLE "user_s" (x integer); CREATE TABLE "user s" (y integer);
CREATE TABLE "we ird-schema".users (z integer); CREATE TABLE "Date" (d date); CREATE TABLE "Array" (a text[]);
CREATE TABLE "Buffer" (b bytea); CREATE TABLE "Selectable" (s jsonb); CREATE TABLE "Generated" (g integer NOT NULL DEFAULT 1);
CREATE TABLE "Database" (d integer); CREATE TABLE "Json" (j jsonb); CREATE TABLE string (s text); CREATE TABLE class (c mood);
CREATE TABLE con (c integer); CREATE TABLE "123" (n integer); CREATE TABLE "名前" (n integer); CREATE TABLE mood_table (m mood, o "we ird-schema".mood);
CREATE TABLE new_users (n integer); CREATE TABLE users_update (u integer); CREATE TABLE users_table (t integer); CREATE TABLE nothing ();
INSERT INTO users VALUES (1); INSERT INTO "Users" VALUES ('n'); INSERT INTO "user_s" VALUES (1); INSERT INTO "user s" VALUES (1);
INSERT INTO "we ird-schema".users VALUES (1); INSERT INTO "Date" VALUES (now()); INSERT INTO "Array" VALUES ('{a}');
INSERT INTO "Buffer" VALUES ('\x00'); INSERT INTO "Selectable" VALUES ('{}'); INSERT INTO "Generated" DEFAULT VALUES; INSERT INTO "Database" VALUES (1);
INSERT INTO "Json" VALUES ('1'); INSERT INTO string VALUES ('s'); INSERT INTO class VALUES ('sad'); INSERT INTO con VALUES (1);
INSERT INTO "123" VALUES (1); INSERT INTO "名前" VALUES (1); INSERT INTO mood_table VALUES ('sad', 'other'); INSERT INTO new_users VALUES (1);
INSERT INTO users_update VALUES (1); INSERT INTO users_table VALUES (1); INSERT INTO nothing DEFAULT VALUES;

-- Schemas and tables called like generated files and folders, names with dots, comments that are orders to the compiler.
CREATE SCHEMA scalars; CREATE TABLE scalars.scalars (j jsonb); INSERT INTO scalars.scalars VALUES ('[1]');
CREATE SCHEMA tables; CREATE TABLE tables.tables (m mood); INSERT INTO tables.tables VALUES ('sad');
CREATE SCHEMA "database"; CREATE TABLE "database"."database" (d date); INSERT INTO "database"."database" VALUES ('2026-01-02');
CREATE SCHEMA stock; CREATE TABLE stock.suppliers (s text); INSERT INTO stock.suppliers VALUES ('in the schema stock');
CREATE TABLE "stock.suppliers" (n integer); INSERT INTO "stock.suppliers" VALUES (1);
CREATE TABLE orders_to_the_compiler (a integer, b empty, m moods);
COMMENT ON TABLE orders_to_the_compiler IS '@ts-expect-error'; COMMENT ON COLUMN orders_to_the_compiler.a IS ' @ts-expect-error';
COMMENT ON TYPE empty IS '// @ts-expect-error';
INSERT INTO orders_to_the_compiler VALUES (1, NULL, 'sad');
CREATE TABLE user_account (a integer); CREATE TABLE "UserAccount" (b text); CREATE TABLE "user-account" (c date); CREATE TABLE "USER_ACCOUNT" (d jsonb);
INSERT INTO user_account VALUES (1); INSERT INTO "UserAccount" VALUES ('b'); INSERT INTO "user-account" VALUES ('2026-01-02');
INSERT INTO "USER_ACCOUNT" VALUES ('{}');
SELECT 'CREATE TABLE wide (' || string_agg(format('c%s %s', i, (array['integer', 'text', 'mood', 'jsonb', 'timestamptz'])[i % 5 + 1]), ', ') || ')'
  FROM generate_series(1, 500) AS i \gexec
INSERT INTO wide DEFAULT VALUES;
CREATE EXTENSION citext; CREATE EXTENSION hstore;
CREATE TABLE extended (c citext, cs citext[], h hstore, hs hstore[]);
INSERT INTO extended VALUES ('c', '{c}', 'a=>1', array['a=>1'::hstore]);
