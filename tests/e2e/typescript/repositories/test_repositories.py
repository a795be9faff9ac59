"""Generated repositories, relations and entities, on both engines and with their real drivers."""

import pathlib
import tempfile
import unittest

from e2e.typescript.repositories.blog_project import BLOG, PACKAGES, RepositoryProject, install_packages, schema
from support import cluster, sqlite
from support.places import sample


def setUpModule():
    install_packages()


class Repositories:
    def project(self, *programs, options=""):
        # Whole hours would hide dates that are off by the time zone.
        project = RepositoryProject(self.url, {**self.environment, "TZ": "Asia/Kolkata"}, programs, options)
        self.addCleanup(project.remove)
        return project

    def test_everything_they_can_do_on_a_blog(self):
        self.load(schema(self.engine))
        project = self.project(*BLOG.glob("*.ts"), *(BLOG / self.engine).glob("*.ts"))
        project.node("--test-reporter=spec", "dist/main.js")

    def test_a_shop_compiles(self):
        self.load(sample(self.engine, "shop"))
        output = self.project(options=self.further_options).output
        number = lambda folder: len(list(output.glob(f"*/{folder}/*.ts")))
        self.assertEqual(number("entities"), 17)
        self.assertEqual(number("repositories"), number("tables") + number("views"))
        self.assertGreater(number("views"), 0)

    def test_hostile_names_compile(self):
        self.load((PACKAGES / f"types.{self.engine}.sql").read_text() + HOSTILE)
        self.assertTrue((self.project().output / "runtime" / "repository.ts").exists())


# Members of entities, columns that relations or finders are called like, and tables like the runtime's classes.
HOSTILE = """
CREATE TABLE base (id integer PRIMARY KEY, constructor text, "toRow" text, validate text, validate_ text, "__proto__" text,
                   "a_b" integer UNIQUE, "aB" integer UNIQUE);
CREATE TABLE relation (base integer PRIMARY KEY REFERENCES base (id), other integer REFERENCES base (id), other_id integer REFERENCES base (id),
                       id integer NOT NULL UNIQUE, relation integer REFERENCES relation (base), "x.y" integer REFERENCES base (id));
CREATE TABLE table_metadata ("a b" integer, "it's" integer REFERENCES base (id), "class" integer, PRIMARY KEY ("a b", "it's"));
CREATE TABLE "order" (base_id integer REFERENCES base (id), relation_id integer REFERENCES relation (base), PRIMARY KEY (base_id, relation_id));
CREATE TABLE "relations.dotted" (id integer PRIMARY KEY REFERENCES base (id), a integer);
"""


class SqliteRepositories(Repositories, unittest.TestCase):
    engine = "sqlite"
    further_options = "brands = true\n"

    def load(self, sql):
        path = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory())) / "test.db"
        self.url = f"sqlite:{path}"
        self.environment = {"BLOG_DATABASE": str(path)}
        sqlite.shell(path, sql, extension=False)

    def test_kept_statements_give_what_new_ones_would(self):
        self.load(schema(self.engine))
        self.project(BLOG / self.engine / "kept_statements.ts").node("--test-reporter=spec", "dist/kept_statements.js")


class PostgresRepositories(Repositories, unittest.TestCase):
    engine = "postgres"
    further_options = "brands = true\nparsers = true\n"

    def load(self, sql):
        server = cluster.shared()
        server.create_database("repositories")
        self.url = server.url("repositories")
        self.environment = server.environment("repositories")
        server.psql(sql, "repositories")
