"""Random DDL over every kind of object: templates, filled with what is in the database at that moment.

`{table}` becomes the name of a table, `{table.parent}` a field of the one that was chosen, `{new}` a new name, `{column}` a
column of the relation that was chosen last. A template for which nothing is there is not used. Many statements are refused by
the server; that is part of it.
"""

import json
import re

SETUP = """
CREATE SCHEMA one; CREATE SCHEMA two; CREATE SCHEMA "Odd ""Schema";
CREATE ROLE replay_owner SUPERUSER; CREATE ROLE replay_reader;
CREATE FOREIGN DATA WRAPPER replay_wrapper; CREATE SERVER replay_server FOREIGN DATA WRAPPER replay_wrapper;
CREATE FUNCTION public.row_trigger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION public.in_turn(statements text[]) RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE statements[1];
  BEGIN
    IF cardinality(statements) > 1 THEN PERFORM public.in_turn(statements[2:]); END IF;
  EXCEPTION WHEN OTHERS THEN RETURN 0;
  END;
  IF cardinality(statements) % 3 = 0 THEN RAISE EXCEPTION 'enough'; END IF;
  RETURN 1;
END $$;
"""

INVENTORY = r"""
WITH spaces AS (
  SELECT oid, quote_ident(nspname) AS name FROM pg_namespace
  WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'ddltrail')
), relations AS (
  SELECT CASE WHEN c.relkind = 'r' AND c.relispartition THEN 'partition' WHEN c.relkind IN ('i', 'I') THEN 'index'
           ELSE (ARRAY['table', 'partitioned', 'view', 'matview', 'sequence', 'composite', 'foreign'])[strpos('rpvmScf', c.relkind)]
         END AS kind,
    jsonb_build_object('name', s.name || '.' || quote_ident(c.relname), 'bare', quote_ident(c.relname),
      'columns', (SELECT jsonb_agg(quote_ident(attname) ORDER BY attnum) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped),
      'constraints', (SELECT jsonb_agg(quote_ident(conname) ORDER BY conname) FROM pg_constraint WHERE conrelid = c.oid),
      'parent', (SELECT i.inhparent::regclass FROM pg_inherits i WHERE i.inhrelid = c.oid LIMIT 1),
      'key', (SELECT pg_get_partkeydef(c.oid))) AS item
  FROM pg_class c JOIN spaces s ON s.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'c', 'f', 'i', 'I') AND c.relname <> 'kept'
), types AS (
  SELECT (ARRAY['enum', 'domain', 'range'])[strpos('edr', t.typtype)] AS kind,
    jsonb_build_object('name', s.name || '.' || quote_ident(t.typname),
      'labels', (SELECT jsonb_agg(quote_literal(enumlabel) ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid),
      'constraints', (SELECT jsonb_agg(quote_ident(conname) ORDER BY conname) FROM pg_constraint WHERE contypid = t.oid)) AS item
  FROM pg_type t JOIN spaces s ON s.oid = t.typnamespace WHERE t.typtype IN ('e', 'd', 'r')
), others AS (
  SELECT (ARRAY['function', 'procedure', 'aggregate'])[strpos('fpa', p.prokind)] AS kind,
    jsonb_build_object('name', p.oid::regprocedure, 'bare', p.proname) AS item
  FROM pg_proc p JOIN spaces s ON s.oid = p.pronamespace
  WHERE p.prokind IN ('f', 'p', 'a') AND p.proname NOT IN ('in_turn', 'row_trigger')
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype IN ('i', 'e'))
  UNION ALL
  SELECT 'trigger', jsonb_build_object('name', quote_ident(tgname) || ' ON ' || tgrelid::regclass, 'bare', quote_ident(tgname), 'table', tgrelid::regclass)
  FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid JOIN spaces s ON s.oid = c.relnamespace WHERE NOT tgisinternal
  UNION ALL
  SELECT 'policy', jsonb_build_object('name', quote_ident(polname) || ' ON ' || polrelid::regclass)
  FROM pg_policy JOIN pg_class c ON c.oid = polrelid JOIN spaces s ON s.oid = c.relnamespace
  UNION ALL
  SELECT 'rule', jsonb_build_object('name', quote_ident(rulename) || ' ON ' || ev_class::regclass, 'bare', quote_ident(rulename), 'table', ev_class::regclass)
  FROM pg_rewrite JOIN pg_class c ON c.oid = ev_class JOIN spaces s ON s.oid = c.relnamespace WHERE rulename <> '_RETURN'
  UNION ALL
  SELECT 'publication', jsonb_build_object('name', quote_ident(pubname)) FROM pg_publication
  UNION ALL
  SELECT 'statistics', jsonb_build_object('name', s.name || '.' || quote_ident(stxname)) FROM pg_statistic_ext JOIN spaces s ON s.oid = stxnamespace
  UNION ALL
  SELECT 'schema', jsonb_build_object('name', name) FROM spaces WHERE name <> 'public'
)
SELECT coalesce(jsonb_object_agg(kind, items), '{}') FROM (
  SELECT kind, jsonb_agg(item ORDER BY item ->> 'name') AS items
  FROM (TABLE relations UNION ALL TABLE types UNION ALL TABLE others) everything GROUP BY kind) by_kind
"""

