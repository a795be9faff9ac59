"""Exactly once: two transactions overlap as they are told; then, under load, eight sessions run random DDL in
overlapping transactions, while one reader follows the log on the primary and another on a hot standby.

Each random statement carries a marker of its own, so the writers know by themselves what was committed. DDLTRAIL_SEED repeats
the choices (not how the sessions meet), DDLTRAIL_SECONDS says for how long.
"""

import collections
import os
import random
import threading
import time
import unittest

from support.cluster import Cluster
from support.replication import Standby
from support.session import Session, SqlError

SEED = int(os.environ.get("DDLTRAIL_SEED") or random.SystemRandom().randrange(10**6))
SECONDS = float(os.environ.get("DDLTRAIL_SECONDS", "12"))
WRITERS, SHARED_TABLES = 8, 6

# Waiting too long for each other is part of the game.
REFUSALS = {"40P01": "deadlock_detected", "55P03": "lock_not_available"}

SETTINGS = "deadlock_timeout = 50ms\nmax_prepared_transactions = 20\n"

# What a row says of the statement behind it: the action and the marker.
ROW = "c.action || ' ' || coalesce(c.details->0->>'to', c.details->0->>'column', c.object_name)"


class Writer(threading.Thread):
    """One session; `committed` are the changes that must be in the log, by action and marker."""

    def __init__(self, number, cluster, database, until):
        super().__init__()
        self.number = number
        self.until = until
        self.session = Session(cluster, database)
        self.random = random.Random(SEED * 100 + number)
        self.markers = 0
        self.own = []
        self.committed = collections.Counter()
        self.outcomes = collections.Counter()
        self.failure = None

    def run(self):
        try:
            self.session.run("SET lock_timeout = '300ms'")
            while time.monotonic() < self.until:
                self.transaction()
        except Exception as failure:  # shown by the test, in its thread
            self.failure = failure
        finally:
            self.session.close()

    def transaction(self):
        kind = self.random.choice([self.single, self.block, self.block, self.savepoints, self.two_phases])
        changes = []
        tables = list(self.own)
        try:
            is_committed = kind(changes)
        except SqlError as error:
            if error.sqlstate not in REFUSALS:
                raise
            is_committed = False
            self.session.run("ROLLBACK")
        self.outcomes[f"{kind.__name__} {'committed' if is_committed else 'not'}"] += 1
        if is_committed:
            self.committed.update(changes)
        else:
            self.own = tables

    def single(self, changes):
        self.change(changes)
        return True

    def block(self, changes):
        self.session.run("BEGIN")
        self.some(changes)
        is_committed = self.random.random() < 0.7
        self.session.run("COMMIT" if is_committed else "ROLLBACK")
        return is_committed

    def savepoints(self, changes):
        self.session.run("BEGIN")
        self.some(changes)
        for _ in range(self.random.randint(1, 3)):
            tables, kept = list(self.own), []
            self.session.run("SAVEPOINT here")
            self.some(kept)
            if self.random.random() < 0.5:
                self.session.run("ROLLBACK TO here")
                self.own = tables
            else:
                self.session.run("RELEASE here")
                changes += kept
        self.session.run("COMMIT")
        return True

    def two_phases(self, changes):
        name = f"prepared_{self.number}"
        self.session.run("BEGIN")
        self.some(changes)
        self.session.run(f"PREPARE TRANSACTION '{name}'")
        between = self.create()
        self.committed.update(between)
        is_committed = self.random.random() < 0.7
        self.session.run(f"{'COMMIT' if is_committed else 'ROLLBACK'} PREPARED '{name}'")
        return is_committed

    def some(self, changes):
        for _ in range(self.random.randint(1, 3)):
            self.change(changes)
            if self.random.random() < 0.3:
                self.session.run(f"SELECT pg_sleep({self.random.random() * 0.03})")

    def change(self, changes):
        changes += self.random.choice([self.create, self.view, self.drop, self.add_column, self.default, self.comment])()

    def marker(self):
        self.markers += 1
        return f"m_{self.number}_{self.markers}"

    def shared(self):
        return f"shared_{self.random.randrange(SHARED_TABLES)}"

    def create(self):
        name = self.marker()
        self.session.run(f"CREATE TABLE {name} (id integer)")
        self.own.append(name)
        return [f"create {name}"]

    def view(self):
        name = self.marker()
        self.session.run(f"CREATE VIEW {name} AS SELECT 1 AS one")
        return [f"create {name}"]

    def drop(self):
        if not self.own:
            return self.create()
        name = self.own.pop(self.random.randrange(len(self.own)))
        self.session.run(f"DROP TABLE {name}")
        return [f"drop {name}"]

    def add_column(self):
        name = self.marker()
        self.session.run(f"ALTER TABLE {self.shared()} ADD COLUMN {name} integer")
        return [f"alter {name}"]

    def default(self):
        self.markers += 1
        number = self.number * 10**6 + self.markers
        self.session.run(f"ALTER TABLE {self.shared()} ALTER COLUMN id SET DEFAULT {number}")
        return [f"alter {number}"]

    def comment(self):
        name = self.marker()
        self.session.run(f"COMMENT ON TABLE {self.shared()} IS '{name}'")
        return [f"comment {name}"]


