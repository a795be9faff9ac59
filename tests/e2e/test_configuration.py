"""What ddltrail.toml says of the generated code: every change of it leads to the code of a clean run, and so does every change of
the schema with it."""

import unittest

from e2e.databases import DATABASES, shop
from support.tool import Project

# Each differs from the one before in one setting.
SETTINGS = [
    "", "brands = true\n", "parsers = true\n", "repositories = true\n", 'parts = ["types", "relations"]\n', 'header = "Ours."\n', 'default_schema = "other"\n',
    "camel_case = true\n", "camel_case = { underscore_before_digits = true }\n", "singular = true\n", '[typescript.singular]\ncustomers = "client"\n',
    '[typescript.types]\ntext = "unknown"\n', '[typescript.columns]\n"main.customers.phone" = "unknown"\n"public.customers.phone" = "unknown"\n',
    '[typescript.sqlite_types]\ntext = "Json"\n', '[generate]\nexclude = ["*.customers"]\n', '[generate]\ninclude = ["*.orders"]\n',
]
CHANGES = ["ALTER TABLE customers ADD COLUMN birth_name text;", "ALTER TABLE customers RENAME COLUMN birth_name TO maiden_name;",
           "ALTER TABLE reviews RENAME TO critiques;", "CREATE TABLE gift_cards (id integer NOT NULL PRIMARY KEY, given_by bigint REFERENCES customers (id));",
           "CREATE UNIQUE INDEX one_card ON gift_cards (given_by);", "DROP TABLE gift_cards;"]


class Configuration(unittest.TestCase):
    def setUp(self):
        self.database = shop("sqlite", "configured")
        self.addCleanup(self.database.remove)
        self.database.install_log()

    def generate(self, project, *options):
        done = project.run("generate", *options)
        self.assertEqual(done.code, 0, done)
        return done.stdout

    def assert_clean(self, project, options):
        with Project(self.database.url, options=options) as clean:
            self.generate(clean)
            self.assertEqual(project.tree(), clean.tree(), options)

    def test_every_setting_that_changes_leads_to_the_code_of_a_clean_run(self):
        project = self.enterContext(Project(self.database.url))
        for options in [*SETTINGS, *SETTINGS[:1]]:
            project.configure(self.database.url, options=options)
            self.assertIn("configuration" if project.state.exists() else "first", self.generate(project, "--explain"))
            self.assert_clean(project, options)

    def test_what_does_not_matter_reads_nothing_anew(self):
        project = self.enterContext(Project(self.database.url, options="brands = true\n"))
        self.generate(project)
        file = project.directory / "ddltrail.toml"
        file.write_text("# A comment.\n" + file.read_text().replace("brands = true", "brands   =   true"))
        self.assertNotIn("configuration", self.generate(project, "--explain"))


class Unused(unittest.TestCase):
    """Names and patterns that meet nothing are told where everything is read, each with its line."""

    def warnings(self, engine, options, sql=""):
        database = shop(engine, "unused")
        self.addCleanup(database.remove)
        database.run(sql)
        project = self.enterContext(Project(database.url, options=options))
        done = project.run("generate")
        self.assertEqual(done.code, 0, done)
        again = project.run("generate", "--check")
        self.assertEqual(again.stderr.count("ddltrail.toml"), done.stderr.count("ddltrail.toml"))
        self.project = project
        return [line.split(", ", 1)[1] for line in done.stderr.splitlines() if line.startswith("ddltrail: warning: ddltrail.toml, ")]

    def test_what_meets_nothing(self):
        used = """singular = { customers = "client", orders = "order" }
[generate]
include = ["main.*", "*.customers"]
exclude = ["*.reviews"]
[typescript.sqlite_types]
Text = "string"
[typescript.columns]
"main.orders.status" = "Note | unknown"
[typescript.imports]
Note = "../note.js"
"""
        self.assertEqual(self.warnings("sqlite", used), [])
        unused = used.replace("orders.status", "orders.state").replace("customers", "costumers").replace("*.reviews", "*.revues").replace("Text", "Txt")
        self.assertEqual(self.warnings("sqlite", unused), [
            f'line {line}: {setting} meets nothing' for line, setting in (
                (9, 'generate.exclude = "*.revues"'), (8, 'generate.include = "*.costumers"'), (13, "typescript.columns.main.orders.state"),
                (15, "typescript.imports.Note"), (6, "typescript.singular.costumers"), (11, "typescript.sqlite_types.Txt"))])
        self.assertNotIn("ddltrail.toml", self.project.run("status").stderr)

    def test_what_only_routines_partitions_or_domains_meet_is_met(self):
        self.assertEqual(self.warnings("postgres", """[generate]
exclude = ["*.total_of", "stock.stock_movements_2???", "*.email*", "*.order_s?atus", "*.total_off"]
[typescript.types]
"xid[]" = "unknown"
xid = "unknown"
""", "CREATE FUNCTION total_of() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION xids() RETURNS xid[] LANGUAGE sql AS 'SELECT null::xid[]'"),
                         ['line 7: generate.exclude = "*.total_off" meets nothing', "line 10: typescript.types.xid meets nothing"])

    def test_an_incremental_run_does_not_know(self):
        database = shop("sqlite", "unused")
        self.addCleanup(database.remove)
        database.install_log()
        project = self.enterContext(Project(database.url, options='[generate]\nexclude = ["*.reviews"]\n'))
        self.assertEqual(project.run("generate").stderr, "")
        database.run("DROP TABLE reviews")
        self.assertEqual(project.run("generate").stderr, "")
        self.assertIn('exclude = "*.reviews" meets nothing', project.run("generate", "--full").stderr)


class Follows(unittest.TestCase):
    """With all of it on, each change writes what a clean run would."""

    def follow(self, engine):
        database = shop(engine, "configured")
        self.addCleanup(database.remove)
        database.install_log()
        options = "repositories = true\ncamel_case = true\nsingular = true\n"
        project = self.enterContext(Project(database.url, options=options))
        self.assertEqual(project.run("generate").code, 0)
        for change in CHANGES:
            database.run(change)
            done = project.run("generate", "--explain")
            self.assertEqual(done.code, 0, done)
            self.assertNotIn("whole schema read", done.stdout)
            with Project(database.url, options=options) as clean:
                self.assertEqual(clean.run("generate").code, 0)
                self.assertEqual(project.tree(), clean.tree(), change)

    def test_sqlite(self):
        self.follow("sqlite")

    def test_postgres(self):
        self.follow("postgres")
