-- The types that people declare, what SQLite keeps in them, and names that generated code must survive.
CREATE TABLE declared (
  id INTEGER PRIMARY KEY, c_int INT, c_bigint BIGINT, c_text TEXT, c_varchar VARCHAR(10), c_clob CLOB, c_real REAL, c_double DOUBLE PRECISION,
  c_float FLOAT, c_numeric NUMERIC, c_decimal DECIMAL(10, 2), c_boolean BOOLEAN, c_date DATE, c_datetime DATETIME,
  c_timestamp TIMESTAMP, c_time TIME, c_blob BLOB, c_json JSON, c_uuid UUID, c_nothing
);
INSERT INTO declared (id) VALUES (1);
INSERT INTO declared VALUES (2, 1, 2, 't', 'v', 'c', 1.5, 2.5, 3.5, 4, 5.25, 1, '2026-01-02', '2026-01-02 03:04:05',
  '2026-01-02 03:04:05', '03:04', x'00ff', '{"a": 1}', 'c0ffee00-0000-4000-8000-000000000001', 'anything');
INSERT INTO declared (id, c_nothing) VALUES (3, x'01'), (4, 1.5);
CREATE TABLE strict (k TEXT PRIMARY KEY, i INT, n INTEGER, r REAL, t TEXT, b BLOB, a ANY) STRICT, WITHOUT ROWID;
INSERT INTO strict VALUES ('k', 1, 2, 1.5, 't', x'00', 'any'), ('l', NULL, NULL, NULL, NULL, NULL, NULL), ('m', 1, 2, 3, 't', x'', 7);
-- A primary key that is not INTEGER may hold NULL in a table that is neither STRICT nor WITHOUT ROWID.
CREATE TABLE loose (k TEXT PRIMARY KEY);
INSERT INTO loose VALUES ('k'), (NULL);
CREATE VIEW everything AS SELECT *, c_int + 1, count(*) OVER () AS n, c_text || 'x' AS t, max(c_int, c_real) AS m FROM declared;

CREATE TABLE "Straße / 1*" (
  "select" INTEGER, "a b" INTEGER, "it's" INTEGER, "quo""te" INTEGER, "back\slash" INTEGER, "*/" INTEGER, "constructor" INTEGER,
  "名前" TEXT NOT NULL DEFAULT 'sad', "1st" INTEGER, "${x}`" INTEGER, "new
line" TEXT);
INSERT INTO "Straße / 1*" VALUES (1, 2, 3, 4, 5, 6, 7, 'n', 9, 10, 'text');
CREATE VIRTUAL TABLE search USING fts5 (title, body);
INSERT INTO search VALUES ('a', 'b');
CREATE TABLE users (id INTEGER); CREATE TABLE user_s (x INTEGER); CREATE TABLE "user s" (y INTEGER); CREATE TABLE "Date" (d DATE);
CREATE TABLE "Database" (d INTEGER); CREATE TABLE string (s TEXT); CREATE TABLE con (c INTEGER); CREATE TABLE "123" (n INTEGER);
CREATE TABLE "Buffer" (b BLOB); CREATE TABLE "SqliteValue" (a); CREATE TABLE new_users (n INTEGER); CREATE TABLE users_table (t INTEGER);
CREATE TABLE "Generated" (g INTEGER NOT NULL DEFAULT 1);
INSERT INTO users VALUES (1); INSERT INTO user_s VALUES (1); INSERT INTO "user s" VALUES (1); INSERT INTO "Date" VALUES ('2026-01-01');
INSERT INTO "Database" VALUES (1); INSERT INTO string VALUES ('s'); INSERT INTO con VALUES (1); INSERT INTO "123" VALUES (1);
INSERT INTO "Buffer" VALUES (x'00'); INSERT INTO "SqliteValue" VALUES (1.5); INSERT INTO new_users VALUES (1); INSERT INTO users_table VALUES (1);
INSERT INTO "Generated" DEFAULT VALUES;
-- Types whose names say nothing to SQLite have numeric affinity: what is no number stays text.
CREATE TABLE vague (s STRING, a ANY, e ENUM, n NUMBER, m MONEY, "" INTEGER);
INSERT INTO vague VALUES ('one', 'two', 'three', 4, 5.5, 6), ('1', 2, '3', 4, 5, 6);
CREATE TABLE "" (a INTEGER); INSERT INTO "" VALUES (1);
