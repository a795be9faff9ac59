"""What the log says is exact: random DDL over every kind of object in random transactions, with savepoints, rollbacks and caught
errors; after each transaction the log is compared with the catalogs.

DDLTRAIL_SEED repeats a run, DDLTRAIL_STEPS is the number of transactions.
"""

import collections
import os
import random
import unittest

from postgres import log_checks
from postgres.random_ddl import SETUP, RandomDdl
from support import cluster
from support.session import Session, SqlError

SEED = int(os.environ.get("DDLTRAIL_SEED") or random.SystemRandom().randrange(10**6))
STEPS = int(os.environ.get("DDLTRAIL_STEPS", "40"))
DATABASE = "replay"


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


# Internal errors that the server raises by itself: it stumbles over the rules of a view that goes with a type, and refuses to
# rename the trigger of a partition.
INTERNAL = ("could not open relation with OID", "cannot rename trigger")


def is_our_doing(error):
    """Nothing that is refused may be."""
    is_internal = error.sqlstate.startswith("XX") and not any(text in str(error) for text in INTERNAL)
    return is_internal or "ddltrail" in str(error)


class Worker:
    """Runs random transactions; `history` holds the statements of the last one, with what became of them."""

    def __init__(self, session, generator, random):
        self.session = session
        self.ddl = generator
        self.random = random
        self.history = []
        self.refusals = collections.Counter()

    def transaction(self):
        self.history = []
        self.random.choice([self.single, self.single, self.block, self.block, self.caught, self.nested])()

    def run(self, sql):
        self.history.append(sql)
        try:
            self.session.run(sql)
            return True
        except SqlError as error:
            self.history[-1] += f"  -- {error.sqlstate}"
            self.refusals[error.sqlstate] += 1
            if is_our_doing(error):
                raise
            return False

    def single(self):
        self.run(self.ddl.statement())

    def some(self, most):
        for _ in range(self.random.randint(1, most)):
            self.run(self.ddl.statement())

    def block(self):
        self.run("BEGIN")
        for _ in range(self.random.randint(1, 3)):
            self.some(3)
            self.run("SAVEPOINT here")
            self.some(2)
            self.run(self.random.choice(["ROLLBACK TO here", "RELEASE here", "SAVEPOINT there"]))
        self.run(self.random.choice(["COMMIT", "COMMIT", "ROLLBACK"]))

    def caught(self):
        """In a DO block: one statement, then some that are undone, or not, then one more."""
        first, *undone = self.ddl.statements(3)
        last = self.ddl.statement()
        executes = "".join(f" EXECUTE {quoted(sql)};" for sql in undone)
        error = self.random.choice([" RAISE EXCEPTION 'undo';", ""])
        self.run(f"DO $do$ BEGIN EXECUTE {quoted(first)}; BEGIN{executes}{error} EXCEPTION WHEN OTHERS THEN NULL; END;"
                 f" BEGIN EXECUTE {quoted(last)}; EXCEPTION WHEN OTHERS THEN NULL; END; END $do$")

    def nested(self):
        statements = ", ".join(map(quoted, self.ddl.statements(5)))
        self.run(f"SELECT public.in_turn(ARRAY[{statements}])")


class ReplayTest(unittest.TestCase):
    def setUp(self):
        print(f"replay: DDLTRAIL_SEED={SEED} DDLTRAIL_STEPS={STEPS}", flush=True)
        server = cluster.shared()
        server.create_database(DATABASE)
        server.psql(f"CREATE EXTENSION ddltrail; {SETUP}", DATABASE)
        self.addCleanup(server.psql, f"DROP DATABASE {DATABASE} WITH (FORCE); DROP ROLE replay_owner, replay_reader")
        self.checker = self.enterContext(Session(server, DATABASE))
        self.checker.run("SET jit = off", "SET search_path = pg_catalog", log_checks.KEPT)
        session = self.enterContext(Session(server, DATABASE))
        session.run("\\set ON_ERROR_ROLLBACK on", "SET search_path = one, public")
        chance = random.Random(SEED)
        self.worker = Worker(session, RandomDdl(session.value, chance), chance)

    def test_random_ddl(self):
        for step in range(STEPS):
            self.worker.transaction()
            self.assertEqual(self.findings(), [], self.story(step))
            if step % 10 == 0:
                self.checker.run(log_checks.KEEP)
        self.assertEqual(self.checker.run(log_checks.PAST), [], "schema_at() of moments that were kept")
        print(f"replay: {self.checker.value('SELECT count(*) FROM ddltrail.change_log')} rows, refused: "
              f"{self.worker.refusals.total()}", flush=True)

    def findings(self):
        return [f"{name}: {row}" for name, query in log_checks.CHECKS.items() for row in self.checker.run(query)]

    def story(self, step):
        return "\n".join([f"after transaction {step} of seed {SEED}:", *self.worker.history])
