"""Schemas that are hard to read: what is broken is named once, all else is told as it is, whoever asks, by every command and
by the relations in the database."""

import contextlib
import json
import os
import re
import sqlite3
import unittest

from e2e.databases import PostgresTestDatabase, SqliteTestDatabase, shop
from support import cluster
from support.nobody import as_nobody, give_away
from support.tool import Project

LONG = "é" * 31  # 62 bytes of the 63 that a name may have
NAMES = ["Two Words", 'with "quotes"', "it's", "line\nbreak", "tab\t", "back\\slash", "emoji 😀", LONG + "x", "select", "a.b", "*/ // ${x}", "{}()<>"]


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def literal(text):
    return "'" + text.replace("'", "''") + "'"


class BadSchema(unittest.TestCase):
    maxDiff = None

    def start(self, database):
        self.database = database
        self.addCleanup(database.remove)
        self.start_anew()

    def start_anew(self):
        """Another project, which has read nothing yet."""
        self.project = Project(self.database.url)
        self.addCleanup(self.project.remove)

    def run_tool(self, *arguments, code=0, prefix=()):
        done = self.project.run(*arguments, prefix=prefix)
        self.assertEqual(done.code, code, done)
        return done

    def relations(self):
        return json.loads(self.run_tool("snapshot").stdout)["relations"]

    def names(self, relation, *columns):
        """Of the rows of a relation in a snapshot."""
        rows = self.relations().get(relation, [])
        return [row[columns[0]] if len(columns) == 1 else tuple(row[column] for column in columns) for row in rows]

    def warned(self, done):
        """The objects that a command names; it has nothing else to say."""
        said = [line for line in done.stderr.splitlines() if not line.startswith("note: this database has no ")]
        found = [re.match('ddltrail: warning: (.*?) (is left out|cannot be read)', line) for line in said]
        self.assertNotIn(None, found, done)
        return sorted(match[1] for match in found)

    def assert_told(self, *broken, generated=None, prefix=()):
        """By all commands. `broken`: what they name; `generated`: what those name that read what the generated code needs."""
        generated = broken if generated is None else generated
        for command in ("snapshot --output schema.json", "diff schema.json " + self.database.url, "status --fingerprint"):
            with self.subTest(command=command):
                done = self.run_tool(*command.split(), prefix=prefix)
                self.assertEqual(self.warned(done), sorted({*broken, *generated} if "status" in command else broken), done)
                self.assertEqual(done.stdout if command.startswith("diff") else "", "")
        for command in ("status", "generate", "generate --check"):
            with self.subTest(command=command):
                done = self.run_tool(*command.split(), prefix=prefix)
                self.assertEqual(self.warned(done), sorted(generated), done)

    def assert_database_agrees(self, before=""):
        """The relations in the database tell what the tool reads of it."""
        self.assertEqual(self.run_tool("snapshot", "--fingerprint").stdout.strip(), self.fingerprint_in_database(before))


class PostgresBadSchema(BadSchema):
    def fingerprint_in_database(self, _):
        return self.database.run("CREATE EXTENSION IF NOT EXISTS ddltrail; SELECT ddltrail.fingerprint()").strip()


class SqliteBadSchema(BadSchema):
    def fingerprint_in_database(self, before):
        return self.database.run(before + "SELECT ddltrail_fingerprint()").strip()


