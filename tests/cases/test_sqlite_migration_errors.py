"""What cannot be planned for SQLite is refused with one clear error, and nothing is printed as a script."""

import unittest

from support import sqlite
from support.tool import Project

SCHEMA = "CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER CHECK (n > 0)); CREATE INDEX i ON t (n);"


class SqliteMigrationErrors(unittest.TestCase):
    def setUp(self):
        self.project = self.enterContext(Project())
        self.database("sound.db", SCHEMA)

    def database(self, name, sql):
        sqlite.shell(self.project.directory / name, sql, extension=False)

    def assert_error(self, start, end, text, *arguments):
        done = self.project.run("migration", "plan", "--from", start, "--to", end, *arguments)
        self.assertEqual((done.code, done.stdout), (1, ""), done)
        self.assertIn(text, done.stderr)
        self.assertEqual(done.stderr.count("ddltrail: ") - done.stderr.count("warning: "), 1, done)

    def test_table_whose_text_is_damaged(self):
        self.database("damaged.db", f"{SCHEMA} PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE t (n ' WHERE name = 't';")
        self.assert_error("sqlite:damaged.db", "sqlite:sound.db", 'the table cannot be read: "t"')
        self.assert_error("sqlite:sound.db", "sqlite:damaged.db", 'the table cannot be read: "t"')

    def test_file_that_is_no_database(self):
        (self.project.directory / "no.db").write_text("This is a letter and not a database, however long it may be." * 20)
        self.assert_error("sqlite:sound.db", "sqlite:no.db", "not a SQLite database")

    def test_file_that_is_missing(self):
        self.assert_error("sqlite:missing.db", "sqlite:sound.db", "no such database file")

    def test_script_that_fails(self):
        (self.project.directory / "wrong.sql").write_text("CREATE TABLE t (id INTEGER PRIMARY KEY; n);")
        self.assert_error("sqlite:sound.db", "wrong.sql", "the script failed")

    def test_rename_of_what_is_not_there(self):
        self.assert_error("sqlite:sound.db", "sqlite:sound.db", "what is renamed is not in the first schema", "--rename", "table:u=t")
