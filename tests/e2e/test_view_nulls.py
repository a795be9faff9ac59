"""Columns of views that are proven to hold no NULL have types without null, and follow the tables below: what is
generated incrementally equals a full run after every change that gives or takes a proof."""

import re
import unittest

from e2e.databases import PostgresTestDatabase, SqliteTestDatabase
from support.tool import Project

TABLES = """
CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, person INTEGER NOT NULL, note TEXT NOT NULL);
CREATE VIEW plain AS SELECT id, name, email FROM people;
CREATE VIEW over_plain AS SELECT name AS shown, email AS mail FROM plain;
CREATE VIEW expressions AS SELECT count(*) AS number, max(name) AS last, coalesce(max(name), 'none') AS some FROM people;
CREATE VIEW outer_join AS SELECT p.name, o.note FROM people p LEFT JOIN orders o ON o.person = p.id;
CREATE VIEW united AS SELECT name FROM people UNION SELECT note FROM orders;
"""
# What the types say of NULL, `view.column` of those without.
PROVEN = {"plain.id", "plain.name", "over_plain.shown", "expressions.number", "expressions.some", "outer_join.name"}


class ViewNulls:
    """The expectations; a subclass says on which engine."""

    def setUp(self):
        self.database = self.make_database("view_nulls")
        self.addCleanup(self.database.remove)
        self.database.run(TABLES)
        self.project = Project()
        self.addCleanup(self.project.remove)
        self.assertEqual(self.project.run("init", self.database.url).code, 0)

    def without_null(self):
        """What is read from the views, as the types say."""
        found = set()
        for path, text in self.project.tree().items():
            if f"{self.database.schema}/views/" in path:
                view = path.rsplit("/", 1)[1].removesuffix(".ts")
                for column, type_ in re.findall(r"^  (\w+): (.*);$", text.decode(), re.M):
                    if "null" not in type_.removeprefix("ColumnType<").split(", ")[0]:
                        found.add(f"{view}.{column}")
        return found

    def generate(self):
        done = self.project.run("generate", "--explain")
        self.assertEqual(done.code, 0, done)
        tree = self.project.tree()
        with Project(self.database.url) as clean:
            self.assertEqual(clean.run("generate", "--full").code, 0)
            self.assertEqual(tree, clean.tree())
        return done.stdout


class SqliteViewNulls(ViewNulls, unittest.TestCase):
    make_database = SqliteTestDatabase

    def test_nothing_is_proven(self):
        self.assertEqual(self.without_null(), set())
        self.database.run("DROP VIEW plain; CREATE VIEW plain AS SELECT id, name, email FROM people WHERE id > 1;")
        self.generate()
        self.assertEqual(self.without_null(), set())


class PostgresViewNulls(ViewNulls, unittest.TestCase):
    make_database = PostgresTestDatabase

    def after(self, sql):
        self.database.run(sql)
        self.generate()
        return self.without_null()

    def test_what_is_proven_has_no_null(self):
        self.assertEqual(self.without_null(), PROVEN)

    def test_not_null_of_a_table_reaches_the_views_above(self):
        self.database.run("ALTER TABLE people ALTER email SET NOT NULL;")
        told = self.generate()
        self.assertRegex(told, r"rewrote public/views/over_plain.ts\n +#\d+ ALTER TABLE public.people: .* -> public.over_plain")
        self.assertEqual(self.without_null(), PROVEN | {"plain.email", "over_plain.mail"})
        self.assertEqual(self.after("ALTER TABLE people ALTER name DROP NOT NULL;"),
                         (PROVEN | {"plain.email", "over_plain.mail"}) - {"plain.name", "over_plain.shown", "outer_join.name"})

    def test_what_else_gives_and_takes_proofs(self):
        below = {"plain.id", "plain.name", "over_plain.shown", "outer_join.name"}
        for sql, proven in [
            ("CREATE TABLE children () INHERITS (people);", PROVEN - below),
            ("DROP TABLE children;", PROVEN),
            ("CREATE TABLE children (LIKE people);", PROVEN),
            ("ALTER TABLE children INHERIT people;", PROVEN - below),
            ("ALTER TABLE children NO INHERIT people;", PROVEN),
            ("ALTER TABLE people ADD PRIMARY KEY (email), DROP CONSTRAINT people_pkey;", PROVEN | {"plain.email", "over_plain.mail"}),
            ("CREATE OR REPLACE VIEW plain AS SELECT id, name, lower(email) AS email FROM people;", PROVEN),
            ("ALTER VIEW over_plain RENAME TO above; ALTER VIEW above RENAME shown TO name;",
             PROVEN - {"over_plain.shown"} | {"above.name"}),
            ("DROP VIEW above;", PROVEN - {"over_plain.shown"}),
            ("DROP VIEW plain, expressions, outer_join, united;", set()),
            ("CREATE VIEW again AS SELECT id FROM people;", {"again.id"}),
        ]:
            with self.subTest(sql):
                self.assertEqual(self.after(sql), proven)

    def test_materialized_views_and_what_shows_them_prove_nothing(self):
        self.assertEqual(self.after("CREATE MATERIALIZED VIEW kept AS SELECT id FROM people; CREATE VIEW shown AS SELECT id FROM kept;"), PROVEN)

    def test_what_is_inserted_may_be_left_to_the_default(self):
        text = self.project.tree()["public/views/plain.ts"]
        self.assertRegex(text.decode(), r"  id: ColumnType<number, number \| null, number \| null>;")

    def test_partitions_that_are_foreign(self):
        self.assertEqual(self.after("CREATE TABLE parts (id INTEGER NOT NULL) PARTITION BY LIST (id); CREATE VIEW of_parts AS SELECT id FROM parts;"),
                         PROVEN | {"of_parts.id"})
        self.assertEqual(self.after("CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;"
                                    "CREATE FOREIGN TABLE far PARTITION OF parts FOR VALUES IN (1) SERVER s;"), PROVEN)