# What stands for several kinds.
KINDS = {
    "relation": ["table", "partition", "partitioned", "view", "matview", "foreign"],
    "stored": ["table", "partition", "partitioned"],
    "selectable": ["table", "partition", "partitioned", "view", "matview"],
    "child": ["table", "partitioned"],
    "type": ["enum", "domain", "composite", "range"],
    "routine": ["function", "procedure", "aggregate"],
}

PLAIN_TYPES = ["integer", "bigint", "text", "numeric(8,2)", "date", "timestamptz", "uuid", "jsonb", "boolean", "varchar(10)", "integer[]",
               "text COLLATE \"C\"", "interval", "bytea"]

CREATE = """
CREATE TABLE {schema}.{new} (id {serial} PRIMARY KEY, a {type}, b {type} DEFAULT {default}, c integer)
CREATE TABLE {schema}.{new} (id integer GENERATED {always} AS IDENTITY, a {type} NOT NULL, c integer CHECK (c > 0), t text UNIQUE)
CREATE TABLE {schema}.{new} (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED, c text DEFAULT {default}, UNIQUE (a, b))
CREATE TABLE {schema}.{new} (e {type}, x integer) INHERITS ({table})
CREATE TABLE {schema}.{new} () INHERITS ({table}, {table})
CREATE TABLE {schema}.{new} (LIKE {relation} INCLUDING ALL)
CREATE TABLE {schema}.{new} OF {composite}
CREATE TABLE {schema}.{new} (a integer NOT NULL, b {type}, c text) PARTITION BY {by}
CREATE TABLE {schema}.{new} (a integer NOT NULL PRIMARY KEY, b {type}, c text) PARTITION BY {by}
CREATE TABLE {schema}.{new} PARTITION OF {partitioned} {bound}
CREATE TABLE {schema}.{new} PARTITION OF {partitioned} {bound} PARTITION BY {by}
CREATE TABLE {schema}.{new} PARTITION OF {partitioned} DEFAULT
CREATE TABLE {schema}.{new} (id integer PRIMARY KEY REFERENCES {stored}, self integer REFERENCES {schema}.{same})
CREATE TABLE {schema}.{new} AS SELECT * FROM {selectable}
SELECT * INTO {schema}.{new} FROM {selectable}
CREATE FOREIGN TABLE {schema}.{new} (a integer, b {type}) SERVER replay_server
CREATE TEMPORARY TABLE {new} (a serial PRIMARY KEY, b {type})
CREATE UNLOGGED TABLE {schema}.{new} (a {type}, b smallserial)
CREATE VIEW {schema}.{new} AS SELECT * FROM {selectable}
CREATE VIEW {schema}.{new} AS SELECT {column} AS x, * FROM {selectable}
CREATE VIEW {schema}.{new} AS SELECT r.* FROM {selectable} r, {selectable} s
CREATE VIEW {schema}.{new} (p, q) AS SELECT {function}, count(*) FROM {selectable}
CREATE MATERIALIZED VIEW {schema}.{new} AS SELECT * FROM {selectable}
CREATE SEQUENCE {schema}.{new} AS {integer} START 7 CYCLE
CREATE SEQUENCE {schema}.{new} OWNED BY {table}.{column}
CREATE TYPE {schema}.{new} AS ENUM ('red', 'green', 'O''blue')
CREATE TYPE {schema}.{new} AS (x {type}, y text, "Z z" integer)
CREATE TYPE {schema}.{new} AS RANGE (subtype = integer)
CREATE TYPE {schema}.{new} AS RANGE (subtype = {domain})
CREATE DOMAIN {schema}.{new} AS {type} DEFAULT {default}
CREATE DOMAIN {schema}.{new} AS integer NOT NULL CHECK (VALUE > 0)
CREATE DOMAIN {schema}.{new} AS {domain} CHECK (VALUE IS NOT NULL)
CREATE DOMAIN {schema}.{new} AS {domain}[]
CREATE FUNCTION {schema}.{new}(a {type} DEFAULT NULL, b integer DEFAULT 1) RETURNS {type} LANGUAGE sql AS 'SELECT NULL'
CREATE FUNCTION {schema}.{new}() RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT 1'
CREATE FUNCTION {schema}.{new}() RETURNS SETOF {table} LANGUAGE sql BEGIN ATOMIC SELECT * FROM {table.name}; END
CREATE FUNCTION {schema}.{new}(x {table}) RETURNS text LANGUAGE sql AS 'SELECT NULL::text'
CREATE FUNCTION {schema}.{new}() RETURNS TABLE (u {type}, v integer) LANGUAGE plpgsql AS 'BEGIN END'
CREATE PROCEDURE {schema}.{new}(INOUT a {type}) LANGUAGE plpgsql AS 'BEGIN END'
CREATE AGGREGATE {schema}.{new}(integer) (sfunc = int4pl, stype = integer, initcond = '0')
CREATE TRIGGER {new} BEFORE INSERT OR UPDATE OF {column} ON {stored} FOR EACH ROW EXECUTE FUNCTION public.row_trigger()
CREATE TRIGGER {new} AFTER INSERT ON {stored} FOR EACH ROW EXECUTE FUNCTION public.row_trigger()
CREATE TRIGGER {new} INSTEAD OF INSERT OR UPDATE ON {view} FOR EACH ROW EXECUTE FUNCTION public.row_trigger()
CREATE RULE {new} AS ON INSERT TO {view} DO INSTEAD NOTHING
CREATE RULE {new} AS ON UPDATE TO {stored} DO ALSO SELECT 1
CREATE RULE {new} AS ON DELETE TO {view} DO INSTEAD DELETE FROM {table}
CREATE POLICY {new} ON {stored} USING ({column} IS NOT NULL)
CREATE PUBLICATION {new} FOR TABLE {stored}, {stored}
CREATE PUBLICATION {new} FOR TABLES IN SCHEMA {schema}
CREATE STATISTICS {schema}.{new} ON {column}, {column} FROM {stored}
CREATE INDEX ON {stored} ({column})
CREATE INDEX {new} ON {stored} ({column}, {column}) WHERE {column} IS NOT NULL
CREATE INDEX {new} ON {stored} (({column}::text))
CREATE UNIQUE INDEX {new} ON {stored} ({column})
CREATE UNIQUE INDEX {new} ON {matview} ({column})
CREATE INDEX {new} ON ONLY {partitioned} ({column})
CREATE SCHEMA {new} CREATE TABLE {same} (a serial PRIMARY KEY) CREATE VIEW v AS SELECT 1 AS one
CREATE SCHEMA {new}
CREATE OPERATOR {schema}.=== (LEFTARG = {enum}, RIGHTARG = integer, FUNCTION = int4eq)
""".strip().splitlines()

