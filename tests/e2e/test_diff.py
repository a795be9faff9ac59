"""`ddltrail snapshot` and `ddltrail diff`: equal where nothing that counts differs, a line for everything that does.
Fingerprints, of the tool and of the database: equal where the diff is empty."""

import datetime
import hashlib
import itertools
import json
import re
import subprocess
import time
import unittest

from e2e.databases import shop
from support import cluster
from support.places import ROOT
from support.tool import Project

SAMPLES = ROOT / "tests" / "sample"

# A statement, and the lines of the diff that it makes; {} where there is none of the kind before.
POSTGRES = [
    ("COMMENT ON SCHEMA stock IS 'x'", "schema stock: comment set to x"),
    ("CREATE SCHEMA other", "schema other: created"),
    ("CREATE ROLE diff_role; ALTER SCHEMA other OWNER TO diff_role", "schema other: owner changed from postgres to diff_role"),
    ("ALTER TYPE payment_method ADD VALUE 'cheque' BEFORE 'cash'", "enum public.payment_method: added value cheque"),
    ("ALTER TYPE payment_method ADD VALUE 'barter' BEFORE 'card'", "enum public.payment_method: added value barter"),
    ("ALTER DOMAIN email_address SET NOT NULL", "domain public.email_address: changed is_nullable from true to false"),
    ("ALTER DOMAIN email_address SET DEFAULT 'a@b'",
     "domain public.email_address: changed default_expression from none to 'a@b'::text"),
    ("ALTER TYPE stock.dimensions ADD ATTRIBUTE weight real", "composite type stock.dimensions: changed attributes from "),
    ("COMMENT ON TYPE stock.price_range IS 'x'", "range type stock.price_range: comment set to x"),
    ("CREATE OR REPLACE FUNCTION stock.volume(stock.dimensions) RETURNS numeric STABLE LANGUAGE sql AS 'SELECT 1.0'",
     "function stock.volume(stock.dimensions): changed its definition"),
    ("CREATE FUNCTION f(a int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1'", "function public.f(a integer): created"),
    ("DROP FUNCTION f(int)", "function public.f(a integer): dropped"),
    ("CREATE SEQUENCE numbers", "sequence public.numbers: created"),
    ("ALTER SEQUENCE numbers INCREMENT 5 CYCLE",
     "sequence public.numbers: changed increment from 1 to 5; changed is_cyclic from false to true"),
    ("ALTER SEQUENCE numbers SET UNLOGGED", "sequence public.numbers: changed persistence from none to unlogged"),
    ("CREATE TABLE plain (id serial PRIMARY KEY, a int, b text COLLATE \"C\")", "table public.plain: created"),
    ("ALTER TABLE plain OWNER TO diff_role", "table public.plain: owner changed from postgres to diff_role"),
    ("COMMENT ON TABLE plain IS 'x'", "table public.plain: comment set to x"),
    ("ALTER TABLE plain ADD COLUMN c date", "table public.plain: added column c date"),
    ("ALTER TABLE plain DROP COLUMN c", "table public.plain: dropped column c"),
    ("ALTER TABLE plain ALTER a TYPE bigint", "table public.plain: changed type of column a from integer to bigint"),
    ("ALTER TABLE plain ALTER a SET NOT NULL", "table public.plain: set column a not null"),
    ("ALTER TABLE plain ALTER a DROP NOT NULL", "table public.plain: dropped not null of column a"),
    ("ALTER TABLE plain ALTER a SET DEFAULT 7", "table public.plain: changed default of column a from none to 7"),
    ("ALTER TABLE plain ALTER a DROP DEFAULT; ALTER TABLE plain ALTER a SET NOT NULL; "
     "ALTER TABLE plain ALTER a ADD GENERATED ALWAYS AS IDENTITY", "changed identity of column a from none to always"),
    ("ALTER TABLE plain ALTER b TYPE text COLLATE \"POSIX\"",
     "table public.plain: changed collation of column b from \"C\" to \"POSIX\""),
    ("COMMENT ON COLUMN plain.b IS 'x'", "table public.plain: commented column b"),
    ("ALTER TABLE plain ADD CONSTRAINT positive CHECK (a > 0) NOT VALID", "table public.plain: added check positive on a"),
    ("ALTER TABLE plain VALIDATE CONSTRAINT positive", "table public.plain: altered check positive"),
    ("COMMENT ON CONSTRAINT positive ON plain IS 'x'", "table public.plain: comment of constraint positive set to x"),
    ("ALTER TABLE plain DROP CONSTRAINT positive", "table public.plain: dropped check positive on a"),
    ("ALTER TABLE plain ADD CONSTRAINT to_shop FOREIGN KEY (a) REFERENCES customers", "added foreign key to_shop on a"),
    ("ALTER TABLE plain ALTER CONSTRAINT to_shop DEFERRABLE", "table public.plain: altered foreign key to_shop"),
    ("ALTER TABLE plain SET UNLOGGED", "table public.plain: changed persistence from permanent to unlogged"),
    ("ALTER TABLE plain SET (fillfactor = 50)", "table public.plain: changed options from  to fillfactor=50"),
    ("ALTER TABLE plain ENABLE ROW LEVEL SECURITY", "table public.plain: changed has_row_security from false to true"),
    ("ALTER TABLE plain REPLICA IDENTITY FULL", "table public.plain: changed replica_identity from default to full"),
    ("ALTER TABLE plain ALTER b SET STORAGE MAIN", "table public.plain: changed storage of column b from none to main"),
    ("ALTER TABLE plain ALTER b SET STATISTICS 5", "table public.plain: changed statistics_target of column b from none to 5"),
    ("CREATE INDEX by_b ON plain (b)", "index public.by_b: created"),
    ("COMMENT ON INDEX by_b IS 'x'", "index public.by_b: comment set to x"),
    ("DROP INDEX by_b; CREATE INDEX by_b ON plain USING hash (b)", "index public.by_b: changed method from btree to hash"),
    ("CREATE TABLE above (LIKE plain); ALTER TABLE plain INHERIT above", "table public.plain: became a child of public.above"),
    ("ALTER TABLE stock.stock_movements DETACH PARTITION stock.stock_movements_2026",
     "table stock.stock_movements_2026: changed is_partition from true to false; is no longer a child of stock.stock_movements"),
    ("CREATE OR REPLACE VIEW active_products AS SELECT id, sku, name, price_cents, 1 AS one FROM products",
     "view public.active_products: added column one integer; changed its query"),
    ("ALTER VIEW active_products SET (security_barrier)", "changed options from  to security_barrier=true"),
    ("REFRESH MATERIALIZED VIEW monthly_sales WITH NO DATA", "changed is_populated from true to false"),
    ("CREATE TRIGGER again AFTER INSERT ON reviews EXECUTE FUNCTION touch_review()", "trigger again on public.reviews: created"),
    ("ALTER TABLE reviews DISABLE TRIGGER again", "trigger again on public.reviews: changed enabled from origin to disabled"),
    ("CREATE OR REPLACE RULE coupons_stay AS ON DELETE TO coupons DO ALSO SELECT 1", "table public.coupons: changed rule coupons_stay"),
    ("DROP RULE coupons_stay ON coupons", "table public.coupons: dropped rule coupons_stay"),
    ("ALTER POLICY own_reviews ON reviews USING (rating > 1)",
     "policy own_reviews on public.reviews: changed using_expression from (rating > 0) to (rating > 1)"),
    ("ALTER STATISTICS reviews_of_products SET STATISTICS 3", "statistics object public.reviews_of_products: changed "),
    ("GRANT UPDATE ON plain TO PUBLIC", "table public.plain: privileges changed"),
    ("GRANT SELECT (b) ON plain TO PUBLIC", "table public.plain: privileges of column b changed"),
    ("REVOKE EXECUTE ON FUNCTION touch_review FROM PUBLIC", "routine public.touch_review(): privileges changed"),
    ("GRANT CREATE ON SCHEMA stock TO PUBLIC", "schema stock: privileges changed"),
    ("GRANT USAGE ON TYPE payment_method TO diff_role", "type public.payment_method: privileges changed"),
    ("COMMENT ON INDEX plain_pkey IS 'x'", "index public.plain_pkey: comment set to x"),
    ("ALTER SEQUENCE plain_a_seq RENAME TO counted", "sequence public.counted: changed sequence_name from plain_a_seq to counted"),
    ("ALTER DEFAULT PRIVILEGES IN SCHEMA stock REVOKE SELECT ON TABLES FROM PUBLIC",
     "default acl for role postgres on table in schema stock: privileges changed"),
    ("ALTER EXTENSION hstore SET SCHEMA other", "extension hstore: changed schema_name from public to other"),
    ("ALTER PUBLICATION sales SET (publish = 'insert')", "publication sales: changed operations from insert, update, delete, truncate to insert"),
    ("ALTER SERVER partner OPTIONS (ADD port '1')", "server partner: changed option_names from host to host, port"),
    ("DROP TABLE plain", "table public.plain: dropped"),
]

