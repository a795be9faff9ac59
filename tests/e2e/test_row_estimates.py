"""How many rows a hazard of a plan is about, as far as the database that the plan begins with knows."""

import json
import unittest

from cases.hazards import ALL_ALLOWED
from e2e.databases import DATABASES
from support.tool import Project


class RowEstimates:
    def setUp(self):
        self.database = DATABASES[self.engine](f"estimates_{self._testMethodName[:40]}")
        self.addCleanup(self.database.remove)
        self.project = self.enterContext(Project())

    def plan(self, later, *arguments):
        (self.project.directory / "later.sql").write_text(later)
        done = self.project.run("migration", "plan", "--from", self.database.url, "--to", "later.sql", *ALL_ALLOWED, *arguments)
        self.assertEqual(done.code, 0, done)
        return done

    def rows_at_risk(self, later, *arguments):
        """Object -> rows, of the hazards of one plan."""
        steps = json.loads(self.plan(later, "--json", *arguments).stdout)["steps"]
        return {hazard["object"]: hazard["rows"] for step in steps for hazard in step["hazards"]}


class SqliteEstimates(RowEstimates, unittest.TestCase):
    engine = "sqlite"

    def test_rows_are_counted(self):
        self.database.run_unlogged("CREATE TABLE users (id INTEGER PRIMARY KEY, age INTEGER); CREATE TABLE none (id INTEGER);"
                                   "INSERT INTO users VALUES (1, 30), (2, 40), (3, 50);")
        later = "CREATE TABLE people (id INTEGER PRIMARY KEY);"
        rename = ("--rename", "table:users=people")
        found = self.rows_at_risk(later, *rename)
        self.assertEqual((found["column people.age"], found["table none"]), (3, 0))
        self.assertIn("hazard: data-loss: column people.age: its values are gone (rows: 3)\n", self.plan(later, *rename).stderr)


class PostgresEstimates(RowEstimates, unittest.TestCase):
    engine = "postgres"

    def test_the_server_is_asked(self):
        self.database.run("""
            CREATE TABLE users (id integer, age integer);
            INSERT INTO users SELECT n, n FROM generate_series(1, 5000) AS n;
            CREATE TABLE parts (id integer, extra integer) PARTITION BY RANGE (id);
            CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (1) TO (101);
            CREATE TABLE parts_2 PARTITION OF parts FOR VALUES FROM (101) TO (1000);
            INSERT INTO parts SELECT n, n FROM generate_series(1, 300) AS n;
            CREATE TABLE empty (id integer, extra integer);
            ANALYZE;
            INSERT INTO users SELECT n, n FROM generate_series(1, 5000) AS n;
            CREATE TABLE unseen (id integer, extra integer);
            INSERT INTO unseen VALUES (1, 1);""")
        later = """
            CREATE TABLE people (id integer);
            CREATE TABLE parts (id integer) PARTITION BY RANGE (id);
            CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (1) TO (101);
            CREATE TABLE parts_2 PARTITION OF parts FOR VALUES FROM (101) TO (1000);
            CREATE TABLE empty (id integer);
            CREATE TABLE unseen (id integer);"""
        found = self.rows_at_risk(later, "--rename", "table:users=people")
        self.assertAlmostEqual(found.pop("column public.people.age"), 10000, delta=300)
        self.assertEqual(found, {"column public.parts.extra": 300, "column public.empty.extra": 0, "column public.unseen.extra": None})

    def test_no_database_no_estimate(self):
        self.database.run("CREATE TABLE users (id integer, age integer); ANALYZE")
        self.assertEqual(self.project.run("snapshot", self.database.url, "--output", "before.json").code, 0)
        (self.project.directory / "later.sql").write_text("CREATE TABLE users (id integer);")
        done = self.project.run("migration", "plan", "--from", "before.json", "--to", "later.sql", "--scratch", self.database.url, *ALL_ALLOWED)
        self.assertIn("hazard: data-loss: column public.users.age: its values are gone\n", done.stderr)


if __name__ == "__main__":
    unittest.main()
