"""Plans for SQLite: each file of cases/sqlite is planned, applied to a database with rows, and judged."""

import pathlib
import unittest

from cases.migration_case import MigrationCase
from support import sqlite
from support.tool import Project

CASES = sorted((pathlib.Path(__file__).parent / "sqlite").glob("*.sql"))


class SqliteMigrations(unittest.TestCase):
    def setUp(self):
        self.project = self.enterContext(Project())

    def database(self, name, sql):
        path = self.project.directory / name
        sqlite.shell(path, sql, extension=False)
        return path

    def plan(self, start, end, arguments):
        """The script; run with the rest of what the tool says where it fails."""
        done = self.project.run("migration", "plan", "--from", f"sqlite:{start}", "--to", f"sqlite:{end}", *arguments)
        self.assertEqual(done.code, 0, done)
        return done.stdout

    def assert_equal(self, one, other):
        done = self.project.run("diff", f"sqlite:{one}", f"sqlite:{other}")
        self.assertEqual((done.code, done.stdout), (0, ""), done)
        self.assertEqual(self.plan(one, other, []), "")

    def assert_sound(self, database):
        self.assertEqual(sqlite.shell(database, "PRAGMA integrity_check;", extension=False), "ok\n")
        self.assertEqual(sqlite.shell(database, "PRAGMA foreign_key_check;", extension=False), "")

    def judge(self, case):
        subject = self.database("subject.db", case.sections["from"])
        before = self.database("before.db", case.sections["from"])
        after = self.database("after.db", case.sections["to"])
        sqlite.shell(subject, "PRAGMA foreign_keys = ON;\n" + self.plan(subject, after, case.arguments()), extension=False)
        self.assert_equal(subject, after)
        self.assert_sound(subject)
        for query, lines in case.kept:
            self.assertEqual(sqlite.shell(subject, query, extension=False).splitlines(), lines, query)
        if case.has_way_back:
            sqlite.shell(subject, self.plan(subject, before, case.arguments("back")), extension=False)
            self.assert_equal(subject, before)


def test_of(path):
    return lambda self: self.judge(MigrationCase(path))


for each in CASES:
    setattr(SqliteMigrations, f"test_{each.stem}", test_of(each))