CHANGE = """
ALTER TABLE {stored} ADD COLUMN {new} {type}
ALTER TABLE {stored} ADD COLUMN IF NOT EXISTS {column} {type}
ALTER TABLE {stored} ADD COLUMN {new} {type} DEFAULT {default}, ADD COLUMN {new} {serial}
ALTER TABLE {stored} ADD COLUMN {new} integer GENERATED {always} AS IDENTITY
ALTER TABLE {table} ADD COLUMN {new} integer REFERENCES {stored}
ALTER TABLE {table} ADD COLUMN {new} text UNIQUE CHECK ({same} <> '')
ALTER TABLE {stored} DROP COLUMN {column}
ALTER TABLE {stored} DROP COLUMN {column} CASCADE
ALTER TABLE ONLY {stored} DROP COLUMN {column}
ALTER TABLE {stored} ALTER COLUMN {column} TYPE text USING NULL
ALTER TABLE {stored} ALTER COLUMN {column} TYPE bigint
ALTER TABLE {stored} ALTER COLUMN {column} TYPE varchar(40)
ALTER TABLE {stored} ALTER COLUMN {column} TYPE {type} USING NULL, ADD COLUMN {new} date
ALTER TABLE {stored} ALTER COLUMN {column} SET NOT NULL
ALTER TABLE {stored} ALTER COLUMN {column} DROP NOT NULL
ALTER TABLE {stored} ALTER COLUMN {column} SET DEFAULT {default}
ALTER TABLE {stored} ALTER COLUMN {column} DROP DEFAULT
ALTER TABLE {stored} ALTER COLUMN {column} DROP EXPRESSION
ALTER TABLE {stored} ALTER COLUMN {column} DROP IDENTITY IF EXISTS
ALTER TABLE {stored} ALTER COLUMN {column} ADD GENERATED {always} AS IDENTITY
ALTER TABLE {stored} ALTER COLUMN {column} SET GENERATED {always} SET INCREMENT 3 RESTART
ALTER TABLE {stored} ALTER COLUMN {column} SET STATISTICS 77, ALTER COLUMN {column} SET STORAGE EXTERNAL
ALTER TABLE {stored} ADD PRIMARY KEY ({column})
ALTER TABLE {stored} ADD CONSTRAINT {new} UNIQUE ({column}) DEFERRABLE
ALTER TABLE {stored} ADD CONSTRAINT {new} CHECK ({column} IS NOT NULL)
ALTER TABLE {stored} ADD CONSTRAINT {new} CHECK ({column} IS NOT NULL) NOT VALID
ALTER TABLE {table} ADD CONSTRAINT {new} CHECK ({column} IS NOT NULL) NO INHERIT
ALTER TABLE {stored} ADD CONSTRAINT {new} FOREIGN KEY ({column}) REFERENCES {stored} ON DELETE CASCADE NOT VALID
ALTER TABLE {stored} ADD CONSTRAINT {new} FOREIGN KEY ({column}) REFERENCES {stored} DEFERRABLE
ALTER TABLE {table} ADD CONSTRAINT {new} EXCLUDE ({column} WITH =)
ALTER TABLE {table} ADD CONSTRAINT {new} UNIQUE USING INDEX {index.bare}
ALTER TABLE {stored} VALIDATE CONSTRAINT {constraint}
ALTER TABLE {stored} ALTER CONSTRAINT {constraint} DEFERRABLE INITIALLY DEFERRED
ALTER TABLE {stored} DROP CONSTRAINT {constraint}
ALTER TABLE {stored} DROP CONSTRAINT {constraint} CASCADE
ALTER TABLE {stored} RENAME CONSTRAINT {constraint} TO {new}
ALTER TABLE {relation} RENAME COLUMN {column} TO {new}
ALTER TABLE {relation} RENAME TO {new}
ALTER TABLE {relation} SET SCHEMA {schema}
ALTER TABLE {relation} OWNER TO {role}
ALTER TABLE {table} INHERIT {table}
ALTER TABLE {table} NO INHERIT {table.parent}
ALTER TABLE {partitioned} ATTACH PARTITION {child} {bound}
ALTER TABLE {partitioned} ATTACH PARTITION {child} DEFAULT
ALTER TABLE {partition.parent} DETACH PARTITION {partition}
ALTER TABLE {table} SET UNLOGGED
ALTER TABLE {table} SET LOGGED
ALTER TABLE {stored} SET (fillfactor = 70)
ALTER TABLE {stored} ENABLE ROW LEVEL SECURITY
ALTER TABLE {stored} REPLICA IDENTITY FULL
ALTER TABLE {stored} REPLICA IDENTITY USING INDEX {index.bare}
ALTER TABLE {stored} CLUSTER ON {index.bare}
ALTER TABLE {stored} DISABLE TRIGGER ALL
ALTER TABLE {table} OF {composite}
ALTER TABLE {table} NOT OF
ALTER TABLE {trigger.table} DISABLE TRIGGER {trigger.bare}
ALTER TABLE {rule.table} DISABLE RULE {rule.bare}
ALTER FOREIGN TABLE {foreign} ADD COLUMN {new} {type}
ALTER FOREIGN TABLE {foreign} ALTER COLUMN {column} SET NOT NULL
CREATE OR REPLACE VIEW {view} AS SELECT * FROM {selectable}
CREATE OR REPLACE VIEW {view} AS SELECT *, 1 AS {new} FROM {view.name}
ALTER VIEW {view} ALTER COLUMN {column} SET DEFAULT {default}
ALTER VIEW {view} SET (security_barrier = true)
REFRESH MATERIALIZED VIEW {matview}
ALTER SEQUENCE {sequence} INCREMENT 5 MAXVALUE 100000
ALTER SEQUENCE {sequence} AS {integer}
ALTER SEQUENCE {sequence} OWNED BY {table}.{column}
ALTER SEQUENCE {sequence} OWNED BY NONE
ALTER SEQUENCE {sequence} RENAME TO {new}
ALTER SEQUENCE {sequence} SET SCHEMA {schema}
ALTER SEQUENCE {sequence} OWNER TO {role}
ALTER INDEX {index} RENAME TO {new}
ALTER INDEX {index} SET (fillfactor = 60)
ALTER INDEX {index} ATTACH PARTITION {index}
ALTER TYPE {type_of_user} RENAME TO {new}
ALTER TYPE {type_of_user} SET SCHEMA {schema}
ALTER TYPE {type_of_user} OWNER TO {role}
ALTER TYPE {enum} ADD VALUE '{new}'
ALTER TYPE {enum} ADD VALUE IF NOT EXISTS 'red'
ALTER TYPE {enum} ADD VALUE '{new}' BEFORE {label}
ALTER TYPE {enum} RENAME VALUE {label} TO '{new}'
ALTER TYPE {composite} ADD ATTRIBUTE {new} {type}
ALTER TYPE {composite} ADD ATTRIBUTE {new} {type} CASCADE
ALTER TYPE {composite} DROP ATTRIBUTE {column}
ALTER TYPE {composite} DROP ATTRIBUTE {column} CASCADE
ALTER TYPE {composite} RENAME ATTRIBUTE {column} TO {new}
ALTER TYPE {composite} RENAME ATTRIBUTE {column} TO {new} CASCADE
ALTER TYPE {composite} ALTER ATTRIBUTE {column} TYPE {type}
ALTER TYPE {composite} ALTER ATTRIBUTE {column} TYPE {type} CASCADE
ALTER DOMAIN {domain} SET DEFAULT {default}
ALTER DOMAIN {domain} DROP DEFAULT
ALTER DOMAIN {domain} SET NOT NULL
ALTER DOMAIN {domain} DROP NOT NULL
ALTER DOMAIN {domain} ADD CONSTRAINT {new} CHECK (VALUE IS NOT NULL)
ALTER DOMAIN {domain} ADD CONSTRAINT {new} CHECK (VALUE IS NOT NULL) NOT VALID
ALTER DOMAIN {domain} VALIDATE CONSTRAINT {constraint}
ALTER DOMAIN {domain} DROP CONSTRAINT {constraint}
ALTER DOMAIN {domain} RENAME CONSTRAINT {constraint} TO {new}
ALTER ROUTINE {routine} RENAME TO {new}
ALTER ROUTINE {routine} SET SCHEMA {schema}
ALTER ROUTINE {routine} OWNER TO {role}
ALTER FUNCTION {function} STRICT COST 7
ALTER FUNCTION {function} SET work_mem = '1MB'
CREATE OR REPLACE FUNCTION {schema}.{routine.bare}() RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT 2'
CREATE OR REPLACE TRIGGER {trigger.bare} BEFORE DELETE ON {trigger.table} FOR EACH ROW EXECUTE FUNCTION public.row_trigger()
ALTER TRIGGER {trigger} RENAME TO {new}
ALTER POLICY {policy} RENAME TO {new}
ALTER POLICY {policy} USING (true)
ALTER RULE {rule} RENAME TO {new}
ALTER PUBLICATION {publication} ADD TABLE {stored}
ALTER PUBLICATION {publication} DROP TABLE {stored}
ALTER PUBLICATION {publication} SET TABLE {stored}
ALTER PUBLICATION {publication} RENAME TO {new}
ALTER STATISTICS {statistics} RENAME TO {new}
ALTER STATISTICS {statistics} SET SCHEMA {schema}
ALTER SCHEMA {schema_to_rename} RENAME TO {new}
ALTER SCHEMA {schema} OWNER TO {role}
COMMENT ON TABLE {stored} IS {text}
COMMENT ON COLUMN {relation}.{column} IS {text}
COMMENT ON CONSTRAINT {constraint_of_stored} ON {stored.name} IS {text}
COMMENT ON VIEW {view} IS {text}
COMMENT ON INDEX {index} IS {text}
COMMENT ON SEQUENCE {sequence} IS {text}
COMMENT ON TYPE {type_of_user} IS {text}
COMMENT ON DOMAIN {domain} IS {text}
COMMENT ON ROUTINE {routine} IS {text}
COMMENT ON TRIGGER {trigger} IS {text}
COMMENT ON RULE {rule} IS {text}
COMMENT ON POLICY {policy} IS {text}
COMMENT ON SCHEMA {schema} IS {text}
GRANT SELECT ON {selectable} TO replay_reader
GRANT SELECT ({column}), UPDATE ON {stored} TO replay_reader
REVOKE ALL ON {selectable} FROM replay_reader
GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO replay_reader
GRANT USAGE ON TYPE {type_of_user} TO replay_reader
GRANT USAGE ON SEQUENCE {sequence} TO replay_reader
GRANT USAGE ON SCHEMA {schema} TO replay_reader
REVOKE EXECUTE ON ROUTINE {routine} FROM PUBLIC
ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT SELECT ON TABLES TO replay_reader
""".strip().splitlines()

