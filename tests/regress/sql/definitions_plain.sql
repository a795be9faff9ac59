-- Plain keys and indexes are printed without the server, and definitions are laid out without it: both as it does.
SET client_min_messages = warning;
CREATE SCHEMA "My shop";
SET search_path = "My shop";

CREATE TABLE plain (id bigint PRIMARY KEY, "Code" text UNIQUE, a int, b varchar(10), c text COLLATE "C", UNIQUE (a, c));
CREATE TABLE deferred (id int PRIMARY KEY DEFERRABLE, a int UNIQUE DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE including (id int, a int, PRIMARY KEY (id) INCLUDE (a), UNIQUE (a) INCLUDE (id));
CREATE TABLE nulls (a int UNIQUE NULLS NOT DISTINCT, b varchar(10) PRIMARY KEY);
CREATE TABLE filled (a int PRIMARY KEY WITH (fillfactor = 70));
CREATE TABLE parted (a int PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE part PARTITION OF parted FOR VALUES FROM (1) TO (2);
CREATE TABLE spans (a int4range, EXCLUDE USING gist (a WITH &&));
ALTER TABLE plain ADD COLUMN d text DEFAULT 'x', ADD COLUMN "E" int NOT NULL DEFAULT 1;
ALTER TABLE plain RENAME COLUMN a TO "A";

CREATE INDEX ON plain ("Code");
CREATE INDEX "Two of them" ON plain ("A", c);
CREATE INDEX ON plain ("A" DESC);
CREATE INDEX ON plain ("A" NULLS FIRST);
CREATE INDEX ON plain (b);
CREATE INDEX ON plain (c COLLATE "POSIX");
CREATE INDEX ON plain ("Code" text_pattern_ops);
CREATE INDEX ON plain (lower("Code"));
CREATE INDEX ON plain (d) WHERE "E" > 1;
CREATE INDEX ON plain (d) INCLUDE ("E");
CREATE INDEX ON plain (d) WITH (fillfactor = 70);
CREATE INDEX ON plain USING hash (d);
CREATE UNIQUE INDEX ON plain (d);
CREATE UNIQUE INDEX ON plain (d) NULLS NOT DISTINCT;
CREATE INDEX ON ONLY parted (a);
DO $$ BEGIN EXECUTE 'CREATE TABLE many (' || (SELECT string_agg('column_' || i || ' int', ', ') FROM generate_series(1, 100) i) || ')'; END $$;

CREATE TEMPORARY VIEW last_rows AS
SELECT DISTINCT ON (object_id) object_id, object_name, definition
FROM ddltrail.change_log WHERE schema_name = 'My shop' ORDER BY object_id, id DESC;

SELECT count(*), count(*) FILTER (WHERE last.definition -> 'indexes' -> 0 ->> 'definition' IS DISTINCT FROM indexes.definition) AS wrong
FROM ddltrail.indexes LEFT JOIN last_rows last USING (object_id)
WHERE indexes.schema_name = 'My shop';

SELECT count(*), count(*) FILTER (WHERE item ->> 'definition' IS DISTINCT FROM constraints.definition) AS wrong
FROM ddltrail.constraints
LEFT JOIN (last_rows last CROSS JOIN LATERAL jsonb_array_elements(last.definition -> 'constraints') item)
  ON last.object_name = constraints.table_name AND item ->> 'constraint_name' = constraints.constraint_name
WHERE constraints.schema_name = 'My shop';

SELECT count(*) > 20 AS some, count(*) FILTER (WHERE value <> value::text::jsonb) AS wrong
FROM ddltrail.change_log CROSS JOIN LATERAL (VALUES (definition), (details)) written (value)
WHERE schema_name = 'My shop';

-- Every key and every place is found.
SELECT count(DISTINCT change.id) > 20 AS some, count(*) FILTER (WHERE item.value -> pair.key IS DISTINCT FROM pair.value) AS wrong
FROM ddltrail.change_log change
CROSS JOIN LATERAL jsonb_each(change.definition) part
CROSS JOIN LATERAL jsonb_array_elements(part.value) item
CROSS JOIN LATERAL jsonb_each(item.value) pair
WHERE change.schema_name = 'My shop';
SELECT definition -> 'columns' -> 70 ->> 'column_name' AS name, jsonb_array_length(definition -> 'columns') AS columns
FROM ddltrail.change_log WHERE object_name = 'many';

DROP SCHEMA "My shop" CASCADE;
