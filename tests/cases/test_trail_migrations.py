"""Migrations from the trail: what happened to a database since a cursor, planned from its log and applied to the database as it
was then, gives the same schema, and every value is where the trail says it went."""

import os
import random
import shutil
import unittest

from cases.hazards import ALL_ALLOWED
from e2e.databases import DATABASES
from e2e.random_ddl import PostgresRandomDdl, SqliteRandomDdl, quoted
from support import cluster, sqlite
from support.dump import difference, schema_of
from support.sqlite import SqliteError
from support.tool import Project

SEED = int(os.environ.get("DDLTRAIL_SEED") or 1)
WALKS = int(os.environ.get("DDLTRAIL_PAIRS") or 6)

# A schema, what is done to it, and queries with what they must print afterwards.
PEOPLE = "CREATE TABLE people (id integer PRIMARY KEY, a text, b text); INSERT INTO people VALUES (1, 'a1', 'b1'); "
CASES = {
    "swap_of_columns": (PEOPLE, "ALTER TABLE people RENAME a TO c; ALTER TABLE people RENAME b TO a; ALTER TABLE people RENAME c TO b",
                        {"SELECT a, b FROM people": "b1|a1"}),
    "chain_of_columns": (PEOPLE, "ALTER TABLE people RENAME b TO c; ALTER TABLE people RENAME a TO b", {"SELECT b, c FROM people": "a1|b1"}),
    "name_of_a_dropped_column": (PEOPLE, "ALTER TABLE people DROP COLUMN b; ALTER TABLE people RENAME a TO b", {"SELECT id, b FROM people": "1|a1"}),
    "rename_then_drop": (PEOPLE, "ALTER TABLE people RENAME a TO c; ALTER TABLE people DROP COLUMN c", {"SELECT id, b FROM people": "1|b1"}),
    "rename_then_add_under_the_old_name": (PEOPLE, "ALTER TABLE people RENAME a TO c; ALTER TABLE people ADD COLUMN a text",
                                           {"SELECT c, coalesce(a, 'none') FROM people": "a1|none"}),
    "create_then_drop": (PEOPLE, "ALTER TABLE people ADD COLUMN c text; ALTER TABLE people DROP COLUMN c; CREATE TABLE t (id integer); DROP TABLE t",
                         {"SELECT a, b FROM people": "a1|b1"}),
    "swap_of_tables": (PEOPLE + "CREATE TABLE others (id integer, x text); INSERT INTO others VALUES (2, 'x2')",
                       "ALTER TABLE people RENAME TO c; ALTER TABLE others RENAME TO people; ALTER TABLE c RENAME TO others",
                       {"SELECT x FROM people": "x2", "SELECT a FROM others": "a1"}),
    "name_of_a_dropped_table": (PEOPLE + "CREATE TABLE others (id integer, x text); INSERT INTO others VALUES (2, 'x2')",
                                "DROP TABLE others; ALTER TABLE people RENAME TO others", {"SELECT a FROM others": "a1"}),
    "table_and_column_at_once": (PEOPLE + "CREATE VIEW shown AS SELECT a FROM people",
                                 "DROP VIEW shown; ALTER TABLE people RENAME TO persons; ALTER TABLE persons RENAME a TO \"a a\";"
                                 " CREATE INDEX i ON persons (\"a a\"); CREATE VIEW shown AS SELECT b FROM persons; ALTER TABLE persons ADD COLUMN c text",
                                 {"SELECT \"a a\", b FROM persons": "a1|b1"}),
}

SQLITE_CASES = {
    "triggers_stay_and_come": (PEOPLE + "CREATE TABLE seen (a text); CREATE TRIGGER stays AFTER UPDATE OF a ON people BEGIN"
                               " INSERT INTO seen (a) VALUES (new.a); END",
                               "ALTER TABLE people RENAME a TO name; ALTER TABLE people RENAME TO persons; ALTER TABLE seen RENAME TO noted;"
                               " CREATE TRIGGER comes AFTER DELETE ON persons BEGIN DELETE FROM noted; END",
                               {"UPDATE persons SET name = 'x'; SELECT a FROM noted": "x", "DELETE FROM persons; SELECT count(*) FROM noted": "0"}),
    "without_rowid_is_not_in_the_log": ("CREATE TABLE t (k text PRIMARY KEY, v text) WITHOUT ROWID; INSERT INTO t VALUES ('k', 'v')",
                                        "ALTER TABLE t RENAME v TO w; ALTER TABLE t RENAME TO u; CREATE TABLE gone (k text PRIMARY KEY) WITHOUT ROWID;"
                                        " DROP TABLE gone", {"SELECT w FROM u": "v"}),
    "table_rebuilt_by_hand": (PEOPLE, "BEGIN; CREATE TABLE made (id integer PRIMARY KEY, c text NOT NULL, b text);"
                              " INSERT INTO made (id, c, b) SELECT id, a, b FROM people; DROP TABLE people; ALTER TABLE made RENAME TO people; COMMIT",
                              {"SELECT id, c, b FROM people": "1|a1|b1"}),
}