DROP = """
DROP TABLE {stored}
DROP TABLE {stored} CASCADE
DROP TABLE {stored}, {stored}
DROP VIEW {view}
DROP VIEW {view} CASCADE
DROP MATERIALIZED VIEW {matview}
DROP FOREIGN TABLE {foreign}
DROP INDEX {index}
DROP SEQUENCE {sequence}
DROP SEQUENCE {sequence} CASCADE
DROP TYPE {type_of_user}
DROP TYPE {type_of_user} CASCADE
DROP DOMAIN {domain} CASCADE
DROP ROUTINE {routine}
DROP FUNCTION {function} CASCADE
DROP TRIGGER {trigger}
DROP RULE {rule}
DROP POLICY {policy}
DROP PUBLICATION {publication}
DROP STATISTICS {statistics}
DROP SCHEMA {schema_to_rename} CASCADE
""".strip().splitlines()


# Outside of transactions only.
CONCURRENTLY = """
CREATE INDEX CONCURRENTLY {new} ON {stored} ({column})
CREATE UNIQUE INDEX CONCURRENTLY {new} ON {stored} ({column})
DROP INDEX CONCURRENTLY {index}
ALTER TABLE {partition.parent} DETACH PARTITION {partition} CONCURRENTLY
""".strip().splitlines()