# SQLite changes no more of a table than names and columns: one is made again, with this behind the type of a.
PLAIN = "DROP TABLE plain; CREATE TABLE plain (id INTEGER PRIMARY KEY, a INT {})"

SQLITE = [
    ("CREATE TABLE plain (id INTEGER PRIMARY KEY, a INT, b TEXT)", "table main.plain: created"),
    ("ALTER TABLE plain ADD COLUMN c DATE NOT NULL DEFAULT 'x'", "table main.plain: added column c DATE"),
    ("ALTER TABLE plain DROP COLUMN c", "table main.plain: dropped column c"),
    ("CREATE INDEX by_b ON plain (b)", "index main.by_b: created"),
    ("DROP INDEX by_b; CREATE UNIQUE INDEX by_b ON plain (b) WHERE a > 0", "index main.by_b: changed "),
    ("CREATE TRIGGER again AFTER INSERT ON plain BEGIN SELECT 1; END", "trigger again on main.plain: created"),
    ("DROP TRIGGER again; CREATE TRIGGER again AFTER INSERT ON plain BEGIN SELECT 2; END",
     "trigger again on main.plain: changed its definition"),
    ("CREATE VIEW shown AS SELECT a FROM plain", "view main.shown: created"),
    ("DROP VIEW shown; CREATE VIEW shown AS SELECT a FROM plain WHERE a > 1", "view main.shown: changed its query"),
    ("DROP VIEW shown; DROP TABLE plain; CREATE TABLE plain (id INTEGER PRIMARY KEY, a BIGINT NOT NULL DEFAULT 3 UNIQUE)",
     "table main.plain: changed type of column a from INT to BIGINT"),
    ("DROP TABLE plain; CREATE TABLE plain (id INTEGER PRIMARY KEY, a BIGINT NOT NULL DEFAULT 3 UNIQUE REFERENCES customers)",
     "table main.plain: added foreign key "),
    ("DROP TABLE plain; CREATE TABLE plain (id INTEGER PRIMARY KEY, a BIGINT NOT NULL DEFAULT 3 UNIQUE REFERENCES products)",
     "dropped foreign key "),
    ("DROP TABLE plain; CREATE TABLE plain (id INTEGER PRIMARY KEY, a BIGINT CHECK (a > 0))", "; added check none on a"),
    (PLAIN.format("CHECK (a > 1)"), "dropped check none on a"),
    (PLAIN.format("CONSTRAINT some CHECK (a > 1)"), "added check some on a"),
    (PLAIN.format("CONSTRAINT some CHECK (a > 2)"), "table main.plain: altered check some"),
    (PLAIN.format("COLLATE NOCASE"), "changed collation of column a from none to NOCASE"),
    (PLAIN.format("COLLATE rtrim"), "table main.plain: changed collation of column a from NOCASE to RTRIM"),
    (PLAIN.format("REFERENCES customers"), "added foreign key none on a"),
    (PLAIN.format("REFERENCES customers DEFERRABLE INITIALLY DEFERRED"),
     "dropped foreign key none on a; added foreign key none on a"),
    (PLAIN.format("CONSTRAINT c REFERENCES customers ON DELETE SET NULL"), "added foreign key c on a"),
    (PLAIN.format("CONSTRAINT c REFERENCES customers ON DELETE CASCADE"), "table main.plain: altered foreign key c"),
    (PLAIN.format("AS (id + 1)"), "changed expression of generated column a from none to id + 1"),
    (PLAIN.format("AS (id + 2)"), "table main.plain: changed expression of generated column a from id + 1 to id + 2"),
    (PLAIN.format("AS (id + 2) STORED"), "table main.plain: changed generated of column a from virtual to stored"),
    (PLAIN.format("NOT NULL ON CONFLICT IGNORE"), "changed options of column a from  to not_null_conflict=ignore"),
    (PLAIN.format("UNIQUE ON CONFLICT IGNORE"), "added unique none on a"),
    (PLAIN.replace("PRIMARY KEY", "PRIMARY KEY AUTOINCREMENT").format(""),
     "added primary key none on id"),
    (PLAIN.format("") + " STRICT", "changed is_strict from false to true"),
    (PLAIN.format("") + " WITHOUT ROWID", "changed options from  to without_rowid=true"),
    ("CREATE VIRTUAL TABLE docs USING fts5(title)", "virtual table main.docs: created"),
    ("DROP TABLE docs; CREATE VIRTUAL TABLE docs USING fts5(title, tokenize = 'ascii')",
     "virtual table main.docs: changed options from title to title, tokenize = 'ascii'"),
    ("DROP TABLE plain", "table main.plain: dropped"),
]


