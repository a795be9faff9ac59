"""Plans between random schemas of SQLite with rows in them: what they make of one must be the other, there and back, and no
row goes with a table that stays. Where rows break a new rule, the plan must have said so and change nothing."""

import os
import random
import shutil
import unittest

from e2e.databases import SqliteTestDatabase
from e2e.random_ddl import SqliteRandomDdl, quoted
from support import sqlite
from support.sqlite import SqliteError
from support.tool import Project

SEED = int(os.environ.get("DDLTRAIL_SEED") or 1)
PAIRS = int(os.environ.get("DDLTRAIL_PAIRS") or 25)


class RandomSqliteMigrations(unittest.TestCase):
    def setUp(self):
        self.project = self.enterContext(Project())
        self.database = SqliteTestDatabase("random")
        self.addCleanup(self.database.remove)
        self.ddl = SqliteRandomDdl(self.database, SEED)
        self.random = random.Random(SEED)
        self.refused = 0

    def walk(self):
        """Some statements further; a schema that SQLite can alter."""
        for _ in range(self.random.randint(1, 12)):
            statement = self.ddl.step()
            try:
                self.database.run_unlogged((statement or "") + ";")
            except SqliteError:  # refused
                pass
        while broken := self.ddl.broken_view():
            self.database.run_unlogged(f"DROP VIEW {quoted(broken)};")

    def copy(self, name):
        path = self.project.directory / name
        shutil.copy(self.database.path, path)
        return path

    def counts(self, path):
        """Rows of each table."""
        tables = sqlite.rows(path, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", extension=False)
        return {row["name"]: sqlite.rows(path, f"SELECT count(*) AS n FROM {quoted(row['name'])}", extension=False)[0]["n"] for row in tables}

    def add_rows(self, path):
        for table in self.counts(path):
            try:
                sqlite.shell(path, f"INSERT INTO {quoted(table)} DEFAULT VALUES;", extension=False)
            except SqliteError:  # it wants more than defaults
                pass

    def apply(self, script, path, planned):
        """False where rows break a new rule."""
        try:
            sqlite.shell(path, script, extension=False)
            return True
        except SqliteError as error:
            self.assertIn("hazard: may-fail", planned.stderr, f"{error}\n{planned}")
            return False

    def assert_leads(self, start, end):
        self.add_rows(start)
        before = self.counts(start)
        plan = ["migration", "plan", "--from", f"sqlite:{start}", "--to", f"sqlite:{end}", "--allow", "data-loss", "--allow", "may-fail"]
        planned = self.project.run(*plan)
        self.assertEqual(planned.code, 0, planned)
        if not self.apply(planned.stdout, start, planned):
            self.refused += 1
            self.assertEqual(self.counts(start), before, planned)
            return
        after = self.counts(start)
        staying = [name for name in before if name in after and f"hazard: data-loss: table {name}: its rows are gone" not in planned.stderr]
        self.assertEqual({name: after[name] for name in staying}, {name: before[name] for name in staying}, planned)
        told = self.project.run("diff", f"sqlite:{start}", f"sqlite:{end}")
        self.assertEqual((told.code, told.stdout), (0, ""), planned)
        self.assertEqual(self.project.run(*plan).stdout, "", planned)

    def test_there_and_back(self):
        print(f"random pairs of schemas: DDLTRAIL_SEED={SEED} DDLTRAIL_PAIRS={PAIRS}", flush=True)
        for number_of_pair in range(PAIRS):
            with self.subTest(pair=number_of_pair):
                self.walk()
                before = self.copy("before.db")
                self.walk()
                after, again = self.copy("after.db"), self.copy("again.db")
                old = self.project.directory / "old.db"
                shutil.copy(before, old)
                self.assert_leads(before, after)
                self.assert_leads(again, old)
        self.assertLess(self.refused, PAIRS, "too many are refused to test much")