class NothingThere(Exception):
    pass


class RandomDdl:
    """`ask` runs a query and returns its one value. New names begin with `prefix`; templates that match `without` are left out."""

    def __init__(self, ask, random, prefix="n", without=None):
        self.ask = ask
        self.random = random
        self.prefix = prefix
        self.names = 0
        self.families = [[template for template in family if without is None or not re.search(without, template)]
                         for family in (CREATE, CHANGE, DROP)]

    def statement(self, families=None):
        """A statement that fits what is there now; raises NothingThere where none is found."""
        self.things = json.loads(self.ask(INVENTORY))
        is_crowded = sum(map(len, self.things.values())) > 150
        for _ in range(200):
            family = self.random.choices(families or self.families, None if families else [4, 9, 4 if is_crowded else 1])[0]
            try:
                return self.fill(self.random.choice(family))
            except NothingThere:
                continue
        raise NothingThere

    def statements(self, most):
        return [self.statement() for _ in range(self.random.randint(1, most))]

    def fill(self, template):
        chosen = {}

        def put(match):
            kind, _, field = match.group(1).partition(".")
            if field and kind in chosen:
                return self.field(chosen[kind], field)
            if field:
                chosen[kind] = self.pick(kind)
                return self.field(chosen[kind], field)
            return self.word(kind, chosen)

        return re.sub(r"\{([\w.]+)\}", put, template)

    @staticmethod
    def field(thing, name):
        if not thing.get(name):
            raise NothingThere
        return thing[name]

    def pick(self, kind):
        things = [thing for one in KINDS.get(kind, [kind]) for thing in self.things.get(one, [])]
        if not things:
            raise NothingThere
        return self.random.choice(things)

    def of_last(self, chosen, field):
        """One of a list of the thing that was chosen last."""
        if "last" not in chosen:
            chosen["last"] = self.pick("stored")
        return self.random.choice(self.field(chosen["last"], field))

    def word(self, kind, chosen):
        one_of = self.random.choice
        match kind:
            case "new":
                self.names += 1
                chosen["new"] = f"{self.prefix}{self.names}" if self.random.random() < 0.9 else f'"{self.prefix} Ü{self.names}"'
                return chosen["new"]
            case "same":
                return chosen["new"]
            case "column":
                return self.of_last(chosen, "columns")
            case "constraint":
                return self.of_last(chosen, "constraints")
            case "constraint_of_stored":
                chosen["stored"] = chosen["last"] = self.pick("stored")
                return self.of_last(chosen, "constraints")
            case "label":
                return self.of_last(chosen, "labels")
            case "type":
                return self.type()
            case "type_of_user":
                return self.pick("type")["name"]
            case "schema":
                return one_of(["public", *(thing["name"] for thing in self.things.get("schema", []))])
            case "schema_to_rename":
                return self.pick("schema")["name"]
            case "serial":
                return one_of(["serial", "bigserial"])
            case "integer":
                return one_of(["smallint", "integer", "bigint"])
            case "always":
                return one_of(["ALWAYS", "BY DEFAULT"])
            case "default":
                return one_of(["NULL", "1", "'x'", "now()", "'2026-01-02'", self.default_of_things()])
            case "by":
                return one_of(["RANGE (a)", "LIST (a)", "HASH (a)", "LIST ((a + 1))"])
            case "bound":
                low = self.random.randrange(1000) * 10
                return one_of([f"FOR VALUES FROM ({low}) TO ({low + 10})", f"FOR VALUES IN ({low})",
                               f"FOR VALUES WITH (MODULUS 8, REMAINDER {low // 10 % 8})"])
            case "role":
                return one_of(["replay_owner", "CURRENT_USER"])
            case "text":
                return one_of(["NULL", "'a remark'", "'it''s another'"])
            case _:
                chosen[kind] = chosen["last"] = self.pick(kind)
                return chosen[kind]["name"]

    def type(self):
        named = [thing["name"] for kind in ("enum", "domain", "composite", "range", "table") for thing in self.things.get(kind, [])]
        chosen = self.random.choice(named) if named and self.random.random() < 0.5 else self.random.choice(PLAIN_TYPES)
        return f"{chosen}[]" if named and chosen in named and self.random.random() < 0.2 else chosen

    def default_of_things(self):
        kind = self.random.choice(["sequence", "function"])
        name = self.pick(kind)["name"]
        return f"nextval('{name}')" if kind == "sequence" else f"{name.partition('(')[0]}()"
