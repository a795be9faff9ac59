"""Incremental output equals clean output, byte for byte, for long random sequences of DDL; half of the runs are
killed with SIGKILL at a random moment and the next one has to heal what they left. And an incremental run writes
exactly the files that differ between clean runs before and after, each with a chain from a row of the log to it.

DDLTRAIL_SEED repeats a run, DDLTRAIL_STEPS sets its length.
"""

import contextlib
import json
import os
import pathlib
import random
import re
import sqlite3
import tempfile
import time
import unittest

from e2e.databases import DATABASES
from e2e.random_ddl import RANDOM_DDL
from e2e.test_custom_files import FILES, template
from support.sqlite import SqliteError
from support.tool import Project

SEED = int(os.environ.get("DDLTRAIL_SEED") or random.SystemRandom().randrange(10**6))
STEPS = int(os.environ.get("DDLTRAIL_STEPS", "80"))
COMPARE_EVERY = 10
OWN_TYPES = """header = "eslint-disable"
[typescript.types]
text = "Name | string"
[typescript.columns]
"public.users.value" = "unknown"
[typescript.imports]
Name = "../name.js"
"""
MANIFEST = "ddltrail.manifest.json"
ACTIONS = {"created": "create", "rewrote": "rewrite", "deleted": "delete"}


def objects_known(project):
    """What the state of a project holds of the schema: that it is right is what later runs rely on."""
    with contextlib.closing(sqlite3.connect(project.directory / ".ddltrail" / "state.db")) as state:
        objects = state.execute("SELECT family, schema_name, object_name, definition FROM object").fetchall()
        names = state.execute("SELECT o.family, o.schema_name, object_name, role, n.schema_name, name FROM naming n"
                              " JOIN object o ON o.id = n.object").fetchall()
    return sorted(objects), sorted(names)


def log_ids(database):
    log = "ddltrail.change_log" if database.engine == "postgres" else "ddltrail_change_log"
    return {row["id"] for row in database.rows(f"SELECT id FROM {log}")}


def stamps(folder):
    """Path -> what changes where a file is written again."""
    return {str(path.relative_to(folder)): (path.stat().st_ino, path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


def differing(one, two):
    return {path for path in {*one, *two} if one.get(path) != two.get(path)}


def read_json(printed):
    """Path -> action and reasons, of `generate --json`."""
    return {file["path"]: (file["action"], file["reasons"]) for file in json.loads(printed)["files"]}


def read_explain(printed):
    """The same of `generate --explain`."""
    files = {}
    for line in printed.split("\n")[:-2]:
        if line.startswith("    "):
            files[path][1].append(line.strip())
        else:
            word, path = line.split(" ", 1)
            files[path] = (ACTIONS[word], [])
    return files


class Run:
    """One database under random DDL, and a project that follows it."""

    def __init__(self, test, engine):
        self.test = test
        self.database = DATABASES[engine]("random")
        self.ddl = RANDOM_DDL[engine](self.database, SEED)
        self.random = random.Random(SEED)
        self.options = self.random.choice(["", "parsers = true\nbrands = true\n"]) + self.random.choice(["", "singular = true\n"]) + "repositories = true\n"
        self.options += self.random.choice(["", "one_file = true\n"])
        self.options += self.random.choice(["", "partitions = true\n"])
        self.options += self.random.choice(["", OWN_TYPES])
        self.options += self.random.choice(["", self.templates()])
        self.options += self.random.choice(["", '[generate]\nexclude = ["*.?sers", "*.*a?b*", "*.order*"]\n'])
        self.project = Project(self.database.url, options=self.options)
        self.statements = []
        self.tried = 0
        self.failures = 0
        self.kills = 0
        self.written = 0

    def templates(self):
        """For tables and for the whole database."""
        self.folder = tempfile.TemporaryDirectory(prefix="ddltrail-templates-")
        for name, text in FILES.items():
            pathlib.Path(self.folder.name, name).write_text(text)
        return template(f"{self.folder.name}/own", "table", "own/{{schema}}/{{name}}.ts") + template(f"{self.folder.name}/all", "database", "all.md")

    def remove(self):
        self.folder.cleanup()
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
                self.write_exactly(self.compare())
        while self.kills == 0 or self.written == 0:  # few steps can go by without
            self.generate_killed(self.typical_seconds / 2)
            self.write_exactly(self.compare())
        self.compare()
        self.test.assertLess(self.failures, self.tried * 0.6, "too many statements fail to test much")

    def one_step(self):
        self.tried += 1
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
            self.generate_killed(1.3 * self.typical_seconds)
        else:
            self.generate(self.project)

    def generate_killed(self, longest):
        self.statements.append("-- generate, killed")
        self.kills += self.project.run_killed(self.random.uniform(0, longest), "generate")

    def generate(self, project, *options):
        self.statements.append(f"-- generate {' '.join(options)}")
        done = project.run("generate", *options)
        self.test.assertEqual(done.code, 0, f"{done}\n{self.story()}")
        return done.stdout

    def write_exactly(self, before):
        """`before`: the files of a clean run."""
        old_stamps, old_rows = stamps(self.project.output), log_ids(self.database)
        for _ in range(self.random.randint(1, 3)):
            self.one_step()
        option, read = self.random.choice([("--json", read_json), ("--explain", read_explain)])
        written = read(self.generate(self.project, option))
        new_stamps, new_rows = stamps(self.project.output), log_ids(self.database) - old_rows
        after = self.clean_files()
        self.test.assertEqual({path: action for path, (action, _) in written.items()},
                              {path: "delete" if path not in after else "rewrite" if path in before else "create"
                               for path in differing(before, after)}, self.story())
        self.test.assertEqual(differing(old_stamps, new_stamps), set(written), self.story())
        for path, (_, reasons) in written.items():
            self.check_chain(path, reasons, new_rows)
        self.written += len(written)

    def check_chain(self, path, reasons, rows):
        """`rows`: those of the log that are new."""
        self.test.assertNotEqual(reasons, [], f"{path}\n{self.story()}")
        for reason in [] if path == MANIFEST else reasons:
            begin = re.match(r"#(\d+) \w", reason)
            self.test.assertTrue(begin and int(begin[1]) in rows, f"{path}: {reason}\n{self.story()}")

    def clean_files(self):
        with Project(self.database.url, options=self.options) as clean:
            self.generate(clean, "--full")
            return clean.tree()

    def compare(self):
        """Returns the files, which are those of a clean run."""
        self.generate(self.project)
        with Project(self.database.url, options=self.options) as clean:
            self.generate(clean, "--full")
            incremental, full = self.project.tree(), clean.tree()
            self.test.assertEqual(objects_known(self.project), objects_known(clean), self.story())
        self.test.assertEqual(sorted(incremental), sorted(full), self.story())
        different = [path for path in full if incremental[path] != full[path]]
        self.test.assertEqual(different, [], self.story())
        once, twice = self.project.snapshots(self.database.url)
        self.test.assertEqual(twice, once, self.story())
        self.statements.append("-- equal so far")
        return full

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