def lines(done):
    return done.stdout.splitlines()


def told(done):
    """Kind and identity of what a diff tells of, as `snapshot --fingerprints` writes them."""
    names = set()
    for line in lines(done):
        name = line.split(": ")[0]
        name = re.sub(r"^routine ", "function ", name)
        name = re.sub(r"^type ", "enum ", name)
        name = re.sub(r"^(trigger|policy) (\S+) on (\w+)\.(\w+)$", r"\1 \3.\2 on \4", name)
        name = re.sub(r"^default acl for role (\w+) on (\w+) in schema (\w+)$", r"default acl \3.\1 on \2", name)
        names.add(name)
    return names


def whole(fingerprints):
    """The fingerprint of a schema, from those of its objects."""
    return hashlib.sha256("".join(f"{line}\n" for line in ["ddltrail 1", *sorted(fingerprints.values())]).encode()).hexdigest()


class DiffChecks:
    """A shop, and its snapshot in the folder of the project."""

    maxDiff = None

    def setUp(self):
        self.database = shop(self.engine, "diff")
        self.addCleanup(self.database.remove)
        self.project = Project()
        self.addCleanup(self.project.remove)
        self.snapshot("before.json")

    def snapshot(self, name):
        done = self.project.run("snapshot", self.database.url, "--output", name)
        self.assertEqual(done.code, 0, done)
        return (self.project.directory / name).read_text()

    def diff(self, *arguments, code=2):
        done = self.project.run("diff", *arguments)
        self.assertEqual(done.code, code, done)
        return done

    def fingerprint(self, *arguments):
        done = self.project.run("snapshot", "--fingerprint", *arguments)
        self.assertRegex(done.stdout, r"\A[0-9a-f]{64}\n\Z", done)
        return done.stdout.strip()

    def fingerprints(self, *arguments):
        """Kind and identity of each object -> its fingerprint."""
        found = lines(self.project.run("snapshot", "--fingerprints", *arguments))
        return {name: fingerprint for fingerprint, name in (line.split("  ", 1) for line in found)}

    def test_every_change_has_its_line_and_changes_fingerprints(self):
        self.install_extension()
        before = self.fingerprints("before.json")
        for statement, expected in self.mutations:
            with self.subTest(statement=statement):
                self.database.run(statement)
                self.snapshot("after.json")
                diff = self.diff("before.json", "after.json")
                self.assertIn(expected, "\n".join(lines(diff)))
                (self.project.directory / "after.json").replace(self.project.directory / "before.json")
                after = self.fingerprints("before.json")
                changed = {name for name in before | after if before.get(name) != after.get(name)}
                before = after
                self.assertEqual(told(diff) - changed, set())
                # What comes and goes with a table or a column is not told.
                self.assertTrue(changed == told(diff) or re.search(": (created|dropped)$|changed (identity of|sequence_name)", diff.stdout, re.MULTILINE),
                                changed - told(diff))
                self.assertEqual(self.fingerprints_in_database(), self.visible_in_database(after))

    def test_fingerprint_is_of_the_fingerprints_of_objects(self):
        self.assertEqual(self.fingerprint("before.json"), whole(self.fingerprints(self.database.url)))

    def test_equal_schemas_have_no_line(self):
        self.assertEqual(self.diff(self.database.url, "before.json", code=0).stdout, "")
        self.assertEqual(json.loads(self.diff(self.database.url, "before.json", "--json", code=0).stdout),
                         {"version": 1, "from": {"kind": "database", "name": self.database.url},
                          "to": {"kind": "snapshot", "name": "before.json"}, "compared": "all", "differences": []})

    def test_there_and_back(self):
        for statement, _ in self.mutations[:-1]:
            self.database.run(statement)
        there = json.loads(self.diff("before.json", self.database.url, "--json").stdout)["differences"]
        back = json.loads(self.diff(self.database.url, "before.json", "--json").stdout)["differences"]
        turned = {"create": "drop", "drop": "create", "alter": "alter"}
        side = lambda rows: sorted((row["object_kind"], row["object_identity"], row["action"]) for row in rows)
        self.assertEqual(side(there), side([{**row, "action": turned[row["action"]]} for row in back]))

    def test_script_is_a_schema(self):
        script = str(SAMPLES / f"shop.{self.engine}.sql")
        self.assertEqual(self.diff(script, "before.json", "--scratch", self.database.url, code=0).stdout, "")
        self.assertEqual(self.fingerprint(script, "--scratch", self.database.url), self.fingerprint("before.json"))

    def test_moment_of_the_trail(self):
        self.assertEqual(self.project.run("init", self.database.url).code, 0)
        time.sleep(1.1)
        moment = "@" + time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime())
        time.sleep(1.1)
        self.database.run("ALTER TABLE reviews ADD COLUMN extra integer; CREATE TABLE later (id integer PRIMARY KEY)")
        found = lines(self.diff(moment, self.database.url))
        self.assertEqual(found, [f"table {self.database.schema}.later: created",
                                 f"table {self.database.schema}.reviews: added column extra {self.integer}"])
        self.assertEqual(self.diff(moment, "before.json", code=0).stdout, "")
        later = "@" + time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(time.time() + 60))
        self.assertNotEqual(self.fingerprint(moment), self.fingerprint(later))
        self.database.run("ALTER TABLE reviews DROP COLUMN extra; DROP TABLE later")
        self.assertEqual(self.diff(moment, later, code=0).stdout, "")
        self.assertEqual(self.fingerprint(moment), self.fingerprint(later))

    def now(self):
        """Later than what is in the trail, and before what comes."""
        time.sleep(0.01)
        moment = "@" + datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        time.sleep(0.01)
        return moment

    def sides(self, name, script):
        """Every way to name the schema as it is now, and what JSON says of each."""
        text = self.snapshot(f"{name}.json")
        (self.project.directory / f"{name}.sql").write_text(script)
        self.assertIn('"relations"', text)
        of_trail = {"database": self.database.url}
        cursor, moment = "@" + self.current_cursor(), self.now()
        return [{"kind": "snapshot", "name": f"{name}.json"}, {"kind": "script", "name": f"{name}.sql"},
                {"kind": "cursor", "name": cursor, **of_trail}, {"kind": "moment", "name": moment, **of_trail}]

    def test_every_pair_of_sources(self):
        script = (SAMPLES / f"shop.{self.engine}.sql").read_text()
        change = ("ALTER TABLE reviews ADD COLUMN extra integer; CREATE TABLE later (id integer NOT NULL);"
                  " CREATE INDEX by_rating ON reviews (rating);")
        self.assertEqual(self.project.run("init", self.database.url).code, 0)
        before = self.sides("earlier", script)
        self.database.run(change)
        after = [*self.sides("later", script + change), {"kind": "database", "name": self.database.url}]
        schema = self.database.schema
        expected = [f"table {schema}.later: created", f"table {schema}.reviews: added column extra {self.integer}",
                    f"index {schema}.by_rating: created"]
        for one, other in itertools.product(before, after):
            with self.subTest(one=one["kind"], other=other["kind"]):
                arguments = (one["name"], other["name"], "--scratch", self.database.url)
                self.assertEqual(sorted(lines(self.diff(*arguments))), sorted(expected))
                found = json.loads(self.diff(*arguments, "--json").stdout)
                self.assertEqual((found["from"], found["to"]), (one, other))
                of_trail = {"cursor", "moment"} & {one["kind"], other["kind"]}
                self.assertEqual(found["compared"], "logged" if of_trail else "all")
                self.assertEqual({(row["object_kind"], row["object_identity"], row["action"]) for row in found["differences"]},
                                 {("table", f"{schema}.later", "create"), ("table", f"{schema}.reviews", "alter"),
                                  ("index", f"{schema}.by_rating", "create")})
        for one, other in [*itertools.combinations(before, 2), *itertools.combinations(after, 2)]:
            with self.subTest(one=one["kind"], other=other["kind"]):
                self.assertEqual(self.diff(one["name"], other["name"], "--scratch", self.database.url, code=0).stdout, "")

    def test_renames_between_positions_of_the_trail(self):
        self.database.run("CREATE TABLE people (id integer PRIMARY KEY, fullname text NOT NULL CHECK (fullname <> 'fullname'), gone integer,"
                          " boss integer REFERENCES people (id)); CREATE INDEX people_name ON people (fullname) WHERE boss > 0")
        self.assertEqual(self.project.run("init", self.database.url).code, 0)
        cursor = "@" + self.current_cursor()
        self.assertEqual(self.diff(cursor, self.database.url, code=0).stdout, "")
        for statement in ("RENAME COLUMN fullname TO name", "RENAME COLUMN name TO full_name", "DROP COLUMN gone", "ADD COLUMN gone text",
                          "RENAME COLUMN gone TO came", "RENAME TO persons"):
            self.database.run(f"ALTER TABLE people {statement}")
        self.database.run("CREATE TABLE another (id integer)")
        self.assertEqual(lines(self.diff(cursor, self.database.url)), [
            f"table {self.database.schema}.persons: renamed from people to persons; renamed column fullname to full_name;"
            f" added column came {self.text}; dropped column gone",
            f"table {self.database.schema}.another: created"])
        self.assertEqual(lines(self.diff(self.database.url, cursor)), [
            f"table {self.database.schema}.people: renamed from persons to people; renamed column full_name to fullname;"
            f" dropped column came; added column gone {self.integer}",
            f"table {self.database.schema}.another: dropped"])
        later = "@" + self.current_cursor()
        self.assertEqual(self.diff(later, self.database.url, code=0).stdout, "")
        self.assertEqual(lines(self.diff(cursor, later)), lines(self.diff(cursor, self.database.url)))
        # A name that something else had before is told as dropped and added.
        for statement in ("DROP COLUMN came", "RENAME COLUMN boss TO gone"):
            self.database.run(f"ALTER TABLE persons {statement}")
        self.assertIn("dropped column boss", self.diff(cursor, self.database.url).stdout)
        self.assertEqual(self.project.run("diff", "@1/another/1/1/1/1:1:", self.database.url).code, 1)

    def test_status_shows_the_fingerprint_where_asked(self):
        self.assertEqual(self.project.run("init", self.database.url).code, 0)
        found = self.project.run("status", "--fingerprint").stdout
        self.assertEqual(found.splitlines()[-1], f"schema    {self.fingerprint('before.json')}")
        self.assertEqual(json.loads(self.project.run("status", "--fingerprint", "--json").stdout)["fingerprint"], found.split()[-1])
        self.assertIsNone(json.loads(self.project.run("status", "--json").stdout)["fingerprint"])

    def test_what_cannot_be_read(self):
        (self.project.directory / "broken.json").write_text('{"contract": 1')
        (self.project.directory / "broken.sql").write_text("CREATE TABLE (")
        (self.project.directory / "before.txt").write_text("CREATE TABLE t (id integer);")
        (self.project.directory / "other.json").write_text("{}")
        (self.project.directory / "wrong.sql").write_text("CREATE TABLE t (id integer);\n\nCREATE INDEX i\nON u (id);\n")
        (self.project.directory / "twice.sql").write_text("CREATE TABLE t (id integer);\n\nCREATE TABLE t (id integer);\n")
        for argument, message in (("nothing.json", "there is no such file: \"nothing.json\""), ("broken.json", "not a snapshot (parse error at line 1"),
                                  ("other.json", "not a snapshot (it names no contract)"), ("before.txt", "not a snapshot (parse error"),
                                  ("wrong.sql", ", line 3)"), ("twice.sql", ", line 3)"), ("@2026-11-01", "the database has no log"),
                                  ("broken.sql", "the script failed"), ("@yesterday", "not a date or time"),
                                  ("sqlite:nothing.db", "nothing.db"), ("", "there is no such file")):
            with self.subTest(argument=argument):
                done = self.project.run("diff", argument, "before.json", "--scratch", self.database.url)
                self.assertIn(done.code, (1, 64), done)
                self.assertIn(message, done.stderr.splitlines()[0])


