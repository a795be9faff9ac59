"""The main job on both engines: the first generation, DDL, and code that follows it file by file."""

import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import tomllib
import unittest

from e2e.databases import shop
from support.tool import Project

MANIFEST = "ddltrail.manifest.json"


class MainJob:
    """The expectations; a subclass says on which engine."""

    def setUp(self):
        self.database = shop(self.engine)
        self.addCleanup(self.database.remove)
        self.project = Project()
        self.addCleanup(self.project.remove)
        self.tables = f"{self.database.schema}/tables"
        self.views = f"{self.database.schema}/views"

    def init(self):
        return self.succeeds("init", self.database.url)

    def succeeds(self, *arguments):
        done = self.project.run(*arguments)
        self.assertEqual(done.code, 0, done)
        self.assertEqual(done.stderr, "", done)
        return done.stdout

    def times(self):
        return {str(p.relative_to(self.project.output)): p.stat().st_mtime_ns
                for p in self.project.output.rglob("*") if p.is_file()}

    def generate(self, *options):
        """Runs generate; returns the files that it wrote, those that it removed, and what it printed."""
        trees, times = [self.project.tree()], [self.times()]
        printed = self.succeeds("generate", *options)
        trees.append(self.project.tree())
        times.append(self.times())
        touched = {path for path in times[1] if times[0].get(path) != times[1][path]}
        changed = {path for path in trees[1] if trees[0].get(path) != trees[1][path]}
        self.assertEqual(touched, changed, "a file whose bytes are the same was touched")
        return changed - {MANIFEST}, set(trees[0]) - set(trees[1]), printed

    def assert_generates(self, written, removed=(), options=()):
        found = self.generate(*options)
        self.assertEqual((found[0], found[1]), (set(written), set(removed)), found[2])
        self.assertEqual(self.project.tree(), self.clean_tree())
        return found[2]

    def clean_tree(self):
        with Project(self.database.url) as clean:
            done = clean.run("generate", "--full")
            self.assertEqual(done.code, 0, done)
            return clean.tree()

    def file(self, path):
        return (self.project.output / path).read_text()

    # The first run

    def test_init_writes_configuration_log_and_code(self):
        self.init()
        with open(self.project.directory / "ddltrail.toml", "rb") as configuration:
            self.assertEqual(tomllib.load(configuration)["database"]["url"], self.database.url)
        trees = self.project.tree()
        self.assertIn(f"{self.tables}/customers.ts", trees)
        self.assertIn(f"{self.views}/customer_spending.ts", trees)
        self.assertIn("database.ts", trees)
        self.assertIn(MANIFEST, trees)
        self.assertTrue(json.loads(self.succeeds("status", "--json")))
        self.assertNotEqual(self.succeeds("log", "customers"), "")

    def test_nothing_to_do_touches_nothing(self):
        self.init()
        self.assert_generates([])

    def test_deleted_state_heals(self):
        self.init()
        self.project.state.unlink()
        self.assert_generates([])

    def test_deleted_file_comes_back(self):
        self.init()
        path = f"{self.tables}/orders.ts"
        (self.project.output / path).unlink()
        self.assert_generates([path])

    def test_garbled_state_heals(self):
        self.init()
        self.project.state.write_bytes(b"no database" * 1000)
        self.assert_generates([])

    def test_deleted_output_comes_back(self):
        self.init()
        before = self.project.tree()
        for path in before:
            (self.project.output / path).unlink()
        self.generate()
        self.assertEqual(self.project.tree(), before)

    # What follows DDL

    def test_renamed_column_rewrites_its_table_and_is_told_as_a_rename(self):
        self.init()
        self.database.run("ALTER TABLE customers RENAME COLUMN phone TO telephone;")
        printed = self.assert_generates([f"{self.tables}/customers.ts"], options=["--explain"])
        self.assertIn(f"{self.tables}/customers.ts", printed)
        self.assertRegex(printed, "(?i)rename.*phone.*telephone")
        self.assertIn("telephone", self.file(f"{self.tables}/customers.ts"))
        self.assertRegex(self.succeeds("log", "customers"), "(?i)rename.*phone.*telephone")

    def test_log_as_json_holds_the_rename(self):
        self.init()
        self.database.run("ALTER TABLE customers RENAME COLUMN phone TO telephone;")
        self.assertIn({"op": "rename_column", "from": "phone", "to": "telephone"}, operations(self.succeeds("log", "customers", "--json")))

    def test_renamed_table_moves_its_file(self):
        self.init()
        self.database.run("ALTER TABLE coupons RENAME TO vouchers;")
        printed = self.assert_generates([f"{self.tables}/vouchers.ts", "database.ts"], [f"{self.tables}/coupons.ts"], ["--explain"])
        self.assertIn("coupons", printed)
        self.assertIn("vouchers", self.file("database.ts"))

    def test_new_and_dropped_tables(self):
        self.init()
        self.database.run("CREATE TABLE gifts (id integer NOT NULL PRIMARY KEY, wish text);")
        self.assert_generates([f"{self.tables}/gifts.ts", "database.ts"])
        self.database.run("DROP TABLE gifts;")
        self.assert_generates(["database.ts"], [f"{self.tables}/gifts.ts"])

    def test_change_that_shows_nowhere_writes_nothing(self):
        self.init()
        self.database.run("CREATE INDEX orders_note ON orders (note);")
        self.assert_generates([])

    def test_change_that_was_undone_writes_nothing(self):
        self.init()
        self.database.run("ALTER TABLE orders ADD COLUMN extra text;")
        self.database.run("ALTER TABLE orders DROP COLUMN extra;")
        self.assert_generates([])

    def test_rolled_back_change_writes_nothing(self):
        self.init()
        self.database.run("BEGIN; ALTER TABLE orders ADD COLUMN extra text; DROP VIEW product_ratings; DROP TABLE reviews; ROLLBACK;")
        self.assert_generates([])
        self.assertNotIn("extra", self.succeeds("log", "orders"))

    def test_view_that_is_made_anew(self):
        self.init()
        self.database.run("DROP VIEW active_products; CREATE VIEW active_products AS SELECT id, name FROM products;")
        self.assert_generates([f"{self.views}/active_products.ts"])

    def test_foreign_files_stay(self):
        self.init()
        for path in ("mine.ts", f"{self.tables}/mine.ts"):
            (self.project.output / path).write_text("// by hand\n")
        self.database.run("DROP VIEW product_ratings;")
        self.generate()
        self.assertEqual(self.file("mine.ts"), "// by hand\n")
        self.assertEqual(self.file(f"{self.tables}/mine.ts"), "// by hand\n")
        self.assertFalse((self.project.output / self.views / "product_ratings.ts").exists())

    def test_killed_run_leaves_no_files_of_what_is_gone_since(self):
        self.init()
        names = [f"brief_{number}" for number in range(400)]
        self.database.run("BEGIN;" + "".join(f"CREATE TABLE {name} (id integer);" for name in names) + "COMMIT;")
        self.kill_amid_writing()
        self.database.run("BEGIN;" + "".join(f"DROP TABLE {name};" for name in names) + "COMMIT;")
        self.succeeds("generate")
        self.assertEqual(self.project.tree(), self.clean_tree())

    def kill_amid_writing(self):
        folder = self.project.output / self.tables
        before = len(os.listdir(folder))
        process = subprocess.Popen(self.project.command("generate"), cwd=self.project.directory, stdout=subprocess.DEVNULL)
        while len(os.listdir(folder)) == before:
            self.assertIsNone(process.poll(), "it ended before anybody saw a file")
        process.kill()
        self.assertEqual(process.wait(), -signal.SIGKILL)

    # The other ways to run it

    def test_check_tells_stale_code_and_writes_nothing(self):
        self.init()
        self.succeeds("generate", "--check")
        self.database.run("ALTER TABLE reviews ADD COLUMN title text;")
        before = self.project.tree()
        checked = self.project.run("generate", "--check")
        self.assertEqual(checked.code, 2, checked)
        self.assertIn(f"{self.tables}/reviews.ts", checked.stdout + checked.stderr)
        self.assertEqual(self.project.tree(), before)
        self.generate()
        self.succeeds("generate", "--check")

    def test_check_in_a_fresh_clone(self):
        self.init()
        with Project(self.database.url) as clone:
            self.copy_output(clone)
            self.assertEqual(clone.run("generate", "--check").code, 0)
            with open(clone.output / self.tables / "reviews.ts", "a") as file:
                file.write("// by hand\n")
            self.assertEqual(clone.run("generate", "--check").code, 2)

    def copy_output(self, clone):
        for path, content in self.project.tree().items():
            target = clone.output / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)

    def test_dry_run_tells_and_writes_nothing(self):
        self.init()
        self.database.run("ALTER TABLE reviews ADD COLUMN title text;")
        before = self.project.tree()
        self.assertIn(f"{self.tables}/reviews.ts", self.succeeds("generate", "--dry-run"))
        self.assertEqual(self.project.tree(), before)
        self.assert_generates([f"{self.tables}/reviews.ts"])

    def test_dry_run_in_a_fresh_clone_leaves_no_state(self):
        with Project(self.database.url) as clone:
            done = clone.run("generate", "--dry-run")
            self.assertIn(f"would create {self.tables}/reviews.ts", done.stdout)
            self.assertFalse(clone.state.parent.exists())

    def test_json_is_one_object(self):
        self.init()
        self.database.run("ALTER TABLE reviews ADD COLUMN title text;")
        printed = json.loads(self.succeeds("generate", "--json"))
        self.assertIsInstance(printed, dict)
        self.assertIn(f"{self.tables}/reviews.ts", json.dumps(printed))

    def test_status_counts_what_is_pending(self):
        self.init()
        self.database.run("ALTER TABLE reviews ADD COLUMN title text;")
        pending = json.loads(self.succeeds("status", "--json"))
        self.succeeds("generate")
        self.assertNotEqual(pending, json.loads(self.succeeds("status", "--json")))

    def test_database_without_a_log(self):
        """Nobody may alter the database: everything is read, and the tool says so."""
        self.project.configure(self.database.url)
        first = self.project.run("generate")
        self.assertEqual(first.code, 0, first)
        self.assertRegex(first.stdout + first.stderr, "(?i)no log|without .*log|extension")
        self.assertEqual(self.project.tree(), self.clean_tree())
        self.database.run_unlogged("ALTER TABLE reviews ADD COLUMN title text;")
        before = self.project.tree()
        again = self.project.run("generate")
        self.assertEqual(again.code, 0, again)
        after = self.project.tree()
        self.assertEqual({p for p in after if before.get(p) != after[p]} - {MANIFEST}, {f"{self.tables}/reviews.ts"})

    def test_url_from_the_environment(self):
        (self.project.directory / "ddltrail.toml").write_text('[typescript]\noutput = "src/db"\n')
        self.project.environment = {"DATABASE_URL": self.database.url}
        self.assertEqual(self.project.run("generate").code, 0)
        self.assertEqual(self.project.tree(), self.clean_tree())

    def test_url_named_by_the_configuration(self):
        self.project.configure("env:SHOP_URL")
        self.project.environment = {"SHOP_URL": self.database.url}
        self.assertEqual(self.project.run("generate").code, 0)
        self.assertEqual(self.project.tree(), self.clean_tree())

    def test_url_on_the_command_line_wins(self):
        self.project.configure("sqlite:/nowhere/at/all.db")
        self.assertEqual(self.project.run("generate", "--url", self.database.url).code, 0)
        self.assertEqual(self.project.tree(), self.clean_tree())

    def test_another_database_under_the_same_url(self):
        """A database restored or made anew: the log is another one, everything is read."""
        self.init()
        self.database.make_anew()
        self.database.run_unlogged("CREATE TABLE lonely (id integer NOT NULL PRIMARY KEY);")
        self.database.install_log()
        self.generate()
        self.assertEqual(self.project.tree(), self.clean_tree())


