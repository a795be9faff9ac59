"""Schemas of PostgreSQL that are hard to read: broken objects are left out and named, all else is told as it is, whoever asks."""

import json
import re
import unittest

from e2e.databases import PostgresTestDatabase, shop
from support import cluster
from support.tool import Project

LONG = "é" * 31  # 62 bytes of the 63 that a name may have
NAMES = ["Two Words", 'with "quotes"', "it's", "line\nbreak", "tab\t", "back\\slash", "emoji 😀", LONG + "x", "select", "a.b", "*/ // ${x}", "{}()<>"]


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


class BadSchema(unittest.TestCase):
    def start(self, database):
        self.database = database
        self.addCleanup(database.remove)
        self.project = Project(database.url)
        self.addCleanup(self.project.remove)

    def run_tool(self, *arguments, code=0):
        done = self.project.run(*arguments)
        self.assertEqual(done.code, code, done)
        return done

    def names(self, relation, *columns):
        """Of the rows of a relation in a snapshot."""
        rows = json.loads(self.run_tool("snapshot").stdout)["relations"].get(relation, [])
        return [row[columns[0]] if len(columns) == 1 else tuple(row[column] for column in columns) for row in rows]

    def assert_database_agrees(self):
        self.database.run("CREATE EXTENSION ddltrail")
        self.assertEqual(self.run_tool("snapshot", "--fingerprint").stdout, self.database.run("SELECT ddltrail.fingerprint()"))


class BrokenObjects(BadSchema):
    def setUp(self):
        self.start(PostgresTestDatabase("broken"))
        self.database.run("""
            CREATE TABLE sound (id int NOT NULL);
            CREATE FUNCTION lost(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1';
            CREATE VIEW broken AS SELECT lost(id) AS x, id FROM sound;
            CREATE VIEW above AS SELECT x FROM broken;
            CREATE TABLE checked (a int CHECK (lost(a) > 0));
            CREATE INDEX ON sound (id);
            CREATE TABLE indexed (a int);
            CREATE INDEX ON indexed (lost(a));
            CREATE TABLE defaulted (a int DEFAULT lost(1));
            CREATE FUNCTION calls(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
            DELETE FROM pg_proc WHERE proname = 'lost';
            UPDATE pg_proc SET prorettype = 1 WHERE proname = 'calls'""")
        self.warnings = {f'ddltrail: warning: {name} is left out' for name in (
            'view "public.broken"', 'table "public.defaulted"', 'table "public.checked"', 'table "public.indexed"', 'function "public.calls(integer)"')}

    def warned(self, done):
        return {line.split(",")[0] for line in done.stderr.splitlines() if "warning" in line}

    def test_snapshot_has_the_rest_and_names_them(self):
        self.assertEqual(self.names("tables", "table_name"), ["above", "sound"])
        self.assertEqual(set(self.names("columns", "table_name")), {"above", "sound"})
        self.assertEqual(len(self.names("indexes", "index_name")), 1)
        self.assertEqual(self.names("routines", "routine_name"), [])
        done = self.run_tool("snapshot", "--output", "schema.json")
        self.assertEqual(self.warned(done), self.warnings)
        self.assertEqual(self.run_tool("diff", "schema.json", self.database.url).stdout, "")

    def test_log_begins_with_them_without_their_definitions(self):
        said = self.database.run_with_messages("CREATE EXTENSION ddltrail")
        broken = ['function "public.calls(integer)"', 'index "public.indexed_lost_idx"', 'table "public.checked"', 'table "public.defaulted"',
                  'view "public.broken"']
        self.assertEqual(sorted(re.findall("WARNING:  (.*?) is logged without its definition", said)), broken)
        self.assertEqual(self.database.rows("SELECT object_kind || ' \"' || object_identity || '\"' AS name FROM ddltrail.change_log"
                                            " WHERE definition IS NULL ORDER BY 1"), [{"name": name} for name in broken])
        self.assertEqual(self.database.rows("SELECT object_name FROM ddltrail.change_log WHERE definition -> 'tables' IS NOT NULL ORDER BY 1"),
                         [{"object_name": name} for name in ("above", "indexed", "sound")])
        self.database.run("DROP VIEW broken CASCADE; ALTER TABLE sound ADD COLUMN more text; DROP TABLE checked, indexed, defaulted; DROP FUNCTION calls")
        self.assertRegex(self.database.run("SELECT ddltrail.fingerprint()"), "^[0-9a-f]{64}$")

    def test_generate_makes_files_of_what_it_can_read(self):
        done = self.run_tool("generate")
        self.assertEqual(self.warned(done), {'ddltrail: warning: table "public.defaulted" is left out',
                                             'ddltrail: warning: function "public.calls(integer)" is left out'})
        made = {name.rsplit("/", 1)[-1] for name in self.project.tree()}
        self.assertLessEqual({"sound.ts", "above.ts", "broken.ts", "checked.ts"}, made)
        self.assertNotIn("defaulted.ts", made)
        self.run_tool("generate", "--check")