POSTGRES_CASES = {
    "renamed_and_retyped": (PEOPLE, "ALTER TABLE people RENAME a TO c; ALTER TABLE people ALTER c TYPE varchar(10)", {"SELECT c, b FROM people": "a1|b1"}),
    "swapped_and_retyped": (PEOPLE, "ALTER TABLE people RENAME a TO c; ALTER TABLE people RENAME b TO a; ALTER TABLE people RENAME c TO b;"
                            " ALTER TABLE people ALTER b TYPE varchar(10), ALTER a SET NOT NULL; CREATE INDEX i ON people (a, b)",
                            {"SELECT a, b FROM people": "b1|a1"}),
    "type_and_value_renamed": ("CREATE TYPE mood AS ENUM ('sad', 'happy'); CREATE TABLE t (m mood DEFAULT 'happy'); INSERT INTO t DEFAULT VALUES",
                               "ALTER TYPE mood RENAME VALUE 'happy' TO 'glad'; ALTER TYPE mood RENAME TO humour; ALTER TABLE t ADD COLUMN n integer",
                               {"SELECT m FROM t": "glad"}),
    "swap_of_values_with_another": ("CREATE TYPE mood AS ENUM ('sad', 'happy'); CREATE TABLE t (m mood); INSERT INTO t VALUES ('happy')",
                                    "ALTER TYPE mood RENAME VALUE 'happy' TO 'x'; ALTER TYPE mood RENAME VALUE 'sad' TO 'happy';"
                                    " ALTER TYPE mood RENAME VALUE 'x' TO 'sad'; ALTER TYPE mood ADD VALUE 'calm' BEFORE 'sad'",
                                    {"SELECT m, enum_range(m) FROM t": "sad|{happy,calm,sad}"}),
    "swap_of_types": ("CREATE TYPE one AS ENUM ('1'); CREATE DOMAIN two AS text; CREATE TABLE t (a one, b two); INSERT INTO t VALUES ('1', '2')",
                      "ALTER TYPE one RENAME TO three; ALTER DOMAIN two RENAME TO one; ALTER TYPE three RENAME TO two",
                      {"SELECT a, b, pg_typeof(a), pg_typeof(b) FROM t": "1|2|two|one"}),
    "chain_of_tables": ("CREATE TABLE a (x int); CREATE TABLE b (y int); INSERT INTO a VALUES (1); INSERT INTO b VALUES (2)",
                        "ALTER TABLE b RENAME TO c; ALTER TABLE a RENAME TO b; CREATE TABLE a (z int)",
                        {"SELECT y FROM c": "2", "SELECT x FROM b": "1", "SELECT count(*) FROM a": "0"}),
    "rename_then_drop_of_a_table": (PEOPLE + "CREATE VIEW shown AS SELECT a FROM people; CREATE TABLE others (id int)",
                                    "ALTER TABLE people RENAME TO persons; DROP VIEW shown; DROP TABLE persons; ALTER TABLE others RENAME TO people",
                                    {"SELECT count(*) FROM people": "0"}),
    "all_that_came_and_went": ("", "CREATE SCHEMA s; CREATE TYPE s.e AS ENUM ('a'); CREATE TABLE s.t (id serial PRIMARY KEY, e s.e); CREATE VIEW v AS SELECT id FROM s.t;"
                               " CREATE FUNCTION f() RETURNS SETOF v LANGUAGE sql AS 'SELECT * FROM v'; ALTER TABLE s.t RENAME TO u; ALTER TABLE s.u SET SCHEMA public;"
                               " DROP VIEW v CASCADE; DROP TABLE u; DROP SCHEMA s CASCADE", {"SELECT 1": "1"}),
    "schema_renamed_and_table_moved": ("CREATE SCHEMA shop; CREATE TABLE shop.t (id serial PRIMARY KEY); INSERT INTO shop.t DEFAULT VALUES;"
                                       " CREATE TABLE shop.u (v text); INSERT INTO shop.u VALUES ('u1')",
                                       "ALTER SCHEMA shop RENAME TO store; ALTER TABLE store.t SET SCHEMA public",
                                       {"INSERT INTO t DEFAULT VALUES; SELECT max(id) FROM t": "2", "SELECT v FROM store.u": "u1"}),
    "tables_change_places_between_schemas": ("CREATE SCHEMA s; CREATE TABLE t (a int); CREATE TABLE s.t (b int); INSERT INTO t VALUES (1); INSERT INTO s.t VALUES (2)",
                                             "ALTER TABLE t RENAME TO x; ALTER TABLE s.t SET SCHEMA public; ALTER TABLE x SET SCHEMA s; ALTER TABLE s.x RENAME TO t",
                                             {"SELECT b FROM t": "2", "SELECT a FROM s.t": "1"}),
    "type_function_and_sequence_moved": ("CREATE SCHEMA s; CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (e e); INSERT INTO t VALUES ('a'); CREATE SEQUENCE q;"
                                         " SELECT nextval('q'); CREATE FUNCTION f(e) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                                         "ALTER TYPE e SET SCHEMA s; ALTER SEQUENCE q SET SCHEMA s; ALTER FUNCTION f(s.e) SET SCHEMA s; ALTER FUNCTION s.f RENAME TO g",
                                         {"SELECT s.g(e), nextval('s.q') FROM t": "1|2"}),
    "constraints_indexes_and_sequences": (PEOPLE + "CREATE INDEX i ON people (a); CREATE SEQUENCE s; SELECT nextval('s')",
                                          "ALTER INDEX i RENAME TO j; ALTER TABLE people RENAME CONSTRAINT people_pkey TO pk; ALTER SEQUENCE s RENAME TO q",
                                          {"SELECT nextval('q')": "2"}),
}


