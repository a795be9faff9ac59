"""Incremental output equals clean output, byte for byte, for long random sequences of DDL; half of the runs are
killed with SIGKILL at a random moment and the next one has to heal what they left.

DDLTRAIL_SEED repeats a run, DDLTRAIL_STEPS sets its length.
"""

import contextlib
import os
import random
import sqlite3
import time
import unittest

from e2e.databases import DATABASES
from e2e.random_ddl import RANDOM_DDL
from support.sqlite import SqliteError
from support.tool import Project

SEED = int(os.environ.get("DDLTRAIL_SEED") or random.SystemRandom().randrange(10**6))
STEPS = int(os.environ.get("DDLTRAIL_STEPS", "150"))
COMPARE_EVERY = 10


def objects_known(project):
    """What the state of a project holds of the schema: that it is right is what later runs rely on."""
    with contextlib.closing(sqlite3.connect(project.directory / ".ddltrail" / "state.db")) as state:
        objects = state.execute("SELECT family, schema_name, object_name, definition FROM object").fetchall()
        names = state.execute("SELECT o.family, o.schema_name, object_name, role, n.schema_name, name FROM naming n"
                              " JOIN object o ON o.id = n.object").fetchall()
    return sorted(objects), sorted(names)


class Run:
    """One database under random DDL, and a project that follows it."""

    def __init__(self, test, engine):
        self.test = test
        self.database = DATABASES[engine]("random")
        self.ddl = RANDOM_DDL[engine](self.database, SEED)
        self.random = random.Random(SEED)
        self.options = self.random.choice(["", "parsers = true\nbrands = true\n"]) + "repositories = true\n"
        self.project = Project(self.database.url, options=self.options)
        self.statements = []
        self.failures = 0
        self.kills = 0

    def remove(self):
        self.project.remove()
        self.database.remove()

    def go(self):
        self.database.install_log()
        started = time.monotonic()
        self.generate(self.project)
        self.typical_seconds = time.monotonic() - started
        for number in range(1, STEPS + 1):
            self.one_step()
            if self.random.random() < 0.35:
                self.generate_or_kill()
            if number % COMPARE_EVERY == 0:
                self.compare()
        self.compare()
        self.test.assertLess(self.failures, STEPS / 2, "too many statements fail to test much")
        self.test.assertGreater(self.kills, 0)

    def one_step(self):
        statement = self.ddl.step()
        if statement is None:
            return
        is_unlogged = self.is_unlogged()
        self.statements.append(statement + (";  -- unlogged" if is_unlogged else ";"))
        try:
            (self.database.run_unlogged if is_unlogged else self.database.run)(statement + ";")
        except (RuntimeError, SqliteError):  # refused by the database
            self.failures += 1
            self.statements[-1] += "  -- failed"

    def is_unlogged(self):
        """SQLite catches up with writers that have no extension; PostgreSQL cannot know of them."""
        return self.database.engine == "sqlite" and self.random.random() < 0.2

    def generate_or_kill(self):
        if self.random.random() < 0.5:
            self.statements.append("-- generate, killed")
            self.kills += self.project.run_killed(self.random.uniform(0, 1.3 * self.typical_seconds), "generate")
        else:
            self.generate(self.project)

    def generate(self, project, *options):
        self.statements.append(f"-- generate {' '.join(options)}")
        done = project.run("generate", *options)
        self.test.assertEqual(done.code, 0, f"{done}\n{self.story()}")

    def compare(self):
        self.generate(self.project)
        with Project(self.database.url, options=self.options) as clean:
            self.generate(clean, "--full")
            incremental, full = self.project.tree(), clean.tree()
            self.test.assertEqual(objects_known(self.project), objects_known(clean), self.story())
        self.test.assertEqual(sorted(incremental), sorted(full), self.story())
        different = [path for path in full if incremental[path] != full[path]]
        self.test.assertEqual(different, [], self.story())
        self.statements.append("-- equal so far")

    def story(self):
        """What happened since the last time that all was well."""
        last_good = max((i for i, s in enumerate(self.statements) if s == "-- equal so far"), default=-1)
        return f"DDLTRAIL_SEED={SEED}\n" + "\n".join(self.statements[last_good + 1:])


class RandomDdlTest(unittest.TestCase):
    def run_engine(self, engine):
        print(f"random DDL on {engine}: DDLTRAIL_SEED={SEED} DDLTRAIL_STEPS={STEPS}", flush=True)
        run = Run(self, engine)
        self.addCleanup(run.remove)
        run.go()

    def test_postgres(self):
        self.run_engine("postgres")

    def test_sqlite(self):
        self.run_engine("sqlite")