class HardSchemas(BadSchema):
    def test_role_without_privileges_reads_the_same(self):
        self.start(shop("postgres", "unprivileged"))
        server = cluster.shared()
        server.psql("DROP ROLE IF EXISTS stranger; CREATE ROLE stranger LOGIN")
        self.addCleanup(server.psql, "DROP ROLE stranger")
        self.database.run("REVOKE ALL ON SCHEMA public, stock FROM PUBLIC")
        as_stranger = self.run_tool("snapshot", server.url(self.database.name, user="stranger"))
        self.assertEqual(as_stranger.stdout, self.run_tool("snapshot").stdout)
        self.assertEqual(as_stranger.stderr, "")
        self.database.run("CREATE EXTENSION ddltrail")
        self.assertEqual(server.psql("SELECT ddltrail.fingerprint()", self.database.name, user="stranger"),
                         self.run_tool("snapshot", "--fingerprint").stdout)

    def test_table_of_1600_columns(self):
        self.start(PostgresTestDatabase("wide"))
        self.database.run(f"CREATE TABLE wide ({', '.join(f'c{i} int' for i in range(1600))}); CREATE VIEW all_of_it AS SELECT * FROM wide")
        self.assertEqual(len(self.names("columns", "column_name")), 3200)
        self.assertEqual(self.run_tool("generate").stderr.count("warning"), 0)
        self.assertEqual(self.project.tree()["public/tables/wide.ts"].count(b"number"), 1600)
        self.assert_database_agrees()

    def test_names_of_all_kinds(self):
        self.start(PostgresTestDatabase("names"))
        for name in NAMES:
            q = quoted(name)
            self.database.run(f"""
                CREATE SCHEMA {q};
                CREATE TYPE {q}.{q} AS ENUM ('{name.replace("'", "''")}');
                CREATE TABLE {q}."t{name.replace('"', '""')[:40]}" ({q} {q}.{q} PRIMARY KEY, CONSTRAINT {q} CHECK ({q} IS NOT NULL));
                CREATE VIEW {q}."v{name.replace('"', '""')[:40]}" AS SELECT {q} FROM {q}."t{name.replace('"', '""')[:40]}";
                COMMENT ON SCHEMA {q} IS '{name.replace("'", "''")}'""")
        self.assertEqual(self.names("schemas", "schema_name"), sorted(["public", *NAMES], key=str.encode))
        self.assertEqual(set(self.names("columns", "column_name")), set(NAMES))
        self.run_tool("snapshot", "--output", "schema.json")
        self.assertEqual(self.run_tool("diff", "schema.json", self.database.url).stdout, "")
        self.assertEqual(len(self.run_tool("snapshot", "--fingerprints").stdout.splitlines()), 1 + 4 * len(NAMES))
        self.assert_database_agrees()
