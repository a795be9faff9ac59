"""The command line itself: where options may stand, what goes to stdout and stderr, what is refused."""

import datetime
import json
import subprocess
import unittest

from e2e.databases import DATABASES
from support.places import TOOL
from support.tool import Project

COMMANDS = ("init", "generate", "log", "status")
HOSTILE = 'two\nlines \u001b[31m "quoted"'


class Usage(unittest.TestCase):
    def setUp(self):
        self.project = self.enterContext(Project())

    def assert_usage(self, *arguments, word):
        done = self.project.run(*arguments)
        self.assertEqual((done.code, done.stdout), (64, ""), done)
        message, hint = done.stderr.splitlines()
        self.assertRegex(message, r"^ddltrail: [a-z-].*[^.]$")
        self.assertIn(word, message)
        self.assertRegex(hint, r"^hint: [A-Z].*\.$")

    def test_wrong_usage_is_told_as_any_other_error(self):
        self.assert_usage(word="command")
        self.assert_usage("frobnicate", word="frobnicate")
        self.assert_usage("generate", "--nope", word="--nope")
        self.assert_usage("init", "--output", word="--output")
        self.assert_usage("init", word="database")

    def test_every_help_has_an_example(self):
        for command in ((), *((name,) for name in COMMANDS)):
            done = self.project.run(*command, "--help")
            self.assertEqual((done.code, done.stderr), (0, ""), done)
            self.assertRegex(done.stdout, r"Example: ddltrail \w+")

    def test_no_variable_of_a_library_is_copied_into_the_program(self):
        """Its PostgreSQL module would see the other copy: it searches its own libraries first."""
        relocations = subprocess.run(["readelf", "-rW", str(TOOL)], check=True, capture_output=True, text=True).stdout
        self.assertIn("_RELATIV", relocations)
        self.assertNotIn("_COPY", relocations)

    def test_version(self):
        self.assertRegex(self.project.run("--version").stdout, r"^\d+\.\d+\.\d+\n$")