class TrailChecks:
    maxDiff = None

    def setUp(self):
        self.project = self.enterContext(Project())
        self.database = DATABASES[self.engine]("trail_migrations")
        self.addCleanup(self.database.remove)

    def begin(self, schema):
        self.database.make_anew()
        self.database.install_log()
        self.database.run(schema)
        return self.remember()

    def plan(self, cursor):
        done = self.project.run("migration", "plan", "--from", "@" + cursor, "--to", self.database.url, *ALL_ALLOWED)
        self.assertEqual(done.code, 0, done)
        return done

    def assert_same(self, planned):
        told = self.project.run("diff", self.copy_url, self.database.url)
        self.assertEqual((told.code, told.stdout), (0, ""), planned)

    def test_cases(self):
        for name, (schema, statements, queries) in {**CASES, **self.own_cases}.items():
            with self.subTest(case=name):
                cursor = self.begin(schema)
                self.database.run(statements)
                planned = self.plan(cursor)
                self.run_on_copy(planned.stdout)
                self.assert_same(planned)
                for query, expected in queries.items():
                    self.assertEqual(self.run_on_copy(query + ";").strip(), expected, planned)

    def mark(self, tables):
        """A row in each table, and another value in each column; what takes none goes without. `tables`: name -> columns -> types."""
        for number, table in enumerate(sorted(tables)):
            values = {column: self.value(kind, 100 * number + place) for place, (column, kind) in enumerate(sorted(tables[table].items()))}
            taken = {column: value for column, value in values.items() if value}
            statement = f"INSERT INTO {self.qualified(table)} ({', '.join(map(quoted, taken))}) VALUES ({', '.join(taken.values())});"
            self.database.run(statement, check=False)

    def assert_marks(self, planned):
        """Every value that the database has is in the copy too."""
        for table, columns in self.tables().items():
            for column in columns:
                query = f"SELECT {quoted(column)} FROM {self.qualified(table)} WHERE {quoted(column)} IS NOT NULL ORDER BY 1;"
                found = self.database.run(query, check=False)
                if found:
                    self.compared += 1
                    self.assertEqual(self.run_on_copy(query), found, f"{table}.{column}\n{planned}")

    def test_random_walks(self):
        print(f"random walks from the trail on {self.engine}: DDLTRAIL_SEED={SEED} DDLTRAIL_PAIRS={WALKS}", flush=True)
        choice = random.Random(SEED)
        refused = self.compared = 0
        for number_of_walk in range(WALKS):
            with self.subTest(walk=number_of_walk):
                self.begin("")
                ddl = self.random_ddl(self.database, SEED * 1000 + number_of_walk)
                self.walk(ddl, choice.randint(5, 15))
                self.mark(self.tables())
                cursor = self.remember()
                self.walk(ddl, choice.randint(1, 10))
                planned = self.plan(cursor)
                if "the trail does not tell" in planned.stderr:  # such as the bounds of partitions
                    refused += 1
                    continue
                try:
                    self.run_on_copy(planned.stdout)
                except self.failures as error:
                    self.assertIn("hazard: may-fail", planned.stderr, f"{error}\n{planned}")
                    refused += 1
                    continue
                self.assert_same(planned)
                self.assert_marks(planned)
        self.assertLess(refused, WALKS / 2 + 1, "too many are refused to test much")
        self.assertGreater(self.compared, 0, "no value stays to be looked at")

    def walk(self, ddl, steps):
        for _ in range(steps):
            self.database.run((ddl.step() or "") + ";", check=False)
        self.mend(ddl)

    def mend(self, ddl):
        pass

    def value(self, _, number):
        """A literal of the type, or nothing."""
        return f"'{number}'"


