"""ddltrail migrate on both engines: what is applied, undone, refused, resumed and told."""

import json
import subprocess
import threading
import time
import unittest

from e2e.databases import DATABASES
from support.tool import Project, clean_environment

USERS = "CREATE TABLE users (id integer PRIMARY KEY, name text);\n"


class Migrations:
    """What holds on both engines."""

    def setUp(self):
        self.database = DATABASES[self.engine]("migrate")
        self.addCleanup(self.database.remove)
        self.project = self.enterContext(Project(self.database.url))
        self.folder = self.project.directory / "migrations"
        self.folder.mkdir()

    def write(self, title, up, down=None):
        (self.folder / f"{title}.up.sql").write_text(up)
        if down is not None:
            (self.folder / f"{title}.down.sql").write_text(down)

    def migrate(self, *arguments, code=0):
        done = self.project.run("migrate", *arguments)
        self.assertEqual(done.code, code, done)
        return done

    def states(self):
        done = self.project.run("migrate", "status", "--json")
        return {row["version"]: row["state"] for row in json.loads(done.stdout)["migrations"]}

    def tables(self):
        return sorted(row["table_name"] for row in self.rows_of_tables())

    def rows(self, query):
        return self.database.rows(query)

    def test_pending_ones_are_applied_in_order_and_only_once(self):
        self.write("2_notes", "CREATE TABLE notes (id integer PRIMARY KEY REFERENCES users);")
        self.write("1_users", USERS)
        self.assertEqual([line.rsplit(" (", 1)[0] for line in self.migrate("up").stdout.splitlines()],
                         ["applied 1_users", "applied 2_notes"])
        self.assertEqual(self.migrate("up").stdout, "nothing to migrate\n")
        self.assertEqual(self.tables(), ["notes", "users"])
        self.migrate("status")

    def test_status_tells_who_and_when_and_exits_2_where_one_is_pending(self):
        self.write("1_users", USERS)
        self.assertEqual(self.migrate("status", code=2).stdout, "1_users  pending\n")
        self.migrate("up")
        self.assertRegex(self.migrate("status").stdout, r"^1_users  applied   20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ by \w+\n$")

    def test_up_to_a_version_and_down_by_steps_and_to_a_version(self):
        for number in "123":
            self.write(f"{number}_t", f"CREATE TABLE t{number} (id integer);", f"DROP TABLE t{number};")
        self.migrate("up", "--to", "2")
        self.assertEqual(self.tables(), ["t1", "t2"])
        self.migrate("up")
        self.migrate("down")
        self.assertEqual(self.tables(), ["t1", "t2"])
        self.migrate("up")
        self.migrate("down", "--to", "1")
        self.assertEqual(self.tables(), ["t1"])
        self.migrate("down", "--steps", "5")
        self.assertEqual(self.tables(), [])
        self.migrate("up", "--to", "9", code=64)

    def test_what_fails_in_the_middle_leaves_nothing(self):
        self.write("1_users", USERS + "INSERT INTO users VALUES (1, 'ada');\nINSERT INTO nobody VALUES (1);\n")
        done = self.migrate("up", code=1)
        self.assertIn("migration 1_users failed", done.stderr)
        self.assertIn("1_users.up.sql, line 3", done.stderr)
        self.assertIn("Nothing of it was done", done.stderr)
        self.assertEqual(self.tables(), [])
        self.assertEqual(self.states(), {"1": "pending"})
        self.write("1_users", USERS)
        self.migrate("up")

    def test_one_that_is_edited_after_it_was_applied_is_refused(self):
        self.write("1_users", USERS)
        self.migrate("up")
        self.write("1_users", "-- a comment does not count\n\n" + USERS)
        self.migrate("up")
        self.write("1_users", USERS.replace("name", "title"))
        self.assertEqual(self.states(), {"1": "edited"})
        self.assertIn("was edited", self.migrate("up", code=1).stderr)
        self.migrate("status", code=2)

    def test_one_whose_file_is_gone_and_one_that_comes_late_are_told(self):
        self.write("2_users", USERS, "DROP TABLE users;")
        self.migrate("up")
        self.write("1_early", "CREATE TABLE early (id integer);")
        self.assertIn("pending, out of order", self.migrate("status", code=2).stdout)
        self.assertIn("note: migration 1_early is older", self.migrate("up").stderr)
        (self.folder / "1_early.up.sql").unlink()
        self.assertEqual(self.states(), {"1": "missing", "2": "applied"})
        self.assertIn("1_early is applied, and its file is missing", self.migrate("up").stderr)
        self.assertIn("is missing", self.migrate("down", "--steps", "2", code=1).stderr)
        self.assertEqual(self.tables(), ["early", "users"])

    def test_nothing_is_undone_where_the_file_of_the_newest_is_gone(self):
        for number in "123":
            self.write(f"{number}_t", f"CREATE TABLE t{number} (id integer);", f"DROP TABLE t{number};")
        self.migrate("up")
        for ending in ("up", "down"):
            (self.folder / f"3_t.{ending}.sql").unlink()
        for arguments in ([], ["--to", "1"]):
            done = self.migrate("down", *arguments, code=1)
            self.assertIn('the file of a migration that is applied is missing: "3_t"', done.stderr)
        self.assertEqual(self.tables(), ["t1", "t2", "t3"])

    def test_what_cannot_be_undone_is_refused_before_anything_is_undone(self):
        self.write("1_users", USERS, "-- cannot be undone: table users: its rows are gone\nDROP TABLE users;\n")
        self.write("2_t", "CREATE TABLE t (id integer);", "DROP TABLE t;")
        self.migrate("up")
        done = self.migrate("down", "--steps", "2", code=3)
        self.assertIn("table users: its rows are gone", done.stderr)
        self.assertEqual(self.tables(), ["t", "users"])
        self.migrate("down", "--steps", "2", "--allow", "data-loss")
        self.assertEqual(self.tables(), [])

    def test_without_a_way_back_nothing_is_undone(self):
        self.write("1_users", USERS)
        self.migrate("up")
        self.assertIn("has no way back", self.migrate("down", code=1).stderr)

    def test_a_migration_does_not_end_its_transaction(self):
        self.write("1_users", USERS + "COMMIT;\n")
        self.assertIn("may not begin or end its transaction (line 2)", self.migrate("up", code=1).stderr)
        self.assertEqual(self.tables(), [])

    def test_unknown_marks_and_stray_files_are_told(self):
        self.write("1_users", "-- ddltrail: no-transactoin\n" + USERS)
        self.assertIn('there is no mark "no-transactoin" (line 1)', self.migrate("up", code=1).stderr)
        self.write("1_users", USERS)
        (self.folder / "users.sql").write_text(USERS)
        self.assertIn("users.sql is no migration", self.migrate("up").stderr)

    def test_a_section_without_a_transaction_goes_on_where_it_stopped(self):
        self.write("1_users", USERS + "-- ddltrail: no-transaction\n"
                   "INSERT INTO users VALUES (1, 'ada');\nINSERT INTO missing VALUES (1);\nINSERT INTO users VALUES (2, 'bob');\n"
                   "-- ddltrail: transaction\nUPDATE users SET name = upper(name);\n")
        done = self.migrate("up", code=1)
        self.assertIn("stopped at statement 3 of 5", done.stderr)
        self.assertIn("line 4", done.stderr)
        self.assertEqual(self.rows("SELECT id, name FROM users"), [{"id": 1, "name": "ada"}])
        self.assertEqual(self.states(), {"1": "half done"})
        self.assertIn("2 of its statements, then: ", self.migrate("status", code=2).stdout)
        self.assertIn("half done", self.migrate("down", code=1).stderr)
        self.database.run_unlogged("CREATE TABLE missing (id integer);")
        self.migrate("up")
        self.assertEqual(self.rows("SELECT id, name FROM users ORDER BY id"),
                         [{"id": 1, "name": "ADA"}, {"id": 2, "name": "BOB"}])
        self.assertEqual(self.rows("SELECT * FROM missing"), [{"id": 1}])
        self.migrate("status")

    def test_of_a_half_done_one_only_the_rest_may_be_mended(self):
        head = USERS + "-- ddltrail: no-transaction\nINSERT INTO users VALUES (1, 'ada');\n"
        self.write("1_users", head + "INSERT INTO missing VALUES (1);\n")
        self.migrate("up", code=1)
        self.write("1_users", head.replace("ada", "eve") + "INSERT INTO missing VALUES (1);\n")
        self.assertIn("was edited", self.migrate("up", code=1).stderr)
        self.write("1_users", head + "INSERT INTO users VALUES (2, 'bob');\n")
        self.migrate("up")
        self.assertEqual(len(self.rows("SELECT * FROM users")), 2)

    def test_the_statement_that_stopped_can_be_left_out(self):
        self.write("1_users", USERS + "-- ddltrail: no-transaction\nINSERT INTO missing VALUES (1);\nINSERT INTO users VALUES (2, 'bob');\n")
        self.migrate("up", code=1)
        self.migrate("up", "--skip-statement")
        self.assertEqual(self.rows("SELECT id FROM users"), [{"id": 2}])

    def test_changes_carry_the_migration_in_the_log(self):
        self.database.install_log()
        self.write("1_users", USERS, "DROP TABLE users;")
        self.migrate("up")
        self.database.run("CREATE TABLE by_hand (id integer);")
        self.migrate("down")
        log = json.loads(self.project.run("log", "--json").stdout)["changes"]
        marks = [(change["action"], change["object_name"], change["migration"]) for change in log
                 if change["object_kind"] == "table"]
        self.assertEqual(marks, [("create", "users", "1_users"), ("create", "by_hand", None), ("drop", "users", "1_users")])

    def test_the_history_is_no_part_of_the_schema(self):
        self.database.install_log()
        before = self.project.run("snapshot").stdout
        self.write("1_nothing", "SELECT 1;")
        self.migrate("up")
        self.assertEqual(self.project.run("snapshot").stdout, before)
        self.assertNotIn("history", self.project.run("log", "--json").stdout)

    def test_two_runners_at_once_apply_each_migration_once(self):
        for number in range(20):
            self.write(f"{number:02}_t", f"CREATE TABLE t{number} (id integer);")
        runners = [subprocess.Popen(self.project.command("migrate", "up", "--lock-timeout", "100"), cwd=self.project.directory, text=True,
                                    stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=clean_environment())
                   for _ in range(4)]
        ends = [runner.communicate(timeout=120) + (runner.returncode,) for runner in runners]
        self.assertEqual([code for _, _, code in ends], [0] * 4, ends)
        applied = sorted(line for out, _, _ in ends for line in out.splitlines() if line.startswith("applied"))
        self.assertEqual(len(applied), 20, ends)
        self.assertEqual(set(self.states().values()), {"applied"})

    def test_a_killed_runner_leaves_what_the_next_one_heals(self):
        for number in range(30):
            self.write(f"{number:02}_t", f"CREATE TABLE t{number} (id integer);\nINSERT INTO t{number} VALUES (1);\n"
                       + ("-- ddltrail: no-transaction\nINSERT INTO t{0} VALUES (2);\n".format(number) if number % 2 else ""))
        for seconds in (0.02, 0.04, 0.06, 0.08, 0.12):
            self.project.run_killed(seconds, "migrate", "up")
        self.migrate("up")
        self.assertEqual(set(self.states().values()), {"applied"})
        self.assertEqual(len(self.tables()), 30)
        for number in range(30):
            ids = [row["id"] for row in self.rows(f"SELECT id FROM t{number} ORDER BY id")]
            self.assertEqual(ids[:1], [1])
            # What stands for itself is run again where nobody could write down that it was done.
            self.assertIn(ids[1:], ([2], [2, 2]) if number % 2 else ([],))

    def test_a_runner_gives_up_on_another_one_after_a_while(self):
        self.write("1_users", USERS)
        with self.held_lock():
            started = time.monotonic()
            done = self.migrate("up", "--lock-timeout", "1", code=1)
            self.assertIn("another runner works on this database", done.stderr)
            self.assertGreaterEqual(time.monotonic() - started, 1)
        self.migrate("up")

    def test_a_history_of_another_version_is_refused(self):
        self.write("1_users", USERS)
        self.migrate("up")
        self.database.run_unlogged(f"UPDATE {self.history} SET format = 2;")
        self.assertIn("another version of ddltrail wrote the history", self.migrate("up", code=1).stderr)

    def test_json_tells_what_was_done(self):
        self.write("1_users", USERS)
        done = json.loads(self.migrate("up", "--json").stdout)
        self.assertEqual([(each["version"], each["name"], each["action"]) for each in done["done"]], [("1", "users", "up")])


