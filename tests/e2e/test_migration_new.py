"""ddltrail migration new, drift, migrate verify and baseline: from what was changed by hand to files, and back."""

import json
import pathlib
import subprocess
import unittest

from cases.hazards import ALL_ALLOWED
from e2e.databases import DATABASES
from support import sqlite
from support.tool import Project

USERS = "CREATE TABLE users (id INTEGER PRIMARY KEY, fullname TEXT);\n"


class MigrationNewChecks:
    def setUp(self):
        self.database = DATABASES[self.engine]("development")
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
        other = DATABASES[self.engine]("production")
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

    def test_renames_by_hand_around_a_migration_that_renames_their_table(self):
        self.database.install_log()
        self.database.run("CREATE TABLE users (id INTEGER PRIMARY KEY, fullname TEXT, age INTEGER);")
        self.new("users")
        production = self.other()
        self.run_tool("migrate", "up", "--url", production.url)
        production.run_unlogged("INSERT INTO users VALUES (1, 'ada', 36);")
        self.database.run("ALTER TABLE users RENAME COLUMN fullname TO full_name;")
        pulled = self.project.directory / "migrations" / "29991231000000_people.up.sql"
        pulled.write_text("ALTER TABLE users RENAME TO people;")
        self.run_tool("migrate", "up")
        self.database.run("ALTER TABLE people RENAME COLUMN age TO years;")
        self.new("names")
        self.run_tool("migrate", "up", "--url", production.url)
        self.assertEqual(production.rows("SELECT full_name, years FROM people"), [{"full_name": "ada", "years": 36}])

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
        self.assertIn(f"-- hazard: data-loss: table {self.users}", self.text("gone.up.sql"))
        self.assertIn(f"-- cannot be undone: table {self.users}: its rows are gone\n", self.text("gone.down.sql"))
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

    def test_between_two_schemas_the_project_needs_no_database(self):
        self.database.run_unlogged(USERS)
        with Project() as project:
            (project.directory / "later.sql").write_text(USERS + "CREATE TABLE more (id INTEGER);")
            done = project.run("migration", "new", "more", "--from", self.database.url, "--to", "later.sql")
            self.assertEqual(done.code, 0, done)
            path, = (project.directory / "migrations").glob("*_more.up.sql")
            self.assertIn("more", path.read_text())

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
        self.assertIn("migrations were applied already", self.run_tool("migrate", "baseline", code=1).stderr)
        production = self.other()
        self.run_tool("migrate", "up", "--url", production.url)
        self.assert_same(self.database.url, production.url)
        self.assertIn("has no way back", self.run_tool("migrate", "down", code=1).stderr)

    def test_another_database_that_has_the_schema_adopts_the_migrations(self):
        self.database.run_unlogged(USERS)
        self.run_tool("migrate", "baseline", "first")
        (self.project.directory / "two.sql").write_text(USERS + "CREATE TABLE more (id INTEGER);")
        self.new("second", "--to", "two.sql")
        production = self.other(USERS)
        baseline = lambda *arguments, code=0: self.run_tool("migrate", "baseline", "--url", production.url, *arguments, code=code)
        done = baseline(code=1)
        self.assertIn("the database is not what the migrations make", done.stderr)
        self.assertRegex(done.stdout, "more: dropped")
        baseline("--to", "20000101000000", code=64)
        first = next(name for name in self.files() if "first" in name).partition(".")[0]
        self.assertEqual(baseline("--to", first).stdout, f"adopted {first}\n")
        self.run_tool("migrate", "up", "--url", production.url)
        self.run_tool("migrate", "verify", "--url", production.url)
        self.assertEqual(production.rows("SELECT count(*) AS n FROM more"), [{"n": 0}])

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
        self.assertRegex(done.stdout, rf"^#\d+ +20\d\d-\S+ .* table {self.database.schema}.by_hand: created\n +CREATE TABLE by_hand")
        changes = json.loads(self.run_tool("drift", "--json", code=2).stdout)["changes"]
        self.assertEqual([change["object_name"] for change in changes], ["by_hand"])
        self.run_tool("drift", "--write", "by_hand")
        self.run_tool("drift")
        self.run_tool("migrate", "verify")

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
        self.assertIn(f"table {self.database.schema}.users: added column mail", self.run_tool("migrate", "verify", code=2).stdout)
        report = json.loads(self.run_tool("migrate", "verify", "--json", code=2).stdout)
        self.assertEqual([each["object_identity"] for each in report["differences"]], [f"{self.database.schema}.users"])

    def test_without_a_log_both_schemas_have_to_be_said(self):
        self.database.run_unlogged(USERS)
        self.assertIn("has no log", self.new("users", code=1).stderr)
        self.assertIn("without --to", self.new("users", "--from", self.database.url, code=64).stderr)

    def test_where_the_log_is_not_the_one_of_the_history_the_schemas_are_compared(self):
        self.database.install_log()
        self.database.run(USERS)
        self.new("users")
        self.database.run_unlogged(self.uninstall)
        self.database.install_log()
        note = "the cursor (is not one of this|was taken from another) log"
        self.assertRegex(self.run_tool("drift").stderr, note)
        self.database.run("ALTER TABLE users RENAME COLUMN fullname TO full_name;")
        drift = self.run_tool("drift", code=2)
        self.assertRegex(drift.stderr, note)
        self.assertIn(f"table {self.database.schema}.users: ", drift.stdout)
        differences = json.loads(self.run_tool("drift", "--json", code=2).stdout)["differences"]
        self.assertEqual([each["object_identity"] for each in differences], [f"{self.database.schema}.users"])
        self.assertIn("data-loss", self.new("full_name", code=3).stderr)
        self.assertRegex(self.new("full_name", "--rename", "column:users.fullname=full_name").stderr, note)
        self.assertIn("RENAME COLUMN", self.text("full_name.up.sql"))
        # From the next migration on the trail tells again.
        self.database.run("ALTER TABLE users RENAME COLUMN full_name TO name;")
        self.assertEqual(self.new("name").stderr, "")
        self.assertIn("RENAME COLUMN", self.text("_name.up.sql"))

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


