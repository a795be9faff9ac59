"""Plans for SQLite: each file of cases/sqlite is planned, applied to a database with rows, and judged."""

import pathlib
import re
import shutil
import unittest

from cases.hazards import ALL_ALLOWED, hazards_of, questions_of
from cases.migration_case import MigrationCase
from cases.sqlite_rows import all_rows
from support import sqlite
from support.sqlite import SqliteError
from support.tool import Project

CASES = sorted((pathlib.Path(__file__).parent / "sqlite").glob("*.sql"))
RENAME = re.compile(r"(table|column):(?:(.*)\.)?([^.]*)=(.*)")


def turned(arguments):
    """The renames of a plan for the way back."""
    renames = [RENAME.fullmatch(word).groups() for word in arguments if RENAME.fullmatch(word)]
    tables = {former: later for kind, _, former, later in renames if kind == "table"}
    back = []
    for kind, table, former, later in renames:
        owner = f"{tables.get(table, table)}." if kind == "column" else ""
        back += ["--rename", f"{kind}:{owner}{later}={former}"]
    return back


class SqliteMigrations(unittest.TestCase):
    def setUp(self):
        self.project = self.enterContext(Project())

    def database(self, name, sql):
        path = self.project.directory / name
        sqlite.shell(path, sql, extension=False)
        return path

    def run_plan(self, start, end, arguments):
        return self.project.run("migration", "plan", "--from", f"sqlite:{start}", "--to", f"sqlite:{end}", *arguments)

    def plan(self, start, end, arguments):
        """The script; fails with the rest of what the tool says where it fails."""
        done = self.run_plan(start, end, [*arguments, *ALL_ALLOWED])
        self.assertEqual(done.code, 0, done)
        return done.stdout

    def apply(self, script, path):
        """As an application does that has foreign keys on."""
        sqlite.shell(path, "PRAGMA foreign_keys = ON;\n" + script, extension=False)

    def assert_reached(self, path, wanted, script):
        """No reader of schemas sees a difference, and nothing is left to do."""
        told = self.project.run("diff", f"sqlite:{path}", f"sqlite:{wanted}")
        self.assertEqual((told.code, told.stdout), (0, ""), f"{told}\n{script}")
        prints = [self.project.run("snapshot", f"sqlite:{each}", "--fingerprint").stdout for each in (path, wanted)]
        self.assertEqual(prints[0], prints[1], script)
        self.assertEqual(self.plan(path, wanted, []), "", script)
        self.assertEqual(sqlite.shell(path, "PRAGMA integrity_check;", extension=False), "ok\n", script)

    def assert_refused(self, start, end, case):
        """Each hazard must be allowed by its name, and no other is shown."""
        done = self.run_plan(start, end, case.arguments())
        shown = hazards_of(done)
        self.assertEqual(shown - {"table-rewrite"}, set(case.lines("refused")), done)
        self.assertEqual((done.code, done.stdout == ""), (3, True) if shown else (0, done.stdout == ""), done)

    def assert_asked(self, start, end, case):
        """Each can be answered."""
        if "asks" not in case.given:
            return
        asked = questions_of(self.run_plan(start, end, case.arguments()))
        self.assertCountEqual(asked, case.lines("asks"))
        for rename in asked:
            self.plan(start, end, [*case.arguments(), "--rename", rename, "--no-verify"])

    def assert_text(self, script, case):
        for pattern in case.lines("has"):
            self.assertRegex(script, pattern)
        for pattern in case.lines("lacks"):
            self.assertNotRegex(script, pattern)

    def assert_stops(self, script, path, error):
        before = shutil.copy(path, self.project.directory / "unchanged.db")
        with self.assertRaisesRegex(SqliteError, error):
            self.apply(script, path)
        self.assertEqual(all_rows(path), all_rows(before))
        self.assert_reached(path, before, script)

    def assert_kept(self, path, case, script):
        for query, lines in case.queries("kept"):
            self.assertEqual(sqlite.shell(path, query, extension=False).splitlines(), lines, f"{query}\n{script}")

    def assert_goes_back(self, path, case):
        before = self.project.directory / "before.db"
        script = self.plan(path, before, turned(case.arguments()))
        if case.sections["back stops"]:
            self.assert_stops(script, path, case.sections["back stops"].strip())
            return
        self.apply(script, path)
        self.assert_reached(path, before, script)
        lost = case.lines("lost")
        self.assertEqual(all_rows(path, lost), all_rows(before, lost), script)

    def judge(self, case):
        before, after = self.database("before.db", case.sections["from"]), self.database("after.db", case.sections["to"])
        self.assert_refused(before, after, case)
        self.assert_asked(before, after, case)
        script = self.plan(before, after, case.arguments())
        self.assert_text(script, case)
        subject = shutil.copy(before, self.project.directory / "subject.db")
        if case.sections["stops"]:
            self.assert_stops(script, subject, case.sections["stops"].strip())
            return
        self.apply(script, subject)
        self.assert_reached(subject, after, script)
        migrated = shutil.copy(subject, self.project.directory / "migrated.db")
        self.assert_kept(migrated, case, script)
        self.assert_goes_back(subject, case)


def test_of(path):
    return lambda self: self.judge(MigrationCase(path))


for each in CASES:
    setattr(SqliteMigrations, f"test_{each.stem}", test_of(each))