class SqliteMainJob(MainJob, unittest.TestCase):
    engine = "sqlite"

    def test_renamed_column_reaches_views(self):
        self.init()
        self.database.run("ALTER TABLE customers RENAME COLUMN fullname TO full_name;")
        self.assert_generates([f"{self.tables}/customers.ts", f"{self.views}/customer_spending.ts"])

    def test_change_by_a_connection_without_the_extension(self):
        self.init()
        self.database.run_unlogged("ALTER TABLE reviews ADD COLUMN title text; CREATE TABLE gifts (id integer NOT NULL PRIMARY KEY);")
        self.assert_generates([f"{self.tables}/reviews.ts", f"{self.tables}/gifts.ts", "database.ts"])

    def test_rebuilt_table(self):
        self.init()
        self.database.run("BEGIN; CREATE TABLE new_warehouses (id INTEGER PRIMARY KEY, name TEXT) STRICT;"
                          "PRAGMA legacy_alter_table = ON; DROP TABLE warehouses; ALTER TABLE new_warehouses RENAME TO warehouses; COMMIT;")
        self.assert_generates([f"{self.tables}/warehouses.ts"])

    def test_rebuild_that_renames_a_column_is_told_as_a_rename(self):
        self.init()
        self.database.run("BEGIN; CREATE TABLE new_warehouses (id INTEGER PRIMARY KEY, title TEXT) STRICT;"
                          "INSERT INTO new_warehouses (id, title) SELECT id, name FROM warehouses; PRAGMA legacy_alter_table = ON;"
                          "DROP TABLE warehouses; ALTER TABLE new_warehouses RENAME TO warehouses; COMMIT;")
        printed = self.assert_generates([f"{self.tables}/warehouses.ts"], options=["--explain"])
        self.assertRegex(printed, "ALTER TABLE main.warehouses: .*renamed column name to title")
        self.assertNotIn("DROP TABLE", self.succeeds("log", "warehouses"))

    def test_journal_of_a_killed_writer_is_rolled_back(self):
        """Somebody was killed amid a transaction; who reads the file next has to roll it back."""
        self.init()
        with tempfile.TemporaryDirectory() as directory:
            self.copy_amid_a_transaction(pathlib.Path(directory))
            for file in pathlib.Path(directory).iterdir():
                shutil.copy(file, self.database.path.parent)
        self.assertTrue(pathlib.Path(f"{self.database.path}-journal").exists())
        self.assert_generates([])

    def copy_amid_a_transaction(self, directory):
        writer = sqlite3.connect(self.database.path, isolation_level=None)
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("BEGIN")
        writer.execute("CREATE TABLE unfinished (content BLOB)")
        writer.execute("INSERT INTO unfinished VALUES (randomblob(500000))")
        for file in self.database.path.parent.glob(f"{self.database.path.name}*"):
            shutil.copy(file, directory)
        writer.execute("ROLLBACK")
        writer.close()

    def test_relative_path_is_of_the_configuration(self):
        with tempfile.TemporaryDirectory() as directory:
            folder = pathlib.Path(directory)
            self.database.run_unlogged(f"VACUUM INTO '{folder}/copy.db';")
            project = Project(directory=folder)
            project.configure("sqlite:copy.db")
            self.assertEqual(project.run("generate").code, 0)
            self.assertIn(f"{self.tables}/customers.ts", project.tree())


