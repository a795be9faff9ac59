"""ddltrail migration new, drift, migrate verify and baseline: from what was changed by hand to files, and back."""

import json
import unittest

from e2e.databases import SqliteTestDatabase
from support import sqlite
from support.tool import Project

USERS = "CREATE TABLE users (id INTEGER PRIMARY KEY, fullname TEXT);\n"


class MigrationNew(unittest.TestCase):
    def setUp(self):
        self.database = SqliteTestDatabase("development")
        self.addCleanup(self.database.remove)
        self.project = self.enterContext(Project(self.database.url))

    def run_tool(self, *arguments, code=0):
        done = self.project.run(*arguments)
        self.assertEqual(done.code, code, done)
        return done

    def new(self, name, *arguments, code=0):
        return self.run_tool("migration", "new", name, *arguments, code=code)

    def files(self):
        folder = self.project.directory / "migrations"
        return sorted(path.name for path in folder.iterdir()) if folder.exists() else []

    def text(self, ending):
        names = [name for name in self.files() if name.endswith(ending)]
        return (self.project.directory / "migrations" / names[-1]).read_text()

    def other(self, sql=""):
        """Another database of the project, such as that of production."""
        other = SqliteTestDatabase("production")
        self.addCleanup(other.remove)
        if sql:
            other.run_unlogged(sql)
        return other

    def assert_same(self, one, other):
        self.run_tool("diff", one, other)

    def test_what_was_done_by_hand_becomes_a_migration_that_others_apply(self):
        self.database.install_log()
        self.database.run(USERS + "INSERT INTO users VALUES (1, 'ada');")
        self.assertRegex(self.new("users").stdout, r"^wrote migrations/\d{14}_users.up.sql\nwrote migrations/\d{14}_users.down.sql\n$")
        self.database.run("ALTER TABLE users RENAME COLUMN fullname TO full_name; ALTER TABLE users ADD COLUMN mail TEXT;")
        self.new("full_name")
        self.assertIn("RENAME COLUMN", self.text("full_name.up.sql"))
        self.run_tool("migrate", "status")
        production = self.other()
        self.run_tool("migrate", "up", "--url", production.url)
        self.assert_same(self.database.url, production.url)

    def test_renames_keep_the_rows_of_databases_that_have_some(self):
        self.database.install_log()
        self.database.run(USERS)
        self.new("users")
        production = self.other()
        self.run_tool("migrate", "up", "--url", production.url)
        production.run_unlogged("INSERT INTO users VALUES (1, 'ada');")
        self.database.run("ALTER TABLE users RENAME COLUMN fullname TO full_name; ALTER TABLE users RENAME TO people;")
        self.new("people")
        self.run_tool("migrate", "up", "--url", production.url)
        self.assertEqual(production.rows("SELECT full_name FROM people"), [{"full_name": "ada"}])
        self.run_tool("migrate", "down", "--url", production.url)
        self.assertEqual(production.rows("SELECT fullname FROM users"), [{"fullname": "ada"}])

    def test_a_second_one_has_nothing_to_write(self):
        self.database.install_log()
        self.database.run(USERS)
        self.new("users")
        before = self.files()
        self.assertEqual(self.new("again").stdout, "nothing to migrate\n")
        self.assertEqual(self.files(), before)

    def test_what_came_and_went_again_vanishes(self):
        self.database.install_log()
        self.database.run(USERS + "CREATE TABLE tried (id INTEGER); DROP TABLE tried;")
        self.new("users")
        self.assertNotIn("tried", self.text("up.sql"))

    def test_hazards_are_refused_and_what_is_gone_is_told_in_the_way_back(self):
        self.database.install_log()
        self.database.run(USERS)
        self.new("users")
        self.database.run("DROP TABLE users;")
        before = self.files()
        self.assertIn("data-loss", self.new("gone", code=3).stderr)
        self.assertEqual(self.files(), before)
        self.new("gone", "--allow", "data-loss")
        self.assertIn("-- hazard: data-loss: table users", self.text("gone.up.sql"))
        self.assertIn("-- cannot be undone: table users: its rows are gone\n", self.text("gone.down.sql"))
        self.assertIn("cannot be undone", self.run_tool("migrate", "down", code=3).stderr)

    def test_between_two_schemas_nothing_is_recorded(self):
        (self.project.directory / "one.sql").write_text(USERS)
        (self.project.directory / "two.sql").write_text(USERS.replace("fullname", "full_name"))
        self.new("first", "--to", "one.sql")
        self.run_tool("migrate", "up")
        self.new("second", "--from", "one.sql", "--to", "two.sql", "--rename", "column:users.fullname=full_name")
        self.assertIn("pending", self.run_tool("migrate", "status", code=2).stdout)
        self.run_tool("migrate", "up")
        self.assert_same(self.database.url, "two.sql")
        self.run_tool("migrate", "verify")

    def test_pending_and_edited_migrations_come_first(self):
        self.database.install_log()
        self.database.run(USERS)
        self.new("users")
        folder = self.project.directory / "migrations"
        (folder / "29991231000000_t.up.sql").write_text("CREATE TABLE t (id INTEGER);")
        self.database.run("CREATE TABLE more (id INTEGER);")
        self.assertIn("a migration is pending", self.new("more", code=1).stderr)
        self.run_tool("migrate", "up")
        self.new("more")
        self.assertIn("29991231000001_more.up.sql", self.files())

    def test_a_schema_from_before_the_log_needs_a_baseline(self):
        self.database.run_unlogged(USERS + "CREATE INDEX by_name ON users (fullname);")
        self.database.install_log()
        self.assertIn("migrate baseline", self.new("users", code=1).stderr)
        self.assertRegex(self.run_tool("migrate", "baseline").stdout, r"^wrote migrations/\d{14}_baseline.up.sql\n")
        self.run_tool("migrate", "verify")
        self.run_tool("drift")
        self.assertIn("there are migrations already", self.run_tool("migrate", "baseline", code=1).stderr)
        production = self.other()
        self.run_tool("migrate", "up", "--url", production.url)
        self.assert_same(self.database.url, production.url)
        self.assertIn("has no way back", self.run_tool("migrate", "down", code=1).stderr)

    def test_a_baseline_needs_no_log(self):
        self.database.run_unlogged(USERS)
        self.run_tool("migrate", "baseline", "first")
        self.run_tool("migrate", "status")
        self.run_tool("migrate", "verify")

    def test_drift_tells_who_and_when_and_can_be_written(self):
        self.database.install_log()
        self.database.run(USERS)
        self.new("users")
        self.run_tool("drift")
        self.database.run("CREATE TABLE by_hand (id INTEGER);")
        done = self.run_tool("drift", code=2)
        self.assertRegex(done.stdout, r"^#\d+ +20\d\d-\S+ .* table main.by_hand: created\n +CREATE TABLE by_hand")
        changes = json.loads(self.run_tool("drift", "--json", code=2).stdout)["changes"]
        self.assertEqual([change["object_name"] for change in changes], ["by_hand"])
        self.run_tool("drift", "--write", "by_hand")
        self.run_tool("drift")
        self.run_tool("migrate", "verify")

    def test_drift_of_a_connection_without_the_extension_is_found(self):
        self.database.install_log()
        self.database.run_unlogged("CREATE TABLE unseen (id INTEGER);")
        self.assertIn("unseen", self.run_tool("drift", code=2).stdout)

    def test_what_migrations_do_is_no_drift(self):
        self.database.install_log()
        folder = self.project.directory / "migrations"
        folder.mkdir()
        (folder / "1_users.up.sql").write_text(USERS)
        self.run_tool("migrate", "up")
        self.assertEqual(self.run_tool("drift").stdout, "")

    def test_what_is_undone_is_no_drift(self):
        self.database.install_log()
        self.database.run(USERS)
        self.new("users", "--json")
        self.run_tool("migrate", "down")
        self.assertEqual(self.run_tool("drift").stdout, "")

    def test_verify_tells_what_differs(self):
        self.database.install_log()
        self.database.run(USERS)
        self.new("users")
        self.database.run("ALTER TABLE users ADD COLUMN mail TEXT;")
        self.assertIn("table main.users: added column mail", self.run_tool("migrate", "verify", code=2).stdout)
        report = json.loads(self.run_tool("migrate", "verify", "--json", code=2).stdout)
        self.assertEqual([each["object_identity"] for each in report["differences"]], ["main.users"])

    def test_without_a_log_both_schemas_have_to_be_said(self):
        self.database.run_unlogged(USERS)
        self.assertIn("has no log", self.new("users", code=1).stderr)
        self.assertIn("without --to", self.new("users", "--from", self.database.url, code=64).stderr)

    def test_a_log_that_is_not_the_one_of_the_history_is_told(self):
        self.database.install_log()
        self.database.run(USERS)
        self.new("users")
        self.database.run_unlogged("DROP TABLE ddltrail_change_log; DROP TABLE ddltrail_state;")
        self.database.install_log()
        self.assertIn("the cursor is not one of this log", self.new("more", code=1).stderr)

    def test_names_that_no_file_could_have_are_refused(self):
        for name in ("", "a/b", "../up", "with space"):
            self.new(name, "--from", self.database.url, "--to", self.database.url, code=64)

    def test_a_full_disk_leaves_no_file_and_no_row(self):
        self.database.install_log()
        self.database.run(USERS)
        folder = self.project.directory / "migrations"
        folder.write_text("")  # a file where the folder should be
        self.new("users", code=1)
        folder.unlink()
        self.assertEqual(self.run_tool("migrate", "status").stdout, "no migrations\n")
        self.new("users")


