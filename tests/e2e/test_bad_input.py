"""What goes wrong outside: one clear line that names the object, a hint at most, the right exit code, and the
state and the files as they were."""

import os
import subprocess
import unittest

from e2e.databases import shop
from support import cluster
from support.nobody import as_nobody, give_away
from support.places import SQLITE_EXTENSION
from support.tool import Project

def fill(path):
    """Writes until the disk is full."""
    with open(path, "wb", buffering=0) as filler:
        try:
            while True:
                filler.write(b"x" * 1024)
        except OSError:
            pass


class BadInput(unittest.TestCase):
    """A project that is up to date, on the engine of the subclass or on SQLite."""

    engine = "sqlite"

    def setUp(self):
        self.database = shop(self.engine, "bad_input")
        self.addCleanup(self.database.remove)
        self.project = Project()
        self.addCleanup(self.project.remove)
        self.assertEqual(self.project.run("init", self.database.url).code, 0)
        self.before = self.project.tree()

    def assert_one_error(self, done, *words, code=1):
        self.assertEqual(done.code, code, done)
        lines = done.stderr.splitlines()
        self.assertIn(len(lines), (1, 2), done)
        self.assertTrue(lines[0].startswith("ddltrail: "), done)
        self.assertTrue(len(lines) == 1 or lines[1].startswith("hint: "), done)
        for word in words:
            self.assertRegex(lines[0], word)
        self.assertNotRegex(done.stderr, "what\\(\\)|terminate|Traceback|Assertion")

    def assert_unharmed(self):
        """Files are as before, and once the fault is gone the next run does what was to be done."""
        self.assertEqual(self.project.tree(), self.before)
        self.project.configure(self.database.url)
        done = self.project.run("generate")
        self.assertEqual(done.code, 0, done)
        with Project(self.database.url) as clean:
            self.assertEqual(clean.run("generate", "--full").code, 0)
            self.assertEqual(self.project.tree(), clean.tree())

    def fails(self, *words, arguments=("generate",), code=1, prefix=()):
        done = self.project.run(*arguments, prefix=prefix)
        self.assert_one_error(done, *words, code=code)
        self.assert_unharmed()

    def require_root(self):
        self.assertEqual(os.geteuid(), 0, "run the tests as root, who can become somebody else")

    def change_schema(self):
        self.database.run("ALTER TABLE reviews ADD COLUMN title text; CREATE TABLE gifts (id integer NOT NULL PRIMARY KEY);")


class BadConfiguration(BadInput):
    def test_broken_toml_names_file_and_line(self):
        (self.project.directory / "ddltrail.toml").write_text("[database]\nurl = = 1\n")
        self.fails("ddltrail.toml", "line 2|:2")

    def test_value_of_the_wrong_type(self):
        (self.project.directory / "ddltrail.toml").write_text("[database]\nurl = 7\n")
        self.fails("url")

    def test_section_that_is_no_section(self):
        (self.project.directory / "ddltrail.toml").write_text(f'database = "{self.database.url}"\n')
        self.fails("database")

    def test_pattern_without_a_schema(self):
        self.project.configure(self.database.url, options='[generate]\nexclude = ["orders"]\n')
        self.fails("generate.exclude", "orders", "schema")

    def test_part_that_there_is_not(self):
        self.project.configure(self.database.url, options='parts = ["types", "entity"]\n')
        self.fails("typescript.parts", "entity")

    def test_type_that_is_none(self):
        self.project.configure(self.database.url, options='[typescript.types]\nnumeric = "a; b"\n')
        self.fails("typescript.types.numeric", "type")

    def test_parts_and_repositories(self):
        self.project.configure(self.database.url, options='parts = ["types"]\nrepositories = true\n')
        self.fails("typescript.parts", "typescript.repositories")

    def test_patterns_that_are_no_list(self):
        for value in ('"public.*"', "[7]"):
            self.project.configure(self.database.url, options=f"[generate]\ninclude = {value}\n")
            self.assert_one_error(self.project.run("generate"), "generate.include", "list of strings")

    def test_output_without_a_name(self):
        self.project.configure(self.database.url, "")
        self.fails("output")

    def test_no_configuration(self):
        (self.project.directory / "ddltrail.toml").unlink()
        self.fails("ddltrail.toml|database")

    def test_unset_variable(self):
        self.project.configure("env:NOT_SET_AT_ALL")
        self.fails("NOT_SET_AT_ALL")

    def test_url_of_no_database(self):
        self.project.configure("mysql://localhost/shop")
        done = self.project.run("generate")
        self.assert_one_error(done, "mysql://localhost/shop", code=done.code)
        self.assertIn(done.code, (1, 64))
        self.assert_unharmed()

    def test_unknown_option(self):
        done = self.project.run("generate", "--no-such-option")
        self.assertEqual(done.code, 64, done)
        self.assertIn("--no-such-option", done.stderr)

    def test_unknown_command(self):
        self.assertEqual(self.project.run("frobnicate").code, 64)

    def test_init_twice_keeps_the_configuration(self):
        path = self.project.directory / "ddltrail.toml"
        path.write_text(path.read_text() + "# mine\n")
        self.project.run("init", self.database.url)
        self.assertIn("# mine", path.read_text())


