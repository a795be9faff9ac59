"""The extension inside a Python program: the hooks, transactions and helpers of the sqlite3 module go on, and the log
tells the schema. Run by test_python_sqlite3.py."""

import pathlib
import sqlite3
import tempfile
import unittest

from support.places import SQLITE_EXTENSION

TRAIL = "SELECT action, object_name FROM ddltrail_change_log WHERE action <> 'baseline' ORDER BY id"


class PythonTest(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="ddltrail-python-")
        self.addCleanup(directory.cleanup)
        self.path = str(pathlib.Path(directory.name) / "test.db")
        self.db = self.connect(isolation_level=None)
        self.db.execute("SELECT ddltrail_install()")

    def connect(self, path=None, **options):
        db = sqlite3.connect(path or self.path, **options)
        self.addCleanup(db.close)
        db.enable_load_extension(True)
        db.load_extension(str(SQLITE_EXTENSION))
        return db

    def trail(self, db=None):
        return [" ".join(row) for row in (db or self.db).execute(TRAIL)]

    def test_trace_callback_takes_the_hook_until_watch(self):
        seen = []
        self.db.set_trace_callback(seen.append)
        self.db.execute("CREATE TABLE t (a)")
        self.db.execute("SELECT ddltrail_capture()")
        self.db.execute("SELECT 42")
        self.assertEqual(seen[0], "CREATE TABLE t (a)")
        self.assertEqual(seen[-1], "SELECT 42")
        self.db.set_trace_callback(None)
        self.db.execute("SELECT ddltrail_watch()")
        self.db.execute("CREATE TABLE u (a)")
        self.assertEqual(self.trail(), ["inferred t", "create u"])

    def test_authorizer_is_asked(self):
        seen = []
        self.db.set_authorizer(lambda *call: seen.append(call[1]) or sqlite3.SQLITE_OK)
        self.db.execute("CREATE TABLE t (a)")
        self.assertIn("t", seen)
        self.assertEqual(self.trail(), ["create t"])

    def test_authorizer_that_denies_the_log_delays_it(self):
        def allow(_action, name, *_):
            return sqlite3.SQLITE_DENY if (name or "").startswith("ddltrail_") else sqlite3.SQLITE_OK

        self.db.set_authorizer(allow)
        self.db.execute("CREATE TABLE t (a)")
        self.db.set_authorizer(None)
        self.db.execute("SELECT ddltrail_capture()")
        self.assertIn(self.trail(), (["inferred t"], ["create t"]))

    def test_progress_handler_is_called(self):
        calls = []
        self.db.set_progress_handler(lambda: calls.append(1) and None, 5)
        self.db.execute("CREATE TABLE t (a)")
        self.assertGreater(len(calls), 3)
        self.assertEqual(self.trail(), ["create t"])

    def test_legacy_transactions(self):
        db = self.connect()
        db.execute("CREATE TABLE t (a)")
        db.execute("INSERT INTO t VALUES (1)")
        self.assertTrue(db.in_transaction)
        db.execute("ALTER TABLE t ADD COLUMN b")
        db.rollback()
        with db:
            db.execute("INSERT INTO t VALUES (2)")
            db.execute("CREATE TABLE u (a)")
        self.assertEqual(self.trail(), ["create t", "create u"])

    def test_autocommit_and_savepoints(self):
        self.db.execute("SAVEPOINT outside")
        self.db.execute("CREATE TABLE t (a)")
        self.db.execute("SAVEPOINT inside")
        self.db.execute("CREATE TABLE gone (a)")
        self.db.execute("ROLLBACK TO inside")
        self.db.execute("RELEASE outside")
        self.assertEqual(self.trail(), ["create t"])

    def test_executescript(self):
        self.db.executescript("CREATE TABLE t (a); BEGIN; ALTER TABLE t RENAME a TO b; CREATE INDEX i ON t (b); COMMIT")
        self.assertEqual(self.trail(), ["create t", "alter t", "create i"])

    def test_cached_statements_run_again(self):
        for _ in range(2):
            self.db.execute("CREATE TABLE t (a)")
            self.db.execute("DROP TABLE t")
        self.assertEqual(self.trail(), ["create t", "drop t"] * 2)

    def test_cursor_that_is_still_open(self):
        self.db.execute("CREATE TABLE t (a)")
        self.db.executemany("INSERT INTO t VALUES (?)", [(1,), (2,), (3,)])
        rows = self.db.execute("SELECT a FROM t ORDER BY a")
        self.assertEqual(next(rows), (1,))
        self.db.execute("CREATE TABLE u (a)")
        self.assertEqual(list(rows), [(2,), (3,)])
        self.assertEqual(self.trail(), ["create t", "create u"])

    def test_backup_carries_the_log(self):
        self.db.execute("CREATE TABLE t (a)")
        copy = self.connect(":memory:", isolation_level=None)
        self.db.backup(copy)
        copy.execute("CREATE TABLE u (a)")
        self.assertEqual(self.trail(copy), ["create t", "create u"])
        self.assertEqual(self.trail(), ["create t"])

    def test_dump_can_be_read_back(self):
        self.db.executescript("CREATE TABLE t (a); INSERT INTO t VALUES (1)")
        copy = self.connect(":memory:", isolation_level=None)
        copy.executescript("\n".join(self.db.iterdump()))
        self.assertEqual(copy.execute("SELECT a FROM t").fetchall(), [(1,)])
        self.assertEqual(self.trail(copy)[0], "create t")
        copy.execute("CREATE TABLE u (a)")
        self.assertEqual(self.trail(copy)[-1], "create u")

    def test_collations_functions_and_row_factories(self):
        self.db.create_collation("backwards", lambda a, b: (a < b) - (a > b))
        self.db.create_function("twice", 1, lambda value: 2 * value, deterministic=True)
        self.db.row_factory = sqlite3.Row
        self.db.text_factory = bytes
        self.db.execute("CREATE TABLE t (a TEXT COLLATE backwards, b AS (twice(a)))")
        self.db.execute("CREATE INDEX i ON t (twice(a))")
        self.db.text_factory = str
        self.assertEqual(self.trail(), ["create t", "create i"])


if __name__ == "__main__":
    unittest.main()