class SqliteMigrationNew(MigrationNewChecks, unittest.TestCase):
    engine = "sqlite"
    users = "users"
    uninstall = "DROP TABLE ddltrail_change_log; DROP TABLE ddltrail_state;"

    def test_drift_of_a_connection_without_the_extension_is_found(self):
        self.database.install_log()
        self.database.run_unlogged("CREATE TABLE unseen (id INTEGER);")
        self.assertIn("unseen", self.run_tool("drift", code=2).stdout)


class PostgresMigrationNew(MigrationNewChecks, unittest.TestCase):
    engine = "postgres"
    users = "public.users"
    uninstall = "DROP EXTENSION ddltrail;"

    def change_by_hand(self):
        """After the first migration was written."""
        self.database.install_log()
        self.database.run(USERS)
        self.new("users")
        self.database.run("ALTER TABLE users RENAME COLUMN fullname TO full_name; ALTER TABLE users RENAME COLUMN full_name TO name;")

    def test_where_the_log_was_pruned_the_schemas_are_compared(self):
        self.change_by_hand()
        before = self.files()
        self.database.run("SELECT * FROM ddltrail.prune(now() + interval '1 day');")
        self.assertIn("before rows that have been pruned", self.new("name", code=3).stderr)
        self.assertEqual(self.files(), before)
        self.new("name", "--rename", "column:users.fullname=name")
        self.run_tool("drift")

    def test_a_restored_database_goes_on(self):
        self.database.install_log()
        self.database.run(USERS)
        self.new("users")
        restored = DATABASES["postgres"]("restored")
        self.addCleanup(restored.remove)
        cluster = restored.cluster
        subprocess.run(f"{cluster.bin}/pg_dump -Fc -U {cluster.user} {self.database.name} | {cluster.bin}/pg_restore -U {cluster.user} -d {restored.name}",
                       shell=True, check=True, env=cluster.environment())
        cluster.create_database("copied", template=self.database.name)
        self.addCleanup(cluster.psql, 'DROP DATABASE copied WITH (FORCE)')
        for name in ("restored", "copied"):
            with self.subTest(name):
                self.run_tool("drift", "--url", cluster.url(name))
                cluster.psql(f"ALTER TABLE users ADD COLUMN {name} text;", name)
                self.run_tool("drift", "--url", cluster.url(name), code=2)
                self.new(name, "--url", cluster.url(name))
                self.assertEqual(self.run_tool("drift", "--url", cluster.url(name)).stderr, "")
                for path in (self.project.directory / "migrations").glob(f"*_{name}.*"):
                    path.unlink()

    def test_a_broken_log_is_told(self):
        self.change_by_hand()
        before = self.files()
        self.database.run("UPDATE ddltrail.log SET is_broken = true, broken_reason = 'the disk was full';")
        self.assertIn("the log is marked as broken", self.new("name", code=1).stderr)
        self.assertEqual(self.files(), before)