class BrokenPostgres(PostgresBadSchema):
    def setUp(self):
        self.start(PostgresTestDatabase("broken"))
        self.database.run("CREATE TABLE sound (id int NOT NULL PRIMARY KEY)")

    def damage(self, sql):
        """Where the catalogs may be edited."""
        self.database.run("SET allow_system_table_mods = on;" + sql)

    def lose_function(self):
        """Takes away what objects of many kinds are made of."""
        self.damage("""
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

    def test_function_that_is_gone(self):
        self.lose_function()
        of_generated = ('table "public.defaulted"', 'function "public.calls(integer)"')
        self.assert_told('view "public.broken"', 'table "public.checked"', 'table "public.indexed"', *of_generated, generated=of_generated)
        self.assertEqual(self.names("tables", "table_name"), ["above", "sound"])
        self.assertEqual(set(self.names("columns", "table_name")), {"above", "sound"})
        self.assertEqual(len(self.names("indexes", "index_name")), 2)
        self.assertEqual(self.names("routines", "routine_name"), [])
        made = {name.rsplit("/", 1)[-1] for name in self.project.tree()}
        self.assertLessEqual({"sound.ts", "above.ts", "broken.ts", "checked.ts"}, made)
        self.assertNotIn("defaulted.ts", made)

    def test_log_that_begins_with_broken_objects(self):
        """They are in it without their definitions, and go like others."""
        self.lose_function()
        said = self.database.run_with_messages("CREATE EXTENSION ddltrail")
        broken = ['function "public.calls(integer)"', 'index "public.indexed_lost_idx"', 'table "public.checked"', 'table "public.defaulted"',
                  'view "public.broken"']
        self.assertEqual(sorted(re.findall("WARNING:  (.*?) is logged without its definition", said)), broken)
        self.assertEqual(self.database.rows("SELECT object_kind || ' \"' || object_identity || '\"' AS name FROM ddltrail.change_log"
                                            " WHERE definition IS NULL ORDER BY 1"), [{"name": name} for name in broken])
        self.assertLessEqual({"sound", "above", "indexed"}, {row["object_name"] for row in self.database.rows(
            "SELECT object_name FROM ddltrail.change_log WHERE action = 'baseline' AND definition -> 'columns' IS NOT NULL")})
        self.assertEqual(self.run_tool("generate").code, 0)
        self.database.run("DROP VIEW broken CASCADE; ALTER TABLE sound ADD COLUMN more text; DROP TABLE checked, indexed, defaulted; DROP FUNCTION calls")
        self.assertEqual(self.warned(self.run_tool("generate")), [])
        self.assertIn(b"more: string | null;", self.project.tree()["public/tables/sound.ts"])
        self.run_tool("generate", "--check")
        self.assert_database_agrees()

    def test_types_of_an_extension_that_is_gone(self):
        self.damage("""
            CREATE EXTENSION citext;
            CREATE EXTENSION hstore;
            CREATE TABLE folded (id int PRIMARY KEY, name citext, names citext[], last int);
            CREATE VIEW shown AS SELECT name, id FROM folded;
            CREATE TABLE ordered (name citext PRIMARY KEY);
            CREATE DOMAIN short AS citext;
            CREATE TYPE pair AS (a int, "b c" citext);
            CREATE TYPE span AS RANGE (subtype = citext);
            CREATE FUNCTION folds(citext) RETURNS citext LANGUAGE sql AS 'SELECT $1';
            CREATE TABLE stored (a hstore);
            DELETE FROM pg_type WHERE typname = 'citext';
            DELETE FROM pg_extension WHERE extname IN ('citext', 'hstore')""")
        routine = 'routine "public.folds"'
        columns = [f'the type of column "public.{name}"' for name in ("folded.name", "folded.names", "shown.name")]
        types = [f"the type of {name}" for name in ('domain "public.short"', 'attribute "public.pair.b c"', 'range type "public.span"')]
        self.assert_told(routine, *columns, *types, 'table "public.ordered"',
                         generated=[routine, *columns, *types, 'the type of column "public.ordered.name"'])
        self.assertEqual([name for name in self.names("columns", "table_name", "column_name", "data_type") if name[0] == "folded"],
                         [("folded", "id", "integer"), ("folded", "name", "???"), ("folded", "names", "???[]"), ("folded", "last", "integer")])
        self.assertIn(("stored", "a", "public.hstore"), self.names("columns", "table_name", "column_name", "data_type"))
        self.assertIn(b"name: string | null;", self.project.tree()["public/tables/folded.ts"])


class HardPostgres(PostgresBadSchema):
    def test_types_that_nobody_knows(self):
        """Base types of the user's own, shells of types, and pseudo types."""
        self.start(PostgresTestDatabase("types"))
        self.database.run("""
            CREATE TYPE own;
            CREATE FUNCTION own_in(cstring) RETURNS own LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
            CREATE FUNCTION own_out(own) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
            CREATE TYPE own (INPUT = own_in, OUTPUT = own_out, LIKE = int4);
            CREATE TYPE shell;
            CREATE FUNCTION shell_in(cstring) RETURNS shell LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
            CREATE DOMAIN owned AS own;
            CREATE TABLE owning (a own, b own[], c owned NOT NULL DEFAULT '7');
            CREATE FUNCTION takes(own, owned) RETURNS own LANGUAGE sql AS 'SELECT $1';
            CREATE FUNCTION any_of(anyelement) RETURNS anyarray LANGUAGE sql AS 'SELECT ARRAY[$1]'""")
        self.assert_told()
        self.assertEqual(self.names("columns", "column_name", "data_type"), [("a", "public.own"), ("b", "public.own[]"), ("c", "public.owned")])
        self.assertIn(b"a: string | null;", self.project.tree()["public/tables/owning.ts"])
        self.assert_database_agrees()

    def test_role_without_privileges_reads_the_same(self):
        self.start(shop("postgres", "unprivileged"))
        server = cluster.shared()
        server.psql("DROP ROLE IF EXISTS stranger; CREATE ROLE stranger LOGIN")
        self.addCleanup(server.psql, "DROP ROLE stranger")
        self.database.run("REVOKE ALL ON SCHEMA public, stock FROM PUBLIC; REVOKE ALL ON ALL TABLES IN SCHEMA public, stock FROM PUBLIC")
        found = self.relations()
        self.run_tool("generate")
        generated = self.project.tree()
        self.database.url = server.url(self.database.name, user="stranger")
        self.project.configure(self.database.url)
        self.run_tool("generate", "--check")
        self.assert_told()
        self.assertEqual(self.relations(), found)
        self.assertEqual(self.project.tree(), generated)
        self.database.run("CREATE EXTENSION ddltrail")
        self.assertEqual(server.psql("SELECT ddltrail.fingerprint()", self.database.name, user="stranger"),
                         self.run_tool("snapshot", "--fingerprint").stdout)

    def test_table_of_1600_columns(self):
        self.start(PostgresTestDatabase("wide"))
        self.database.run(f"CREATE TABLE wide ({', '.join(f'c{i} int' for i in range(1600))}); CREATE VIEW all_of_it AS SELECT * FROM wide")
        self.assert_told()
        self.assertEqual(len(self.names("columns", "column_name")), 3200)
        self.assertEqual(self.project.tree()["public/tables/wide.ts"].count(b"number"), 1600)
        self.assert_database_agrees()

    def test_names_of_all_kinds(self):
        self.start(PostgresTestDatabase("names"))
        for name in NAMES:
            q = quoted(name)
            self.database.run(f"""
                CREATE SCHEMA {q};
                CREATE TYPE {q}.{q} AS ENUM ({literal(name)});
                CREATE TABLE {q}.{quoted("t" + name[:40])} ({q} {q}.{q} PRIMARY KEY, CONSTRAINT {q} CHECK ({q} IS NOT NULL));
                CREATE VIEW {q}.{quoted("v" + name[:40])} AS SELECT {q} FROM {q}.{quoted("t" + name[:40])};
                COMMENT ON SCHEMA {q} IS {literal(name)}""")
        self.assert_told()
        self.assertEqual(self.names("schemas", "schema_name"), sorted(["public", *NAMES], key=str.encode))
        self.assertEqual(set(self.names("columns", "column_name")), set(NAMES))
        self.assertEqual(len(self.run_tool("snapshot", "--fingerprints").stdout.splitlines()), 1 + 4 * len(NAMES))
        self.assert_database_agrees()

    def test_names_that_the_server_cuts(self):
        """At 63 bytes, and never within a character."""
        self.start(PostgresTestDatabase("cut"))
        for character in ("x", "é", "表", "😀"):
            self.database.run(f"CREATE TABLE {quoted(character * 70)} ({quoted(character * 69)} int); COMMENT ON TABLE {quoted(character * 70)} IS 'cut'")
        self.assert_told()
        self.assertEqual(sorted(self.names("tables", "table_name")), ["x" * 63, "é" * 31, "表" * 21, "😀" * 15])
        self.assertEqual(sorted(self.names("columns", "column_name")), ["x" * 63, "é" * 31, "表" * 21, "😀" * 15])
        self.assert_database_agrees()


class BrokenSqlite(SqliteBadSchema):
    def setUp(self):
        self.start(SqliteTestDatabase("broken"))
        self.database.run_unlogged(
            "CREATE TABLE sound (id INTEGER PRIMARY KEY, a TEXT); CREATE INDEX of_sound ON sound (a); CREATE VIEW above AS SELECT a FROM sound;"
            "CREATE TABLE torn (id INTEGER PRIMARY KEY, a TEXT UNIQUE); CREATE INDEX of_torn ON torn (a);"
            "CREATE TRIGGER on_torn AFTER INSERT ON torn BEGIN SELECT 1; END;")
        self.sound = self.relations()

    def damage(self, *texts):
        """Sets the text of objects, each with its name, where the schema may be damaged already."""
        with contextlib.closing(sqlite3.connect(self.database.path, isolation_level=None)) as connection:
            connection.execute("PRAGMA writable_schema = ON")
            for name, text in texts:
                self.assertEqual(connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (text, name)).rowcount, 1)

    def assert_rest_is_told(self, broken):
        """The rows that do not name the broken table are as before."""
        found = self.relations()
        for relation, rows in self.sound.items():
            rest = [row for row in rows if broken not in (row.get("table_name"), row.get("referenced_table"), row.get("view_name"))]
            self.assertEqual([row for row in rest if row not in found[relation]], [], relation)

    def test_views_over_what_is_gone(self):
        self.database.run_unlogged("CREATE TABLE gone (a); CREATE VIEW broken AS SELECT a FROM gone; CREATE VIEW over_it AS SELECT * FROM broken;"
                                   "CREATE VIEW of_function AS SELECT missing(1) AS a; CREATE VIEW last AS SELECT id FROM sound; DROP TABLE gone")
        self.assert_told('view "main.broken"', 'view "main.of_function"', 'view "main.over_it"')
        self.assertEqual([name for name in self.names("columns", "table_name") if name in ("above", "broken", "of_function", "over_it", "last")],
                         ["above", "last"])
        self.assert_rest_is_told(None)
        self.assert_database_agrees()

    def test_virtual_table_without_its_module(self):
        self.database.run_unlogged("CREATE VIRTUAL TABLE found USING fts5(body)")
        self.damage(("found", "CREATE VIRTUAL TABLE found USING not_there(body)"))
        self.assert_told('virtual table "main.found"')
        self.assert_rest_is_told(None)
        self.assert_database_agrees()

    def test_texts_that_are_damaged(self):
        """Whatever stands in the place of the text of a table. Its index and trigger go with it."""
        for text in ("CREATE TABLE torn (id INTEGER PRIMARY KEY,, name", "CREATE TABLE torn", "nonsense", "CREATE TABLE other (",
                     b"\xff\xfe\x00", "CREATE TABLE \"torn\n\x1b[31m (", 7, "CREATE VIEW torn AS SELECT", "(" * 2000, "CREATE TABLE torn (a " + "(" * 5000):
            with self.subTest(text=text):
                self.start_anew()
                self.damage(("torn", text))
                self.assert_told('table "main.torn"')
                self.assert_rest_is_told("torn")
                self.assert_database_agrees("PRAGMA writable_schema = ON;")

    def test_texts_of_an_index_and_a_trigger_that_are_damaged(self):
        self.damage(("of_torn", "CREATE INDEX of_torn ON"), ("on_torn", "CREATE TRIGGER on_torn AFTER"))
        self.assert_told('index "main.of_torn"', 'trigger "main.on_torn"')
        self.assert_database_agrees("PRAGMA writable_schema = ON;")