class OnSqlite(Migrations, unittest.TestCase):
    engine = "sqlite"
    history = "ddltrail_migration_history"

    def rows_of_tables(self):
        return self.rows("SELECT name AS table_name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'ddltrail*'")

    def held_lock(self):
        return subprocess_lock(["flock", "-x", str(self.database.path), "sh", "-c", "echo held; cat"])

    def test_a_database_that_is_not_there_is_made(self):
        self.database.path.unlink()
        self.write("1_users", USERS)
        self.assertEqual(self.states(), {"1": "pending"})
        self.assertFalse(self.database.path.exists())
        self.migrate("up")
        self.assertEqual(self.tables(), ["users"])

    def test_rows_that_refer_to_nothing_are_found_where_foreign_keys_are_off(self):
        self.write("1_users", USERS + "CREATE TABLE notes (id integer PRIMARY KEY, author REFERENCES users(id));\n"
                   "INSERT INTO users VALUES (1, 'ada');\nINSERT INTO notes VALUES (1, 1);\n")
        self.migrate("up")
        self.write("2_gone", "-- ddltrail: foreign-keys-off\nDELETE FROM users;\n")
        self.assertIn("rows that refer to what is not there: \"notes\"", self.migrate("up", code=1).stderr)
        self.assertEqual(len(self.rows("SELECT * FROM users")), 1)

    def test_a_writer_is_waited_for_and_then_told(self):
        self.write("1_users", USERS)
        with subprocess_lock(["sqlite3", str(self.database.path)], "BEGIN IMMEDIATE;\nSELECT 'held';\n"):
            self.assertIn("locked", self.migrate("up", "--lock-timeout", "1", code=1).stderr)
        self.migrate("up")