class BadSqlite(BadInput):
    def test_no_database(self):
        self.project.configure("sqlite:missing.db")
        self.fails("missing.db")
        self.assertFalse((self.project.directory / "missing.db").exists())

    def test_folder_in_the_place_of_the_database(self):
        (self.project.directory / "folder.db").mkdir()
        self.project.configure("sqlite:folder.db")
        self.fails("folder.db")

    def test_not_a_database(self):
        (self.project.directory / "notes.db").write_text("These are notes, not a database. " * 100)
        self.project.configure("sqlite:notes.db")
        self.fails("notes.db", "not a (SQLite )?database")

    def test_database_that_may_not_be_read(self):
        self.require_root()
        self.change_schema()
        os.chmod(self.database.path, 0)
        os.chmod(self.database.directory.name, 0o755)
        give_away(self.project.directory)
        done = self.project.run("generate", prefix=as_nobody())
        os.chmod(self.database.path, 0o644)
        self.assert_one_error(done, self.database.path.name)
        self.assert_unharmed()

    def test_names_that_are_not_utf8_and_differ_in_these_bytes_only(self):
        """What comes of the log is what comes of the whole schema."""
        self.run_bytes(b'CREATE TABLE "t\xff" (a INTEGER); CREATE TABLE "t\xfe" (a INTEGER);')
        self.assert_as_clean()
        self.run_bytes(b'ALTER TABLE "t\xfe" ADD COLUMN "c\xfe" INTEGER; ALTER TABLE "t\xff" RENAME TO "t\xfd"; ALTER TABLE reviews ADD COLUMN "\xe2\x80" TEXT;')
        self.assert_as_clean()
        self.run_bytes(b'DROP TABLE "t\xfd"; ALTER TABLE reviews RENAME COLUMN "\xe2\x80" TO plain;')
        self.assert_as_clean()

    def run_bytes(self, sql):
        script = b".load %s\n%s" % (bytes(SQLITE_EXTENSION), sql)
        subprocess.run(["sqlite3", "-batch", "-bail", self.database.path], input=script, check=True)

    def assert_as_clean(self):
        done = self.project.run("generate")
        self.assertEqual(done.code, 0, done)
        with Project(self.database.url) as clean:
            self.assertEqual(clean.run("generate", "--full").code, 0)
            self.assertEqual(self.project.tree(), clean.tree())

    def test_log_of_another_contract(self):
        self.database.run_unlogged("UPDATE ddltrail_state SET definition = json_set(definition, '$.contract', 2) WHERE schema_rowid = 0;"
                                   " ALTER TABLE reviews ADD COLUMN title text;")
        done = self.project.run("generate")
        self.assert_one_error(done, "contract")
        self.assertEqual(self.project.tree(), self.before)


