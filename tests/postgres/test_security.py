"""What a session of psql cannot show alone: secrets in the server's log, in the stream and in notifications; settings made
before the library is loaded; transactions that must not wait for each other; a full disk; thousands of objects."""

import errno
import os
import subprocess
import time
import unittest

from support.cluster import ROOT, USER, Cluster
from support.session import Session, SqlError

SETTINGS = "wal_level = logical\nmax_locks_per_transaction = 400\nlog_min_messages = notice\n"
SECRETS = f"{ROOT}/tests/regress/secrets.psql"


class SecurityTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cluster = cls.enterClassContext(Cluster(settings=SETTINGS))
        cls.cluster.psql("CREATE ROLE mallory LOGIN")

    def setUp(self):
        self.cluster.create_database("security")
        self.psql("CREATE EXTENSION ddltrail; GRANT CREATE ON SCHEMA public TO mallory")

    def psql(self, sql):
        return self.cluster.psql(sql, "security").strip()

    def session(self, user=None, options=""):
        return self.enterContext(Session(self.cluster, f"dbname=security options='{options}'", user))

    def rows(self, what, name):
        return self.psql(f"SELECT {what} FROM ddltrail.change_log WHERE object_name = '{name}' ORDER BY id").split("\n")

    def test_secrets_are_nowhere_else(self):
        # The stream ends with what has reached the disk.
        self.psql("ALTER DATABASE security SET synchronous_commit = on; ALTER DATABASE security SET ddltrail.publish = on;"
                  "ALTER DATABASE security SET ddltrail.log_definitions = off;"
                  "SELECT FROM pg_create_logical_replication_slot('secrets', 'test_decoding')")
        self.addCleanup(self.psql, "SELECT pg_drop_replication_slot('secrets')")
        logged = len(self.cluster.log())
        with open(SECRETS) as file:
            told = self.psql(f"CREATE TABLE loads (id integer); LISTEN ddltrail;\n{file.read()}")
        stream = self.psql("SELECT data FROM pg_logical_slot_get_changes('secrets', NULL, NULL)")
        self.assertIn('Asynchronous notification "ddltrail" received', told)
        self.assertIn("ALTER USER MAPPING FOR CURRENT_USER SERVER ddltrail_secret OPTIONS (SET password ?)", stream)
        for name, text in (("notifications", told.replace("planted_17", "", 1)), ("stream", stream),
                           ("server log", self.cluster.log()[logged:])):
            with self.subTest(place=name):
                self.assertNotIn("planted", text)
        self.psql("DROP SUBSCRIPTION IF EXISTS ddltrail_secret; DROP SCHEMA secrets_, schema_ CASCADE;"
                  "DROP FOREIGN DATA WRAPPER ddltrail_secret CASCADE; DROP ROLE ddltrail_secret")

    def test_settings_from_before_the_library_is_loaded(self):
        by_options = self.session("mallory", "-c ddltrail.log_definitions=off -c ddltrail.statement_text=full "
                                             "-c ddltrail.on_error=warn -c ddltrail.publish=on")
        by_set = self.session("mallory")
        by_set.run("SET ddltrail.log_definitions = off", "SET ddltrail.statement_text = full", "SET ddltrail.on_error = warn",
                   "SET ddltrail.publish = on")
        for name, session in (("by_options", by_options), ("by_set", by_set)):
            session.run(f"CREATE TABLE {name} (id integer DEFAULT 4711)")
            with self.subTest(how=name):
                self.assertEqual(self.rows("definition IS NULL, statement", name),
                                 [f"f|CREATE TABLE {name} (id integer DEFAULT ?)"])
                self.assertEqual(session.value("SELECT string_agg(setting, ' ' ORDER BY name COLLATE \"C\") FROM pg_settings "
                                               "WHERE name IN ('ddltrail.log_definitions', 'ddltrail.publish')"), "on off")
                session.run("RESET ALL", f"ALTER TABLE {name} ALTER id SET DEFAULT 4712", "DISCARD ALL",
                            f"ALTER TABLE {name} ALTER id SET DEFAULT 4713")
                self.assertEqual(self.rows("definition IS NULL, statement", name)[1:],
                                 [f"f|ALTER TABLE {name} ALTER id SET DEFAULT ?"] * 2)
        self.assertEqual(self.psql("SELECT is_broken FROM ddltrail.log_state"), "f")

    def test_what_the_superuser_sets_for_a_role_counts(self):
        self.psql("ALTER ROLE mallory IN DATABASE security SET ddltrail.statement_text = none")
        self.addCleanup(self.psql, "ALTER ROLE mallory IN DATABASE security RESET ALL")
        self.session("mallory").run("SET ddltrail.statement_text = full", "CREATE TABLE quiet (id integer)")
        self.assertEqual(self.rows("statement IS NULL", "quiet"), ["t"])
        with self.assertRaises(SqlError) as caught:
            self.session("mallory").run("ALTER SYSTEM SET ddltrail.on_error = warn")
        self.assertEqual(caught.exception.sqlstate, "42501")

    def test_nobody_waits_for_nobody(self):
        """Two transactions with DDL, one that prunes, one that reads: all open at once."""
        early, late, pruning, reading = [self.session(options="-c lock_timeout=2s") for _ in range(4)]
        self.psql("CREATE TABLE old (id integer); DROP TABLE old")
        reading.run("BEGIN ISOLATION LEVEL REPEATABLE READ", "SELECT count(*) FROM ddltrail.change_log")
        early.run("BEGIN", "CREATE TABLE early (id integer)")
        pruning.run("BEGIN")
        self.assertNotEqual(pruning.value("SELECT removed FROM ddltrail.prune(now())"), "0")
        late.run("BEGIN", "CREATE TABLE late (id integer)", "COMMIT")
        reading.run("SELECT FROM ddltrail.changes_since(NULL)", "COMMIT")
        early.run("ALTER TABLE early ADD COLUMN n integer", "COMMIT")
        pruning.run("COMMIT")
        self.assertEqual(self.psql("SELECT string_agg(object_name, ' ' ORDER BY id) FROM ddltrail.change_log "
                                   "WHERE object_name IN ('early', 'late')"), "early late early")

    def small_disk(self):
        """A tablespace of 1 MB, which takes root to mount."""
        place = f"{self.cluster.directory}/small"
        os.makedirs(place, exist_ok=True)
        owner = subprocess.check_output(["id", "-u", USER], text=True).strip()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size=1m,mode=0700,uid={owner}", "tmpfs", place], check=True)
        self.addCleanup(subprocess.run, ["umount", place], check=True)
        return place

    def fill(self, place):
        with open(f"{place}/filler", "wb", buffering=0) as filler, self.assertRaises(OSError) as caught:
            while True:
                filler.write(bytes(4096))
        self.assertEqual(caught.exception.errno, errno.ENOSPC)

    def test_full_tablespace(self):
        place = self.small_disk()
        self.psql(f"CREATE TABLESPACE small LOCATION '{place}'")
        self.psql("ALTER TABLE ddltrail.change_log SET TABLESPACE small")
        # Cleanups run in reverse order: the database goes before the tablespace, and that before the disk.
        self.addCleanup(self.cluster.psql, "DROP TABLESPACE small")
        self.addCleanup(self.cluster.psql, "DROP DATABASE security WITH (FORCE)")
        self.fill(place)
        session = self.session()
        with self.assertRaises(SqlError) as caught:
            for i in range(500):
                session.run(f"CREATE TABLE t{i} (id integer)")
        self.assertEqual(caught.exception.sqlstate, "53100")
        self.assertEqual(session.value(f"SELECT to_regclass('t{i}') IS NULL, is_broken FROM ddltrail.log_state"), "t|f")
        session.run("SET ddltrail.on_error = warn", f"CREATE TABLE t{i} (id integer)")
        self.assertEqual(session.value(f"SELECT to_regclass('t{i}') IS NULL, is_broken FROM ddltrail.log_state"), "f|t")
        with self.assertRaises(SqlError) as caught:
            session.run("SELECT FROM ddltrail.changes_since(NULL)")
        self.assertEqual(caught.exception.sqlstate, "55000")
        os.remove(f"{place}/filler")
        session.run("RESET ddltrail.on_error", "CREATE TABLE afterwards (id integer)")
        self.assertEqual(self.rows("action", "afterwards"), ["create"])

    def seconds_to_drop(self, objects):
        """In schema many: a view and a function for each two objects, of one table."""
        session = self.session()
        session.run("SET client_min_messages = warning", "CREATE SCHEMA many", "CREATE TABLE many.base (id integer)",
                    f"DO $$ BEGIN FOR i IN 1..{objects // 2} LOOP "
                    "EXECUTE format('CREATE VIEW many.v%s AS SELECT id FROM many.base', i);"
                    "EXECUTE format('CREATE FUNCTION many.f%s() RETURNS integer LANGUAGE sql AS ''SELECT 1''', i);"
                    "END LOOP; END $$")
        begin = time.monotonic()
        session.run("DROP SCHEMA many CASCADE")
        return time.monotonic() - begin

    def test_cost_of_many_objects_is_flat(self):
        few = min(self.seconds_to_drop(500) for _ in range(3)) / 500
        many = self.seconds_to_drop(5000) / 5000
        print(f"security: dropping an object of 500 takes {few * 1e6:.0f} us, of 5000 {many * 1e6:.0f} us", flush=True)
        self.assertLess(many, 3 * few)
        dropped = self.psql("SELECT count(*) FROM ddltrail.change_log WHERE command_tag = 'DROP SCHEMA' AND object_kind IN ('view', 'function')")
        self.assertEqual(dropped, "6500")

    def test_extension_with_many_members(self):
        folder = subprocess.check_output([f"{self.cluster.bin}/pg_config", "--sharedir"], text=True).strip()
        folder = f"{self.cluster.directory}/install{folder}/extension"
        with open(f"{folder}/many.control", "w") as control:
            control.write("default_version = '1'\n")
        with open(f"{folder}/many--1.sql", "w") as script:
            for i in range(400):
                script.write(f"CREATE FUNCTION f{i}() RETURNS integer LANGUAGE sql AS 'SELECT {i}';\n")
        self.psql("CREATE EXTENSION many; DROP EXTENSION many")
        self.assertEqual(self.psql("SELECT action, in_extension, count(*) FROM ddltrail.change_log WHERE object_name ~ '^f[0-9]+$' "
                                   "GROUP BY 1, 2 ORDER BY 1").split(), ["create|t|400", "drop|t|400"])

    def test_stopped_while_it_is_captured(self):
        """Somebody locks the log: who waits for it may be stopped, and the session goes on."""
        locking, waiting = self.session(), self.session(options="-c statement_timeout=300ms")
        locking.run("BEGIN", "LOCK TABLE ddltrail.change_log IN SHARE MODE")
        for policy in ("RESET ddltrail.on_error", "SET ddltrail.on_error = warn"):
            waiting.run(policy)
            with self.subTest(policy=policy), self.assertRaises(SqlError) as caught:
                waiting.run("CREATE TABLE stopped (id integer)")
            self.assertEqual(caught.exception.sqlstate, "57014")
        locking.run("ROLLBACK")
        waiting.run("RESET ddltrail.on_error", "CREATE TABLE stopped (id integer)")
        self.assertEqual(self.rows("action", "stopped"), ["create"])