class SqliteTrail(TrailChecks, unittest.TestCase):
    engine = "sqlite"
    own_cases = SQLITE_CASES
    random_ddl = SqliteRandomDdl
    failures = (SqliteError,)

    def remember(self):
        self.copy = self.project.directory / "copy.db"
        self.copy_url = f"sqlite:{self.copy}"
        shutil.copy(self.database.path, self.copy)
        return self.database.run("SELECT ddltrail_current_cursor();").strip()

    def run_on_copy(self, sql):
        return sqlite.shell(self.copy, sql, extension=False)

    def qualified(self, table):
        return quoted(table)

    def tables(self):
        found = {}
        for row in self.database.rows("""
                SELECT s.name AS name, c.name AS "column" FROM sqlite_schema AS s, pragma_table_info(s.name) AS c
                 WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite_%' AND s.name NOT LIKE 'ddltrail_%'"""):
            found.setdefault(row["name"], {})[row["column"]] = None
        return found

    def mend(self, ddl):
        while broken := ddl.broken_view():
            self.database.run(f"DROP VIEW {quoted(broken)};")


class PostgresTrail(TrailChecks, unittest.TestCase):
    engine = "postgres"
    own_cases = POSTGRES_CASES
    random_ddl = PostgresRandomDdl
    failures = (RuntimeError,)
    literals = {"integer": "{}", "bigint": "{}", "numeric(8,2)": "{}", "text": "'m{}'", "character varying(20)": "'m{}'", "jsonb": "'{}'",
                "text[]": "ARRAY['m{}']", "timestamp with time zone": "to_timestamp({})", "uuid": "lpad('{}', 32, '0')::uuid", "boolean": "true"}

    def assert_same(self, planned):
        super().assert_same(planned)
        self.assertEqual(difference(*(schema_of(cluster.shared(), name) for name in ("trail_copy", self.database.name))), "", planned)

    def remember(self):
        server = cluster.shared()
        server.create_database("trail_copy", template=self.database.name)
        self.addCleanup(server.psql, "DROP DATABASE IF EXISTS trail_copy WITH (FORCE)")
        self.copy_url = server.url("trail_copy")
        return self.database.run("SELECT ddltrail.current_cursor()").strip()

    def run_on_copy(self, sql):
        return cluster.shared().psql(sql, "trail_copy")

    def qualified(self, table):
        return ".".join(map(quoted, table))

    def value(self, kind, number):
        return self.literals[kind].format(number) if kind in self.literals else None

    def tables(self):
        found = {}
        for row in self.database.rows("""
                SELECT nspname AS schema, relname AS name, attname AS column, format_type(atttypid, atttypmod) AS kind
                  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace
                  JOIN pg_attribute ON attrelid = c.oid AND attnum > 0 AND NOT attisdropped
                 WHERE relkind IN ('r', 'p') AND nspname !~ '^(pg_|information_schema|ddltrail)'"""):
            found.setdefault((row["schema"], row["name"]), {})[row["column"]] = row["kind"]
        return found


if __name__ == "__main__":
    unittest.main()