class HardSqlite(SqliteBadSchema):
    def test_types_that_nobody_knows(self):
        self.start(SqliteTestDatabase("types"))
        self.database.run_unlogged("""CREATE TABLE odd (a FROBNICATE(1,2), b FROBNICATE ( 1 , -2.5 ) NOT NULL, c 'what ever', d, e "Ünï", f [x y](3),
            g LONG VARYING CHARACTER VERY LONG(1), h "" , i "it's" DEFAULT 'x', j ARRAY_OF_INT UNSIGNED, k "😀 (((" )""")
        self.assert_told()
        self.assertEqual(dict(self.names("columns", "column_name", "data_type"))["a"], "FROBNICATE(1,2)")
        self.assertIn(b"  b: SqliteValue;", self.project.tree()["main/tables/odd.ts"])
        self.assert_database_agrees()

    def test_table_of_2000_columns(self):
        self.start(SqliteTestDatabase("wide"))
        self.database.run_unlogged(f"CREATE TABLE wide ({', '.join(f'c{i} INTEGER' for i in range(2000))}); CREATE VIEW all_of_it AS SELECT * FROM wide")
        self.assertEqual(len(self.names("columns", "column_name")), 4000)
        self.assertEqual(self.warned(self.run_tool("generate")), [])
        self.assertEqual(self.project.tree()["main/tables/wide.ts"].count(b"number"), 2000)
        self.assert_database_agrees()

    def test_names_of_all_kinds(self):
        self.start(SqliteTestDatabase("names"))
        names = [*NAMES, "", "é" * 500, "'", '"', "[", "]", "`", "--", "/*", "\\", "a\rb", "\x1b[31m", "ﬁ\u202e\u2028"]
        self.database.run_unlogged("".join(f"""
            CREATE TABLE {quoted("t" + name)} ({quoted(name)} TEXT PRIMARY KEY, {quoted(name + "2")} REFERENCES {quoted("t" + name)}, CONSTRAINT {quoted(name)} CHECK ({quoted(name)} <> ''));
            CREATE INDEX {quoted("i" + name)} ON {quoted("t" + name)} ({quoted(name + "2")});
            CREATE VIEW {quoted("v" + name)} AS SELECT {quoted(name)} FROM {quoted("t" + name)};
            CREATE TRIGGER {quoted("g" + name)} AFTER UPDATE OF {quoted(name)} ON {quoted("t" + name)} BEGIN SELECT 1; END;""" for name in names))
        self.assert_told()
        self.assertEqual(sorted(self.names("tables", "table_name")), sorted(kind + name for kind in "tv" for name in names))
        self.assertEqual(sorted(self.names("columns", "column_name")), sorted(2 * names + [name + "2" for name in names]))
        self.assert_database_agrees()

    def test_folder_and_file_that_may_not_be_written(self):
        self.assertEqual(os.geteuid(), 0, "run the tests as root, who can become somebody else")
        self.start(shop("sqlite", "read_only"))
        os.chmod(self.database.path, 0o444)
        os.chmod(self.database.directory.name, 0o555)
        give_away(self.project.directory)
        self.assert_told(prefix=as_nobody())
        self.assertEqual(self.run_tool("snapshot", prefix=as_nobody()).stdout, self.run_tool("snapshot").stdout)

    def test_file_that_may_not_be_read(self):
        self.start(shop("sqlite", "unreadable"))
        os.chmod(self.database.path, 0)
        os.chmod(self.database.directory.name, 0o755)
        self.assert_refused("unreadable.db", "a file you may read")

    def test_write_ahead_log_that_may_not_be_written(self):
        """SQLite reads such a file only where it can write beside it."""
        self.start(shop("sqlite", "in_wal"))
        self.database.run_unlogged("PRAGMA journal_mode = WAL")
        os.chmod(self.database.path, 0o444)
        os.chmod(self.database.directory.name, 0o555)
        self.assert_refused("in_wal.db", "permissions")

    def assert_refused(self, file, hint):
        """To somebody who may not do what it takes."""
        give_away(self.project.directory)
        for command in ("snapshot", "generate", "status", f"diff {self.database.url} {self.database.url}"):
            done = self.run_tool(*command.split(), code=1, prefix=as_nobody())
            self.assertRegex(done.stderr, f"^ddltrail: .*{file}\"\nhint: .*{hint}")