class BadDisk(BadInput):
    def test_output_that_may_not_be_written(self):
        self.require_root()
        self.change_schema()
        give_away(self.project.directory)
        give_away(self.database.directory.name)
        for folder, _, _ in os.walk(self.project.output):
            os.chmod(folder, 0o555)
        done = self.project.run("generate", prefix=as_nobody())
        for folder, _, _ in os.walk(self.project.output):
            os.chmod(folder, 0o755)
        self.assert_one_error(done, "src/db")
        self.assert_unharmed()

    def test_file_in_the_place_of_the_output_folder(self):
        (self.project.directory / "a_file").write_text("mine")
        self.project.configure(self.database.url, "a_file")
        done = self.project.run("generate")
        self.assert_one_error(done, "a_file")
        self.assertEqual((self.project.directory / "a_file").read_text(), "mine")
        self.assert_unharmed()

    def test_full_disk_for_the_output(self):
        self.assert_full_disk_is_told("src/db")

    def test_full_disk_for_the_state(self):
        self.assert_full_disk_is_told(".ddltrail")

    def assert_full_disk_is_told(self, folder):
        """The folder moves to a small tmpfs that is full; changes wait that need more than fits."""
        self.require_root()
        place = self.project.directory / folder
        kept = {p.relative_to(place): p.read_bytes() for p in place.rglob("*") if p.is_file()}
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", place], check=True)
        self.addCleanup(subprocess.run, ["umount", "-l", place])
        for path, content in kept.items():
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            (place / path).write_bytes(content)
        for number in range(60):
            self.database.run(f"CREATE TABLE wide_{number} ({', '.join(f'column_number_{i} integer' for i in range(40))});")
        filler = place / "filler"
        fill(filler)
        done = self.project.run("generate")
        self.assert_one_error(done, "(?i)no space|disk|full")
        filler.unlink()
        self.assertEqual([p for p in self.project.tree() if p.endswith(".tmp")], [])
        subprocess.run(["mount", "-o", "remount,size=16m", place], check=True)
        self.heal()

    def heal(self):
        done = self.project.run("generate")
        self.assertEqual(done.code, 0, done)
        with Project(self.database.url) as clean:
            self.assertEqual(clean.run("generate", "--full").code, 0)
            self.assertEqual(self.project.tree(), clean.tree())


class TwoRuns(BadInput):
    def test_runs_at_once_take_turns_or_say_so(self):
        self.change_schema()
        processes = [subprocess.Popen(self.project.command("generate", "--full"), cwd=self.project.directory, text=True,
                                      stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(8)]
        results = [(process.communicate(timeout=60), process.returncode) for process in processes]
        self.assertIn(0, [code for _, code in results])
        for (_, stderr), code in results:
            self.assertIn(code, (0, 1), stderr)
            if code == 1:
                self.assertRegex(stderr.splitlines()[0], "another|busy|running")
                self.assertLessEqual(len(stderr.splitlines()), 2)
        self.before = self.project.tree()
        self.assert_unharmed()


class BadPostgres(BadInput):
    engine = "postgres"

    def test_wrong_password(self):
        self.database.cluster.psql("DROP ROLE IF EXISTS clerk; CREATE ROLE clerk LOGIN PASSWORD 'right'")
        self.project.configure(self.database.cluster.url(self.database.name, "clerk", "wr0ng-secret"))
        done = self.project.run("generate")
        self.assert_one_error(done, "password|authentication")
        self.assertNotIn("wr0ng-secret", done.stdout + done.stderr)
        self.assert_unharmed()

    def test_no_database(self):
        self.project.configure(self.database.cluster.url("missing_database"))
        self.fails("missing_database")

    def test_no_server(self):
        self.project.configure(f"postgresql://shop@127.0.0.1:{cluster.free_port()}/shop")
        self.fails("127.0.0.1", arguments=("generate",))

    def test_no_privilege_to_connect(self):
        self.database.cluster.psql("DROP ROLE IF EXISTS guest; CREATE ROLE guest LOGIN")
        self.database.run(f'REVOKE CONNECT ON DATABASE "{self.database.name}" FROM PUBLIC')
        self.project.configure(self.database.cluster.url(self.database.name, "guest"))
        self.fails(self.database.name)

    def test_no_privilege_to_install_the_log(self):
        """The database is used as it is, and the note says why there is no log."""
        self.database.run("DROP EXTENSION ddltrail CASCADE;")
        self.database.cluster.psql("DROP ROLE IF EXISTS guest; CREATE ROLE guest LOGIN")
        with Project() as project:
            done = project.run("init", self.database.cluster.url(self.database.name, "guest"))
            self.assertEqual(done.code, 0, done)
            self.assertRegex(done.stderr.splitlines()[0], "no log .*permission denied")
            self.assertTrue(project.tree())

    def test_log_of_another_contract(self):
        """An extension of contract 2 takes the cursors of its own contract only."""
        self.database.run("""
            UPDATE ddltrail.log SET contract = 2;
            CREATE OR REPLACE FUNCTION ddltrail.changes_since(cursor text) RETURNS SETOF ddltrail.change_log LANGUAGE plpgsql STABLE AS
            $$ BEGIN RAISE invalid_parameter_value USING MESSAGE = 'the cursor is of contract 1'; END $$;""")
        done = self.project.run("generate")
        self.assert_one_error(done, "contract 2")
        self.assertEqual(self.project.tree(), self.before)