class PostgresDiff(DiffChecks, unittest.TestCase):
    engine = "postgres"
    mutations = POSTGRES
    integer = "integer"
    text = "text"

    def current_cursor(self):
        return self.database.run("SELECT ddltrail.current_cursor()").strip()

    def install_extension(self):
        self.database.run("CREATE EXTENSION ddltrail")

    def visible_in_database(self, fingerprints):
        return fingerprints

    def fingerprints_in_database(self):
        """As fingerprints(), whatever the session has set."""
        rows = self.database.run(
            "SET DateStyle = 'German'; SET search_path = stock, public; SET quote_all_identifiers = on;"
            " SELECT json_build_array(concat(object_kind, ' ', schema_name || '.', object_name), fingerprint) FROM ddltrail.fingerprints")
        return dict(json.loads(row) for row in rows.splitlines())

    def setUp(self):
        self.addCleanup(cluster.shared().psql, "DROP ROLE IF EXISTS diff_role")
        super().setUp()

    def test_restored_dump_is_equal(self):
        for statement, _ in POSTGRES[:-1]:
            self.database.run(statement)
        server = cluster.shared()
        environment = server.environment("diff")
        dump = subprocess.run([f"{server.bin}/pg_dump", "-U", server.user, "-d", self.database.name], env=environment,
                              capture_output=True, text=True, check=True).stdout
        server.create_database("diff_restored")
        self.addCleanup(server.psql, "DROP DATABASE diff_restored WITH (FORCE)")
        server.psql(dump, "diff_restored")
        self.assertEqual(self.diff(self.database.url, server.url("diff_restored"), code=0).stdout, "")
        self.assertEqual(self.fingerprint(self.database.url), self.fingerprint(server.url("diff_restored")))

    def test_lines_for_psql_around_a_dump_are_left_out(self):
        (self.project.directory / "dump.sql").write_text("\\restrict aB1\n\nCREATE TABLE t (id integer);\n\n\\unrestrict aB1\n")
        (self.project.directory / "plain.sql").write_text("CREATE TABLE t (id integer);\n")
        self.diff("dump.sql", "plain.sql", "--scratch", self.database.url, code=0)
        (self.project.directory / "wrong.sql").write_text("\\restrict aB1\n\nCREATE TABLE t (\n    id integre\n);\n")
        done = self.diff("wrong.sql", "plain.sql", "--scratch", self.database.url, code=1)
        self.assertIn('(type "integre" does not exist, line 4): "wrong.sql"', done.stderr)

    def test_throw_away_database_is_thrown_away(self):
        self.project.run("diff", str(SAMPLES / "shop.postgres.sql"), "before.json", "--scratch", self.database.url)
        (self.project.directory / "broken.sql").write_text("CREATE TABLE (")
        self.project.run("diff", "broken.sql", "before.json", "--scratch", self.database.url)
        found = cluster.shared().psql("SELECT datname FROM pg_database WHERE datname LIKE 'ddltrail_scratch%'")
        self.assertEqual(found, "")


class SqliteDiff(DiffChecks, unittest.TestCase):
    engine = "sqlite"
    mutations = SQLITE
    integer = "INTEGER"
    text = "TEXT"

    def current_cursor(self):
        return self.database.run("SELECT ddltrail_current_cursor()").strip()

    def install_extension(self):
        self.database.run("SELECT ddltrail_install()")

    def visible_in_database(self, fingerprints):
        return {"": whole(fingerprints)}

    def fingerprints_in_database(self):
        return {"": self.database.run("SELECT ddltrail_fingerprint()").strip()}

    def test_attached_file_has_the_same_fingerprint(self):
        found = self.database.run(f"ATTACH '{self.database.path}' AS other; SELECT ddltrail_fingerprint('other') = ddltrail_fingerprint()")
        self.assertEqual(found.strip(), "1")