class PostgresMainJob(MainJob, unittest.TestCase):
    engine = "postgres"

    def test_renamed_column_does_not_reach_views(self):
        self.init()
        self.database.run("ALTER TABLE customers RENAME COLUMN fullname TO full_name;")
        self.assert_generates([f"{self.tables}/customers.ts"])

    def test_enum_label_rewrites_the_enum_only(self):
        self.init()
        self.database.run("ALTER TYPE order_status ADD VALUE 'returned';")
        printed = self.assert_generates(["public/enums/order_status.ts"], options=["--explain"])
        self.assertIn("returned", printed)
        self.database.run("ALTER TYPE order_status RENAME VALUE 'returned' TO 'sent back';")
        self.assert_generates(["public/enums/order_status.ts"])

    def test_renamed_enum_rewrites_the_tables_that_use_it(self):
        self.init()
        self.database.run("ALTER TYPE payment_method RENAME TO payment_kind;")
        self.assert_generates(["public/enums/payment_kind.ts", f"{self.tables}/payments.ts"], ["public/enums/payment_method.ts"])

    def test_domain_rewrites_the_tables_that_use_it(self):
        self.init()
        self.database.run("ALTER DOMAIN country_code DROP NOT NULL;")
        self.assert_generates([f"{self.tables}/addresses.ts"])

    def test_table_moves_to_another_schema(self):
        self.init()
        self.database.run("ALTER TABLE coupons SET SCHEMA stock;")
        self.assert_generates(["stock/tables/coupons.ts", "database.ts"], [f"{self.tables}/coupons.ts"])

    def test_renamed_schema_moves_everything_in_it(self):
        self.init()
        self.database.run("ALTER SCHEMA stock RENAME TO storage;")
        written, removed, _ = self.generate()
        self.assertIn("storage/tables/inventory.ts", written)
        self.assertIn("stock/tables/inventory.ts", removed)
        self.assertEqual(self.project.tree(), self.clean_tree())

    def test_comment_rewrites_its_table(self):
        self.init()
        self.database.run("COMMENT ON COLUMN orders.note IS 'Said by the customer */';")
        self.assert_generates([f"{self.tables}/orders.ts"])
        self.assertIn("Said by the customer *\\/", self.file(f"{self.tables}/orders.ts"))

    def test_dropped_schema_takes_its_files_along(self):
        self.init()
        self.database.run("DROP SCHEMA stock CASCADE;")
        _, removed, _ = self.generate()
        self.assertIn("stock/tables/inventory.ts", removed)
        self.assertEqual(self.project.tree(), self.clean_tree())

    def test_change_committed_late_is_not_lost(self):
        """A transaction that took its ids early commits after a run that saw later ones."""
        self.init()
        late = self.open_session()
        late.stdin.write("BEGIN; ALTER TABLE reviews ADD COLUMN title text;\n\\echo ready\n")
        late.stdin.flush()
        self.assertEqual(late.stdout.readline(), "ready\n")
        self.database.run("CREATE TABLE gifts (id integer NOT NULL PRIMARY KEY);")
        written, _, _ = self.generate()
        self.assertEqual(written, {f"{self.tables}/gifts.ts", "database.ts"})
        late.communicate("COMMIT;\n")
        self.assert_generates([f"{self.tables}/reviews.ts"])

    def open_session(self):
        return subprocess.Popen(["psql", "-X", "-q", "-A", "-t"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                env=self.database.cluster.environment(self.database.name))


def operations(printed):
    """Every operation anywhere in the printed JSON."""
    found = []

    def visit(value):
        if isinstance(value, dict):
            if "op" in value:
                found.append(value)
            for each in value.values():
                visit(each)
        elif isinstance(value, list):
            for each in value:
                visit(each)
    visit(json.loads(printed))
    return found
