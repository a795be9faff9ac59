"""Plans between random schemas of SQLite with rows in them: what they make of one must be the other, there and back, and no
row and no value goes with a table or column that stays. Where rows break a new rule, the plan must have said so and change
nothing. DDLTRAIL_PAIRS is how many pairs are tried; a full run takes 500."""

import contextlib
import os
import random
import re
import shutil
import sqlite3
import unittest

from cases.hazards import ALL_ALLOWED
from cases.sqlite_rows import all_rows, columns_of, quoted, tables_of
from e2e.random_ddl import SqliteRandomDdl
from support.sqlite import SqliteError
from support.tool import Project

SEED = int(os.environ.get("DDLTRAIL_SEED") or 1)
PAIRS = int(os.environ.get("DDLTRAIL_PAIRS") or 50)

VALUES = [None, 0, 1, 7, -5, 2.5, 3.0, "x", "it's", "12", "007", "", "größe", b"\x00\xff"]


class Database:
    """A file, through the driver of Python: no process for each statement."""

    def __init__(self, path):
        self.path = path
        self.run_unlogged("PRAGMA user_version = 1")

    @contextlib.contextmanager
    def connection(self):
        try:
            with contextlib.closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
                connection.execute("PRAGMA synchronous = OFF")
                yield connection
        except sqlite3.Error as error:
            raise SqliteError(str(error)) from error

    def run_unlogged(self, sql):
        with self.connection() as connection:
            connection.executescript(sql)

    def rows(self, query):
        with self.connection() as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(query)]


def same_value(one, other):
    """Where a type changed: 12 is '12', and 3.0 is 3."""
    if one == other or (one is None) != (other is None) or isinstance(one, bytes) != isinstance(other, bytes):
        return one == other
    with contextlib.suppress(ValueError):
        return float(one) == float(other)
    return False


class RandomSqliteMigrations(unittest.TestCase):
    def setUp(self):
        self.project = self.enterContext(Project())
        self.database = Database(self.project.directory / "random.db")
        self.ddl = SqliteRandomDdl(self.database, SEED)
        self.random = random.Random(SEED)
        self.refused = self.values = 0

    def walk(self):
        """Some statements further; a schema that SQLite can alter."""
        for _ in range(self.random.randint(1, 12)):
            statement = self.ddl.step()
            with contextlib.suppress(SqliteError):  # refused
                self.database.run_unlogged((statement or "") + ";")
        while broken := self.ddl.broken_view():
            self.database.run_unlogged(f"DROP VIEW {quoted(broken)};")

    def copy(self, name):
        return shutil.copy(self.database.path, self.project.directory / name)

    def add_rows(self, path):
        """Those that the rules of the tables let in."""
        with Database(path).connection() as connection:
            for table in tables_of(connection):
                columns = columns_of(connection, table)
                for _ in range(3):
                    with contextlib.suppress(sqlite3.Error):
                        connection.execute(f"INSERT INTO {quoted(table)} ({', '.join(map(quoted, columns))}) VALUES ({', '.join('?' * len(columns))})",
                                           [self.random.choice(VALUES) for _ in columns])

    def apply(self, script, path, planned):
        """False where rows break a new rule."""
        try:
            Database(path).run_unlogged(script)
            return True
        except SqliteError as error:
            self.assertIn("hazard: may-fail", planned.stderr, f"{error}\n{planned}")
            self.assertRegex(str(error), "CHECK constraint failed: (table|column) ", f"found only when much was done: {planned}")
            return False

    def assert_kept(self, before, after, planned):
        """Rows and values of all that stays, in whatever case its name is written."""
        lost = {name.lower() for name in re.findall(r"^hazard: data-loss: (.*): [^:()]*(?: \(rows: \d+\))?$", planned.stderr, re.MULTILINE)}
        found = {table.lower(): rows for table, rows in after.items()}
        for table, (columns, rows) in before.items():
            if f"table {table}".lower() in lost:
                continue
            columns_after, rows_after = found[table.lower()]
            self.assertEqual(len(rows), len(rows_after), f"{table}: {planned}")
            for at, name in enumerate(columns):
                if f"column {table}.{name}".lower() in lost or name.lower() not in map(str.lower, columns_after):
                    continue
                later = [column.lower() for column in columns_after].index(name.lower())
                self.assert_same(self.values_of(rows, at - len(columns)), self.values_of(rows_after, later - len(columns_after)), f"{table}.{name}: {planned}")

    @staticmethod
    def values_of(rows, column):
        """In an order that types do not change."""
        return sorted((row[column] for row in rows), key=lambda value: (value is None, isinstance(value, bytes), str(value).removesuffix(".0")))

    def assert_same(self, before, after, what):
        self.values += len(before)
        self.assertTrue(all(map(same_value, before, after)), f"{what}\n{before}\n{after}")

    def assert_leads(self, start, end):
        self.add_rows(start)
        before = all_rows(start)
        plan = ["migration", "plan", "--from", f"sqlite:{start}", "--to", f"sqlite:{end}", *ALL_ALLOWED]
        planned = self.project.run(*plan)
        self.assertEqual(planned.code, 0, planned)
        if not self.apply(planned.stdout, start, planned):
            self.refused += 1
            self.assertEqual(all_rows(start), before, planned)
            return
        self.assert_kept(before, all_rows(start), planned)
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
                old = shutil.copy(before, self.project.directory / "old.db")
                self.assert_leads(before, after)
                self.assert_leads(again, old)
        print(f"{2 * PAIRS - self.refused} plans were carried out with {self.values} values, {self.refused} stopped by rows", flush=True)
        self.assertLess(self.refused, PAIRS, "too many are refused to test much")