class Reader:
    """Follows the log as the contract says: rows and next cursor in one statement."""

    def __init__(self, cluster, database):
        self.session = Session(cluster, database)
        self.cursor = self.session.value("SELECT ddltrail.current_cursor()")
        self.seen = collections.Counter()

    def poll(self):
        rows = self.session.run(f"SELECT ddltrail.current_cursor(), {ROW} FROM (VALUES (1)) one "
                                f"LEFT JOIN ddltrail.changes_since('{self.cursor}') c ON true")
        self.cursor = rows[0].split("|")[0]
        self.seen.update(row.split("|")[1] for row in rows if not row.endswith("|"))


class LastIdReader:
    """Reads as one would without thinking: everything above the last id."""

    def __init__(self, cluster, database):
        self.session = Session(cluster, database)
        self.last = self.session.value("SELECT max(id) FROM ddltrail.change_log")
        self.seen = collections.Counter()

    def poll(self):
        for row in self.session.run(f"SELECT id, {ROW} FROM ddltrail.change_log c WHERE id > {self.last} ORDER BY id"):
            self.last, change = row.split("|")
            self.seen[change] += 1


class PollingReader(threading.Thread):
    """A reader that polls as fast as it can until it is told to finish."""

    def __init__(self, cluster, database):
        super().__init__()
        self.reader = Reader(cluster, database)
        self.polls = 0
        self.ended = threading.Event()
        self.failure = None

    def run(self):
        try:
            while not self.ended.wait(0.005):
                self.reader.poll()
                self.polls += 1
        except Exception as failure:  # shown by the test, in its thread
            self.failure = failure

    def finish(self):
        self.ended.set()
        self.join()
        self.reader.poll()
        self.reader.session.close()


class OverlapTest(unittest.TestCase):
    def setUp(self):
        self.primary = self.enterContext(Cluster(settings=SETTINGS))
        self.primary.create_database("overlap")
        tables = "".join(f"CREATE TABLE shared_{i} (id integer);" for i in range(SHARED_TABLES))
        self.primary.psql(f"CREATE EXTENSION ddltrail; {tables}", "overlap")

    def test_the_first_to_write_commits_last(self):
        early, late = Session(self.primary, "overlap"), Session(self.primary, "overlap")
        by_snapshot, by_id = Reader(self.primary, "overlap"), LastIdReader(self.primary, "overlap")
        for session, statements in (
                (early, ["BEGIN", "CREATE TABLE early (id integer)"]),
                (late, ["CREATE TABLE late (id integer)"]),
                (early, ["COMMIT"]),
                (late, ["BEGIN", "CREATE TABLE prepared (id integer)", "PREPARE TRANSACTION 'overlap'"]),
                (early, ["CREATE TABLE between (id integer)"]),
                (late, ["COMMIT PREPARED 'overlap'"])):
            session.run(*statements)
            by_snapshot.poll()
            by_id.poll()
        for session in (early, late, by_snapshot.session, by_id.session):
            session.close()
        everything = collections.Counter(["create early", "create late", "create prepared", "create between"])
        self.assertEqual(by_snapshot.seen, everything)
        self.assertEqual(by_id.seen, collections.Counter(["create late", "create between"]), "why ids are no cursor")

    def test_every_committed_change_once(self):
        print(f"overlap: DDLTRAIL_SEED={SEED} DDLTRAIL_SECONDS={SECONDS}", flush=True)
        standby = self.enterContext(Standby(self.primary))
        standby.catch_up()
        readers = {"primary": PollingReader(self.primary, "overlap"), "standby": PollingReader(standby, "overlap")}
        committed = self.write(readers.values())
        standby.catch_up()
        for name, polling in readers.items():
            polling.finish()
            with self.subTest(reader=name):
                self.assertIsNone(polling.failure)
                self.assertEqual(self.difference(committed, polling.reader.seen), {})
                self.assertGreater(polling.polls, SECONDS)

    def write(self, readers):
        writers = [Writer(i, self.primary, "overlap", time.monotonic() + SECONDS) for i in range(WRITERS)]
        for thread in [*readers, *writers]:
            thread.start()
        for writer in writers:
            writer.join()
        outcomes = sum((writer.outcomes for writer in writers), collections.Counter())
        committed = sum((writer.committed for writer in writers), collections.Counter())
        self.assertEqual([writer.failure for writer in writers if writer.failure], [])
        for kind in ("block", "two_phases"):
            self.assertGreater(outcomes[f"{kind} committed"], 0)
            self.assertGreater(outcomes[f"{kind} not"], 0)
        print(f"overlap: {committed.total()} changes committed, transactions: {dict(sorted(outcomes.items()))}", flush=True)
        return committed

    @staticmethod
    def difference(committed, seen):
        """Changes whose number is not the same, at most ten: (committed, seen)."""
        wrong = [change for change in committed.keys() | seen.keys() if committed[change] != seen[change]]
        return {change: (committed[change], seen[change]) for change in sorted(wrong)[:10]}