class OnPostgres(Migrations, unittest.TestCase):
    engine = "postgres"
    history = "ddltrail.migration_history"

    def rows_of_tables(self):
        return self.rows("SELECT relname AS table_name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")

    def held_lock(self):
        return subprocess_lock([f"{self.database.cluster.bin}/psql", "-XAtq", self.database.url],
                               "SELECT pg_advisory_lock(7234017283807667300);\nSELECT 'held';\n")

    def test_statements_that_no_transaction_takes(self):
        self.write("1_users", USERS + "-- ddltrail: no-transaction\nCREATE INDEX CONCURRENTLY users_name ON users (name);\n")
        self.migrate("up")
        self.assertEqual(self.rows("SELECT indexrelid::regclass::text AS name FROM pg_index WHERE indrelid = 'users'::regclass AND NOT indisprimary"),
                         [{"name": "users_name"}])

    def test_a_runner_that_waits_does_not_hold_up_what_runs_concurrently(self):
        self.write("1_users", USERS + "INSERT INTO users SELECT i, 'x' FROM generate_series(1, 50000) i;\n"
                   "-- ddltrail: no-transaction\nCREATE INDEX CONCURRENTLY users_name ON users (name);\n")
        runners = [threading.Thread(target=self.project.run, args=("migrate", "up", "--lock-timeout", "100")) for _ in range(3)]
        for runner in runners:
            runner.start()
        for runner in runners:
            runner.join()
        self.assertEqual(self.states(), {"1": "applied"})

    def test_the_extension_comes_and_goes_beside_the_history(self):
        self.write("1_users", USERS)
        self.migrate("up")
        self.database.run("CREATE EXTENSION ddltrail;")
        self.write("2_t", "CREATE TABLE t (id integer);")
        self.migrate("up")
        self.database.run("DROP EXTENSION ddltrail;")
        self.assertEqual(self.states(), {"1": "applied", "2": "applied"})

    def test_a_role_that_may_not_make_the_history_is_told(self):
        self.database.run("CREATE ROLE migrator LOGIN;")
        self.addCleanup(self.database.cluster.psql, "DROP ROLE migrator")
        self.write("1_users", USERS)
        done = self.project.run("migrate", "up", "--url", self.database.url.replace("//postgres@", "//migrator@"))
        self.assertEqual(done.code, 1)
        self.assertIn("cannot make the history of migrations", done.stderr)

    def test_what_is_checked_at_the_end_of_the_transaction_fails_it(self):
        self.write("1_users", USERS + "CREATE TABLE notes (author integer REFERENCES users DEFERRABLE INITIALLY DEFERRED);\n"
                   "INSERT INTO notes VALUES (7);\n")
        self.assertIn("migration 1_users failed", self.migrate("up", code=1).stderr)
        self.assertEqual(self.tables(), [])

    def test_locks_of_others_are_not_waited_for_forever(self):
        self.write("1_users", USERS)
        self.migrate("up")
        self.write("2_mail", "ALTER TABLE users ADD COLUMN mail text;")
        with subprocess_lock([f"{self.database.cluster.bin}/psql", "-XAtq", self.database.url],
                             "BEGIN;\nLOCK TABLE users;\nSELECT 'held';\n"):
            self.assertIn("lock timeout", self.migrate("up", "--lock-timeout", "1", code=1).stderr)
        self.migrate("up")

    def plan_file(self):
        (self.project.directory / "before.sql").write_text(USERS)
        (self.project.directory / "after.sql").write_text(USERS.replace("name text", "name text, mail text"))
        self.write("1_users", USERS)
        self.migrate("up")
        done = self.project.run("migration", "new", "mail", "--from", "before.sql", "--to", "after.sql", "--scratch", self.database.url)
        self.assertEqual(done.code, 0, done)
        path, = self.folder.glob("*_mail.up.sql")
        return path

    def test_timeouts_of_the_runner_hold_for_files_that_plans_write(self):
        path = self.plan_file()
        self.assertIn("lock_timeout = '5s'", path.read_text())
        path.write_text(path.read_text() + "SELECT pg_sleep(4);\n")
        config = self.project.directory / "ddltrail.toml"
        config.write_text(config.read_text() + "\n[migrations]\nstatement_timeout = 1\n")
        self.assertIn("statement timeout", self.migrate("up", code=1).stderr)
        path.write_text(path.read_text().replace("SELECT pg_sleep(4)", "DO $$BEGIN RAISE EXCEPTION '%', current_setting('lock_timeout'); END$$"))
        self.assertIn("(7s", self.migrate("up", "--lock-timeout", "7", code=1).stderr)


class subprocess_lock:
    """A process that holds something from the line `held` on until the end of the block."""

    def __init__(self, command, text=""):
        self.command = command
        self.text = text

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.process.stdin.write(self.text)
        self.process.stdin.flush()
        while self.process.stdout.readline().strip() != "held":
            pass
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()