class Owners(unittest.TestCase):
    """Objects of a developer, migrations that another role runs on a database of its own."""

    OBJECTS = ("CREATE SCHEMA app; CREATE TYPE app.mood AS ENUM ('glad');"
               "CREATE TABLE n (a serial PRIMARY KEY, m app.mood); CREATE VIEW v AS SELECT a FROM n;"
               "CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1'; GRANT SELECT ON n TO app_reader; REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC;"
               "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO app_reader;")

    def setUp(self):
        self.databases = []
        self.development, self.production = self.make("development"), self.make("production")
        self.cluster = self.development.cluster
        self.addCleanup(self.remove)
        self.cluster.psql("CREATE ROLE devu LOGIN CREATEDB; CREATE ROLE appdep LOGIN; CREATE ROLE app_reader;"
                          "ALTER DATABASE development OWNER TO devu; ALTER DATABASE production OWNER TO appdep")
        self.development.install_log()
        self.development.run("GRANT USAGE, CREATE ON SCHEMA ddltrail TO devu;")
        self.url = self.cluster.url("development", user="devu")
        self.project = self.enterContext(Project(self.url))

    def make(self, name):
        self.databases.append(DATABASES["postgres"](name))
        return self.databases[-1]

    def remove(self):
        for database in self.databases:
            database.remove()
        self.cluster.psql("DROP ROLE devu; DROP ROLE appdep; DROP ROLE app_reader")

    def run_as(self, user, sql):
        self.cluster.psql(sql, "development", user=user)

    def run_tool(self, *arguments, code=0):
        done = self.project.run(*arguments)
        self.assertEqual(done.code, code, done)
        return done

    def up_as(self, user):
        return self.run_tool("migrate", "up", "--url", self.cluster.url("production", user=user))

    def owners(self):
        return {row["rolname"] for row in self.production.rows(
            "SELECT DISTINCT r.rolname FROM (SELECT relowner, relnamespace FROM pg_class UNION ALL SELECT proowner, pronamespace FROM pg_proc"
            " UNION ALL SELECT typowner, typnamespace FROM pg_type UNION ALL SELECT nspowner, oid FROM pg_namespace WHERE nspname = 'app') o(owner, place)"
            " JOIN pg_roles r ON r.oid = owner WHERE place::regnamespace::text IN ('public', 'app')")}

    def text(self):
        return "".join(path.read_text() for path in sorted((self.project.directory / "migrations").iterdir()))

    def test_what_is_new_belongs_to_who_migrates(self):
        self.run_as("devu", self.OBJECTS)
        self.run_tool("migration", "new", "n", *ALL_ALLOWED)
        self.assertNotIn("devu", self.text())
        self.assertNotIn("OWNER TO", self.text())
        self.up_as("appdep")
        self.assertEqual(self.owners(), {"appdep"})
        self.run_tool("migrate", "verify", "--url", self.cluster.url("production", user="appdep"), "--scratch", self.url)
        self.run_tool("migrate", "down", "--url", self.cluster.url("production", user="appdep"), "--allow", "data-loss")

    def test_a_baseline_names_neither_the_developer_nor_what_every_database_has(self):
        self.run_as("devu", self.OBJECTS)
        self.run_tool("migrate", "baseline")
        for absent in ("devu", "OWNER TO", "pg_database_owner", "SCHEMA public"):
            self.assertNotIn(absent, self.text())
        self.up_as("appdep")
        self.assertEqual(self.owners(), {"appdep"})

    def test_a_role_that_was_chosen_is_planned(self):
        self.run_as("devu", "CREATE TABLE n (a int); CREATE TABLE other (a int);")
        self.development.run("ALTER TABLE other OWNER TO appdep;")
        self.run_tool("migration", "new", "n", "--scratch", self.cluster.url("development"), *ALL_ALLOWED)
        self.assertIn("ALTER TABLE public.other OWNER TO appdep", self.text())
        self.development.run("ALTER TABLE n OWNER TO appdep; ALTER TABLE other OWNER TO devu;")
        self.run_tool("migration", "new", "swap", "--scratch", self.cluster.url("development"), *ALL_ALLOWED)
        self.assertIn("ALTER TABLE public.n OWNER TO appdep", self.text())
        self.assertIn("ALTER TABLE public.other OWNER TO CURRENT_USER", self.text())

    def test_owners_can_be_left_out(self):
        self.run_as("devu", "CREATE TABLE n (a int);")
        self.run_tool("migration", "new", "n")
        self.development.run("ALTER TABLE n OWNER TO appdep; ALTER SCHEMA public OWNER TO appdep;")
        self.assertIn("owner changed", self.run_tool("migrate", "verify", "--scratch", self.cluster.url("development"), code=2).stdout)
        self.run_tool("drift", code=2)
        config = self.project.directory / "ddltrail.toml"
        for arguments in (["--no-owner"], []):
            if not arguments:
                config.write_text(config.read_text() + "\n[migrations]\nowner = false\n")
            self.run_tool("migrate", "verify", *arguments)
            self.assertEqual(self.run_tool("drift", *arguments).stdout, "")
            self.assertEqual(self.run_tool("migration", "new", "more", *arguments).stdout, "nothing to migrate\n")
        self.run_as("appdep", "ALTER TABLE n ADD COLUMN b int; CREATE TABLE more (a int);")
        self.run_tool("migration", "new", "more")
        plan = self.run_tool("migration", "plan", "--from", self.cluster.url("production"), "--to", self.cluster.url("development"))
        self.assertIn("CREATE TABLE public.more", plan.stdout)
        self.assertNotIn("OWNER TO", plan.stdout + self.text())

    def test_a_snapshot_says_whose_its_objects_are(self):
        self.run_as("devu", self.OBJECTS)
        for role, name in (("appdep", "production"), ("devu", "development")):
            self.run_tool("snapshot", self.cluster.url(name, user=role), "--output", f"{name}.json")
        plan = self.run_tool("migration", "plan", "--from", "production.json", "--to", "development.json", "--scratch", self.url, *ALL_ALLOWED)
        self.assertIn("CREATE TABLE", plan.stdout)
        self.assertNotIn("OWNER TO", plan.stdout)

    def test_who_may_make_no_database_is_told_what_the_files_tell(self):
        self.run_as("devu", "CREATE TABLE n (a int);")
        self.run_tool("migration", "new", "n")
        production = self.cluster.url("production", user="appdep")
        done = self.run_tool("migrate", "verify", "--url", production, code=1)
        self.assertRegex(done.stdout, r"^migration \d+_n: pending\n$")
        self.assertIn("permission denied to create database", done.stderr)
        self.assertIn("--scratch", done.stderr)
        self.up_as("appdep")
        done = self.run_tool("migrate", "verify", "--url", production, "--json", code=1)
        self.assertEqual(json.loads(done.stdout), {"version": 1, "migrations": [], "differences": None})
        self.run_tool("migrate", "verify", "--url", production, "--scratch", self.url)

    def test_drift_is_written_with_a_server_that_is_named(self):
        self.run_as("devu", "CREATE TABLE n (a int);")
        self.cluster.psql("ALTER ROLE devu NOCREATEDB")
        self.assertIn("--scratch", self.run_tool("drift", "--write", "n", code=1).stderr)
        self.run_tool("drift", "--write", "n", "--scratch", self.cluster.url("development"))
        self.assertNotIn("OWNER TO", self.text())