class Layouts(unittest.TestCase):
    """The files of each layout are written, and run on another database."""

    def test_each_layout_brings_another_database_to_the_same_schema(self):
        for layout in ("plain", "golang-migrate", "dbmate", "flyway", "goose", "kysely", "sqitch"):
            with self.subTest(layout):
                self.check(layout)

    def check(self, layout):
        database, other = SqliteTestDatabase("one"), SqliteTestDatabase("other")
        self.addCleanup(database.remove)
        self.addCleanup(other.remove)
        with Project(database.url) as project:
            config = project.directory / "ddltrail.toml"
            config.write_text(config.read_text() + f'\n[migrations]\ndirectory = "db/migrations"\nlayout = "{layout}"\n')
            database.install_log()
            steps = [USERS + "CREATE TRIGGER g AFTER INSERT ON users BEGIN DELETE FROM users WHERE id < 0; SELECT 1; END;",
                     "CREATE TABLE odd (a TEXT DEFAULT 'it''s `${x}` \\n; --');",
                     "ALTER TABLE users RENAME COLUMN fullname TO full_name;"]
            for number, sql in enumerate(steps):
                database.run(sql)
                done = project.run("migration", "new", f"step{number}")
                self.assertEqual(done.code, 0, done)
            for arguments in (["status"], ["verify"], ["up", "--url", other.url]):
                done = project.run("migrate", *arguments)
                self.assertEqual(done.code, 0, done)
            done = project.run("diff", database.url, other.url)
            self.assertEqual(done.code, 0, done)
            done = project.run("migrate", "down", "--steps", "3", "--allow", "data-loss", "--url", other.url)
            self.assertEqual(done.code, 0, done)
            self.assertEqual(sqlite.shell(other.path, ".tables users odd", extension=False).strip(), "")

    def test_a_layout_that_there_is_not_is_told(self):
        database = SqliteTestDatabase("one")
        self.addCleanup(database.remove)
        with Project(database.url) as project:
            config = project.directory / "ddltrail.toml"
            config.write_text(config.read_text() + '\n[migrations]\nlayout = "liquibase"\n')
            done = project.run("migrate", "status")
            self.assertEqual(done.code, 1)
            self.assertIn('there is no layout "liquibase" of migrations (line 8)', done.stderr)
