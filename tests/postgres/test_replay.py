"""What the log says is exact: random DDL over every kind of object in random transactions, with savepoints, rollbacks and caught
errors; after each transaction the log is compared with the catalogs.

Six sessions then do the same to the same objects at once, waiting for each other, at every isolation level, in two phases and
CONCURRENTLY; then the names that the log tells are compared, and that it is sound. What definitions say of other objects may lag
behind a rename beside it, since nothing locks those: README, Limits.

DDLTRAIL_SEED repeats a run (not how sessions meet), DDLTRAIL_STEPS is the number of transactions of the one session,
DDLTRAIL_SECONDS how long the six have.
"""

import collections
import contextlib
import os
import random
import threading
import time
import unittest

from postgres import log_checks
from postgres.random_ddl import CONCURRENTLY, SETUP, NothingThere, RandomDdl
from support import cluster
from support.session import Session, SqlError

SEED = int(os.environ.get("DDLTRAIL_SEED") or random.SystemRandom().randrange(10**6))
STEPS = int(os.environ.get("DDLTRAIL_STEPS", "60"))
SECONDS = float(os.environ.get("DDLTRAIL_SECONDS", "3"))
DATABASE = "replay"


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


# Nothing locks what refers to types, routines and schemas against their renaming, nor an index that is made CONCURRENTLY.
UNLOCKED = r"(TYPE|DOMAIN|ROUTINE|FUNCTION|AGGREGATE|SCHEMA|STATISTICS|INDEX) \{|DROP TYPE|IN SCHEMA|OWNER TO"

# Internal errors that the server raises by itself: it stumbles over the rules of a view that goes with a type, and refuses to
# rename the trigger of a partition.
INTERNAL = ("could not open relation with OID", "cannot rename trigger")


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
            if self.is_our_doing(error):
                raise
            return False

    def is_our_doing(self, error):
        """Nothing that is refused may be."""
        is_internal = error.sqlstate.startswith("XX") and not any(text in str(error) for text in INTERNAL)
        return is_internal or "ddltrail" in str(error)

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


class Contender(threading.Thread, Worker):
    """One of several sessions on the same objects: it gives up where it has to wait long, and is refused what others have just
    changed under it."""

    def __init__(self, number, server, levels, until):
        threading.Thread.__init__(self, daemon=True)
        session = Session(server, DATABASE)
        session.run("\\set ON_ERROR_ROLLBACK on", "SET search_path = one, public", "SET lock_timeout = '200ms'",
                    "SET statement_timeout = '5s'")
        chance = random.Random(SEED * 100 + number)
        Worker.__init__(self, session, RandomDdl(self.ask, chance, f"s{number}_", UNLOCKED), chance)
        self.number = number
        self.levels = levels
        self.kinds = [self.single, self.contended, self.contended, self.two_phases, self.concurrently]
        self.until = until
        self.failure = None

    def ask(self, query):
        try:
            return self.session.value(query)
        except SqlError:
            return "{}"  # a transaction that is over, or something that has just gone

    def is_our_doing(self, error):
        return "ddltrail" in str(error)

    def run(self, sql=None):
        if sql is not None:
            return Worker.run(self, sql)
        try:
            while time.monotonic() < self.until:
                self.random.choice(self.kinds)()
        except Exception as failure:  # shown by the test, in its thread
            self.failure = failure
        finally:
            self.session.close()

    def contended(self):
        self.run(f"BEGIN ISOLATION LEVEL {self.random.choice(self.levels)}")
        self.some(3)
        self.run("SAVEPOINT here")
        self.some(2)
        self.run(self.random.choice(["ROLLBACK TO here", "RELEASE here"]))
        self.run(self.random.choice(["COMMIT", "COMMIT", "ROLLBACK"]))

    def two_phases(self):
        name = f"prepared_{self.number}"
        self.run("BEGIN")
        self.some(2)
        if self.run(f"PREPARE TRANSACTION '{name}'"):
            self.run(f"{self.random.choice(['COMMIT', 'COMMIT', 'ROLLBACK'])} PREPARED '{name}'")
        self.run("ROLLBACK")

    def concurrently(self):
        with contextlib.suppress(NothingThere):
            self.run(self.ddl.statement([CONCURRENTLY]))


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

    def test_six_sessions_at_every_isolation_level(self):
        self.contend(["READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"])
        self.assertEqual(self.checker.run(log_checks.NAMES) + self.checker.run(log_checks.BROKEN), [])

    def contend(self, levels):
        contenders = [Contender(number, cluster.shared(), levels, time.monotonic() + SECONDS)
                      for number in range(6)]
        for contender in contenders:
            contender.start()
        for contender in contenders:
            contender.join()
        self.assertEqual([contender.failure for contender in contenders if contender.failure], [])
        rows = int(self.checker.value("SELECT count(*) FROM ddltrail.change_log"))
        self.assertGreater(rows, 5 * SECONDS)
        refusals = sum((contender.refusals for contender in contenders), collections.Counter())
        print(f"replay: {rows} rows of six sessions, refused: {refusals.total()}, for locks: {refusals['55P03']}", flush=True)

    def findings(self):
        return [f"{name}: {row}" for name, query in log_checks.CHECKS.items() for row in self.checker.run(query)]

    def story(self, step):
        return "\n".join([f"after transaction {step} of seed {SEED}:", *self.worker.history])