WITHOUT_SECTIONS = ("golang-migrate", "dbmate", "kysely")


class LayoutChecks:
    """The files of each layout are written, and run on another database."""

    def setUp(self):
        self.database, self.other = DATABASES[self.engine]("one"), DATABASES[self.engine]("other")
        self.addCleanup(self.database.remove)
        self.addCleanup(self.other.remove)

    def test_each_layout_brings_another_database_to_the_same_schema(self):
        for layout in ("plain", "golang-migrate", "dbmate", "flyway", "goose", "kysely", "sqitch"):
            with self.subTest(layout):
                self.check(layout)

    def arguments(self, layout):
        """What `migration new` needs for it."""
        return []

    def check(self, layout):
        database, other = self.database, self.other
        database.make_anew()
        other.make_anew()
        with Project(database.url) as project:
            config = project.directory / "ddltrail.toml"
            config.write_text(config.read_text() + f'\n[migrations]\ndirectory = "db/migrations"\nlayout = "{layout}"\n')
            database.install_log()
            for number, sql in enumerate(self.steps):
                database.run(sql)
                done = project.run("migration", "new", f"step{number}", *ALL_ALLOWED, *self.arguments(layout))
                self.assertEqual(done.code, 0, done)
            for arguments in (["status"], ["verify"], ["up", "--url", other.url]):
                done = project.run("migrate", *arguments)
                self.assertEqual(done.code, 0, done)
            done = project.run("diff", database.url, other.url)
            self.assertEqual(done.code, 0, done)
            done = project.run("migrate", "down", "--steps", str(len(self.steps)), "--allow", "data-loss", "--url", other.url)
            self.assertEqual(done.code, 0, done)
            self.assertEqual(other.rows(self.left), [])


    def up_file(self, layout, before, after, code=0):
        """What its tool runs to turn one schema into another; what the command said where that is an error."""
        with Project(self.database.url) as project:
            (project.directory / "before.sql").write_text(before)
            (project.directory / "after.sql").write_text(after)
            config = project.directory / "ddltrail.toml"
            config.write_text(config.read_text() + f'\n[migrations]\nlayout = "{layout}"\n')
            done = project.run("migration", "new", "m", "--from", "before.sql", "--to", "after.sql", "--no-verify", *ALL_ALLOWED)
            self.assertEqual(done.code, code, done)
            if code:
                return done.stderr
            files = {"flyway": "V*__m.sql", "golang-migrate": "*_m.up.sql", "sqitch": "deploy/m.sql"}
            path, = (project.directory / "migrations").glob(files.get(layout, "*_m.sql"))
            return path.read_text().split("-- +goose Down")[0].split("-- migrate:down")[0]