class CommandLine(unittest.TestCase):
    """A project in the folder `project` with a database that has a log."""

    engine = "sqlite"

    def setUp(self):
        self.database = DATABASES[self.engine]("command_line")
        self.addCleanup(self.database.remove)
        self.database.run(f'CREATE TABLE "{HOSTILE.replace(chr(34), chr(34) * 2)}" (id integer);')
        self.project = self.enterContext(Project())
        self.initialise()

    def initialise(self):
        done = self.project.run("init", self.database.url)
        self.assertEqual(done.code, 0, done)

    def succeed(self, *arguments):
        done = self.project.run(*arguments)
        self.assertEqual(done.code, 0, done)
        return done.stdout

    def test_folder_before_and_after_the_command(self):
        with Project() as elsewhere:
            for arguments in (("-C", self.project.directory, "status"), ("status", "-C", self.project.directory)):
                self.assertEqual(elsewhere.run(*arguments).code, 0)

    def test_log_since(self):
        now = datetime.datetime.now(datetime.timezone.utc)
        def shown(moment):
            return len(json.loads(self.succeed("log", "--json", "--since", moment))["changes"])
        for past in (now - datetime.timedelta(hours=1), now - datetime.timedelta(days=1)):
            for form in ("%Y-%m-%d", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S.%fZ"):
                self.assertGreater(shown(past.strftime(form)), 0, form)
        soon = now + datetime.timedelta(hours=1)
        for form in ("%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%SZ"):
            self.assertEqual(shown(soon.strftime(form)), 0, form)

    def test_log_since_no_date(self):
        for text in ("yesterday", "2026-13-45", "2026-02-30", "2026-01-01T25:00", "1"):
            done = self.project.run("log", "--since", text)
            self.assertEqual((done.code, done.stdout), (64, ""), done)
            self.assertIn(f'"{text}"', done.stderr.splitlines()[0])

    def test_log_without_a_project(self):
        with Project() as elsewhere:
            done = elsewhere.run("log", "--url", self.database.url)
            self.assertEqual(done.code, 0, done)
            self.assertEqual(list(elsewhere.directory.iterdir()), [])

    def test_names_with_line_breaks_keep_their_line(self):
        log = self.succeed("log")
        self.assertEqual(len(log.splitlines()), log.count("#"))
        (self.project.output / "database.ts").unlink()
        told = self.succeed("generate", "--full", "--explain") + self.succeed("log")
        self.assertNotIn("\u001b", told)

    def test_json_is_one_object_with_a_version(self):
        for arguments in (("generate", "--full"), ("generate", "--check"), ("log", "--sql"), ("status",)):
            self.assertEqual(json.loads(self.succeed(*arguments, "--json"))["version"], 1)

    def test_output_that_cannot_be_written_is_an_error(self):
        for arguments in (("generate",), ("log", "--json"), ("status",), ("--help",)):
            done = self.project.run(*arguments, prefix=("sh", "-c", '"$@" >/dev/full', "sh"))
            self.assertEqual(done.code, 1, done)
            self.assertIn("stdout", done.stderr.splitlines()[-2])

    def test_url_of_the_command_line_goes_before_the_configuration_and_that_before_the_variable(self):
        self.project.environment = {"DATABASE_URL": "sqlite:of_the_variable.db"}
        self.succeed("status")
        self.assertIn("of_the_flag.db", self.project.run("status", "--url", "sqlite:of_the_flag.db").stderr)
        (self.project.directory / "ddltrail.toml").write_text("")
        self.assertIn("of_the_variable.db", self.project.run("status").stderr)

    def test_configuration_with_a_byte_order_mark(self):
        path = self.project.directory / "ddltrail.toml"
        path.write_text("\ufeff" + path.read_text())
        self.succeed("status")


class CommandLineOnPostgres(CommandLine):
    engine = "postgres"


class StatusOfABrokenLog(unittest.TestCase):
    def test_reason_with_a_line_break_keeps_its_line(self):
        database = DATABASES["postgres"]("broken_log")
        self.addCleanup(database.remove)
        database.run("CREATE TABLE t (a integer);")
        with Project() as project:
            self.assertEqual(project.run("init", database.url).code, 0)
            database.run("UPDATE ddltrail.log SET is_broken = true, broken_reason = E'one\\ntwo';")
            done = project.run("status")
            self.assertEqual(done.code, 0, done)
            self.assertEqual([line for line in done.stdout.splitlines() if "broken: one two" in line], ["log       broken: one two"])
            self.assertTrue(json.loads(project.run("status", "--json").stdout)["log"]["is_broken"])


class InitThatFails(unittest.TestCase):
    """Nothing is left that keeps a second try from working."""

    def setUp(self):
        self.database = DATABASES["sqlite"]("init")
        self.addCleanup(self.database.remove)
        self.project = self.enterContext(Project())

    def test_no_database_leaves_nothing_behind(self):
        (self.project.directory / "notes.txt").write_text("These are notes, not a database. " * 100)
        for url in ("sqlite:missing.db", "sqlite:notes.txt", "postgresql://nobody@127.0.0.1:1/none", "nonsense"):
            self.assertNotEqual(self.project.run("init", url).code, 0)
            self.assertEqual([path.name for path in self.project.directory.iterdir()], ["notes.txt"])

    def test_file_in_the_way_leaves_no_configuration_behind(self):
        self.project.output.mkdir(parents=True)
        mine = self.project.output / "database.ts"
        mine.write_text("mine")
        self.assertEqual(self.project.run("init", self.database.url).code, 1)
        self.assertFalse((self.project.directory / "ddltrail.toml").exists())
        mine.unlink()
        done = self.project.run("init", self.database.url)
        self.assertEqual(done.code, 0, done)

    def test_second_init_does_not_touch_its_database(self):
        self.assertEqual(self.project.run("init", self.database.url).code, 0)
        other = DATABASES["sqlite"]("other")
        self.addCleanup(other.remove)
        self.assertEqual(self.project.run("init", other.url).code, 1)
        self.assertEqual(other.rows("SELECT name FROM sqlite_schema"), [])

    def test_no_name_for_the_output_folder(self):
        done = self.project.run("init", self.database.url, "--output", "")
        self.assertEqual(done.code, 1, done)
        self.assertIn("typescript.output", done.stderr)
        self.assertEqual(list(self.project.directory.iterdir()), [])