FAMILY = "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT); CREATE TABLE c (t INTEGER REFERENCES t ON DELETE CASCADE);"


class SqliteLayouts(LayoutChecks, unittest.TestCase):
    engine = "sqlite"
    steps = [USERS + "CREATE TRIGGER g AFTER INSERT ON users BEGIN DELETE FROM users WHERE id < 0; SELECT 1; END;",
             "CREATE TABLE odd (a TEXT DEFAULT 'it''s `${x}` \\n; --');",
             "ALTER TABLE users RENAME COLUMN fullname TO full_name;"]
    left = "SELECT name FROM sqlite_schema WHERE name IN ('users', 'odd')"

    def enforce_and_run(self, layout, around="{}"):
        """The sessions of most tools enforce foreign keys."""
        self.other.make_anew()
        self.other.run_unlogged(FAMILY + "INSERT INTO t VALUES (1, 'x'); INSERT INTO c VALUES (1);")
        text = self.up_file(layout, FAMILY, FAMILY.replace("a TEXT", "a TEXT CHECK (a <> '')"))
        return sqlite.shell(self.other.path, f"PRAGMA foreign_keys = ON;\n{around.format(text)}\nPRAGMA foreign_keys;", extension=False)

    def test_rows_that_refer_to_a_table_stay_while_it_is_made_anew(self):
        for layout in ("dbmate", "flyway", "goose", "sqitch"):
            with self.subTest(layout):
                self.assertEqual(self.enforce_and_run(layout), "1\n")
                self.assertEqual(self.other.rows("SELECT t FROM c"), [{"t": 1}])
                self.assertIn("CHECK", self.other.rows("SELECT sql FROM sqlite_schema WHERE name = 't'")[0]["sql"])

    def test_a_tool_that_cannot_leave_its_transaction_stops_where_foreign_keys_are_enforced(self):
        with self.assertRaisesRegex(sqlite.SqliteError, "run this with PRAGMA foreign_keys = OFF"):
            self.enforce_and_run("golang-migrate", "BEGIN;\n{}\nCOMMIT;")
        self.assertEqual(self.other.rows("SELECT t FROM c"), [{"t": 1}])
        self.assertNotIn("CHECK", self.other.rows("SELECT sql FROM sqlite_schema WHERE name = 't'")[0]["sql"])

    def test_a_layout_that_there_is_not_is_told(self):
        with Project(self.database.url) as project:
            config = project.directory / "ddltrail.toml"
            config.write_text(config.read_text() + '\n[migrations]\nlayout = "liquibase"\n')
            done = project.run("migrate", "status")
            self.assertEqual(done.code, 1)
            self.assertIn('there is no layout "liquibase" of migrations (line 8)', done.stderr)


class PostgresLayouts(LayoutChecks, unittest.TestCase):
    engine = "postgres"
    steps = [USERS + "CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN DELETE FROM users WHERE id < 0; RETURN new; END$$;"
             "CREATE TRIGGER g AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION g();",
             "CREATE TABLE odd (a text DEFAULT 'it''s `${x}` \\n;--');"
             "ALTER TABLE users RENAME COLUMN fullname TO full_name; CREATE INDEX by_name ON users (full_name);"]
    left = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"

    def arguments(self, layout):
        """Some run a file as one transaction; an index is not built CONCURRENTLY in one. What is written is proved below, by running it."""
        return ["--no-verify", *(["--offline"] if layout in WITHOUT_SECTIONS else [])]

    def up_text(self, project, layout):
        """What the tool of the layout runs of the newest migration, and whether in a transaction of its own."""
        folder = project.directory / "migrations"
        named = {"flyway": "V*.sql", "sqitch": "deploy/last.sql"}.get(layout, "*last*up.sql" if layout == "golang-migrate" else "*last.sql")
        path = sorted(folder.glob(named))[-1]
        text = path.read_text().split("-- migrate:down")[0].split("-- +goose Down")[0]
        is_outside = layout == "sqitch" or "+goose NO TRANSACTION" in text or pathlib.Path(f"{path}.conf").exists()
        return text, not is_outside

    def test_a_tool_finds_its_session_as_it_left_it(self):
        """Each writes its history after a file in the same session, most of them in the same transaction."""
        later = USERS + "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT fullname FROM users';"
        for layout in ("golang-migrate", "dbmate", "flyway", "goose", "sqitch"):
            for index in ("", "CREATE INDEX by_name ON users (fullname);"):
                if index and layout in WITHOUT_SECTIONS:
                    continue
                with self.subTest(layout, index=index), Project(self.database.url) as project:
                    (project.directory / "before.sql").write_text(USERS)
                    (project.directory / "later.sql").write_text(later + index)
                    config = project.directory / "ddltrail.toml"
                    config.write_text(config.read_text() + f'\n[migrations]\nlayout = "{layout}"\n')
                    done = project.run("migration", "new", "last", "--from", "before.sql", "--to", "later.sql", *ALL_ALLOWED)
                    self.assertEqual(done.code, 0, done)
                    text, is_transaction = self.up_text(project, layout)
                    self.assertIn("lock_timeout = '5s'", text)
                    self.other.make_anew()
                    self.other.run(USERS + "CREATE TABLE history (n int);")
                    self.assert_session_kept(text, is_transaction)

    def assert_session_kept(self, text, is_transaction):
        history = "INSERT INTO history VALUES (1);"
        done = f"BEGIN;\n{text}\n{history}\nCOMMIT;" if is_transaction else f"{text}\n{history}"
        shown = "SELECT name || '=' || setting FROM pg_settings WHERE source = 'session';"
        self.assertEqual(self.other.run(f"SET search_path = public, pg_temp;\n{done}\n{shown}"), "search_path=public, pg_temp\n")

    def test_a_printed_plan_leaves_a_session_as_it_was(self):
        with Project(self.database.url) as project:
            (project.directory / "before.sql").write_text(USERS)
            (project.directory / "later.sql").write_text(USERS + "CREATE INDEX by_name ON users (fullname); CREATE TABLE more (id int);")
            done = project.run("migration", "plan", "--from", "before.sql", "--to", "later.sql", *ALL_ALLOWED)
        self.other.run(USERS + "CREATE TABLE history (n int);")
        self.assertIn("CONCURRENTLY", done.stdout)
        self.assert_session_kept(done.stdout, False)

    def test_what_a_layout_cannot_hold_is_refused(self):
        later = USERS + "CREATE INDEX by_name ON users (fullname); CREATE TABLE more (id integer);"
        for layout in WITHOUT_SECTIONS:
            with self.subTest(layout):
                said = self.up_file(layout, USERS, later, code=1)
                self.assertIn("Plan with --offline", said)
                self.assertIn('"CREATE INDEX CONCURRENTLY by_name', said)

    def test_an_index_alone_is_sent_as_one_statement(self):
        for layout in ("dbmate", "golang-migrate"):
            with self.subTest(layout):
                self.other.make_anew()
                self.other.run(USERS)
                text = self.up_file(layout, USERS, USERS + "CREATE INDEX by_name ON users (fullname);")
                server = self.other.cluster
                subprocess.run([f"{server.bin}/psql", "-X", "-q", "-U", server.user, "-d", self.other.name, "-c", text],
                               env=server.environment(self.other.name), check=True)
                self.assertEqual(self.other.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'by_name'::regclass"), [{"indisvalid": True}])

    def test_what_is_a_transaction_is_one_in_a_file_without(self):
        before = "CREATE TYPE st AS ENUM ('a', 'b', 'c'); CREATE TABLE t (s st); CREATE VIEW v AS SELECT s FROM t; CREATE TABLE p (n integer);"
        after = before.replace(", 'c'", "") + "CREATE INDEX pn ON p (n);"
        for layout in ("flyway", "goose", "sqitch"):
            with self.subTest(layout):
                self.other.make_anew()
                self.other.run(before + "INSERT INTO t VALUES ('c');")
                text = self.up_file(layout, before, after)
                with self.assertRaisesRegex(RuntimeError, "invalid input value for enum"):
                    self.other.run(text)
                self.assertEqual(self.other.rows("SELECT * FROM v"), [{"s": "c"}])
                self.assertEqual(self.other.rows("SELECT typname FROM pg_type WHERE typname LIKE 'st\\_%'"), [])
