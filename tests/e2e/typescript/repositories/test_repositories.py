"""Generated repositories, relations and entities, on both engines and with their real drivers."""

import json
import pathlib
import tempfile
import unittest

from e2e.typescript.repositories.blog_project import BLOG, PACKAGES, RepositoryProject, in_camel_case, install_packages, schema
from support import cluster, sqlite
from support.places import sample


def setUpModule():
    install_packages()


class Repositories:
    def project(self, *programs, options="", adapt=str):
        # Whole hours would hide dates that are off by the time zone.
        project = RepositoryProject(self.url, {**self.environment, "TZ": "Asia/Kolkata"}, programs, options, adapt)
        self.addCleanup(project.remove)
        return project

    def test_everything_they_can_do_on_a_blog(self):
        self.load(schema(self.engine))
        project = self.project(*BLOG.glob("*.ts"), *(BLOG / self.engine).glob("*.ts"))
        project.node("--test-reporter=spec", "dist/main.js")

    def test_everything_through_the_camel_case_plugin(self):
        self.load(schema(self.engine))
        project = self.project(*BLOG.glob("*.ts"), *(BLOG / self.engine).glob("*.ts"), PRINT_MANIFEST, options="camel_case = true\n", adapt=in_camel_case)
        project.node("--test-reporter=spec", "dist/main.js")
        manifest = project.directory / "manifest.json"
        manifest.write_text(project.node("dist/print_manifest.js"))
        self.assertIn('"authorId"', manifest.read_text())
        same = project.run("diff", manifest, self.url)
        self.assertEqual((same.code, same.stdout), (0, ""), same)

    def test_validation_refuses_what_the_database_refuses(self):
        rules = BLOG.parent / "rules"
        self.load((rules / f"{self.engine}.sql").read_text())
        schema_name = {"postgres": "public", "sqlite": "main"}[self.engine]
        in_schema = lambda text: text.replace("/public/", f"/{schema_name}/")
        project = self.project(rules / "rules.ts", BLOG / self.engine / "connection.ts", adapt=in_schema)
        project.node("--test-reporter=spec", "dist/rules.js")

    def test_a_shop_compiles(self):
        self.load(sample(self.engine, "shop"))
        output = self.project(options=self.further_options).output
        number = lambda folder: len(list(output.glob(f"*/{folder}/*.ts")))
        entities = [path.read_text() for path in output.glob("*/entities/*.ts")]
        self.assertEqual(sum("Entity extends entityOf<" in text for text in entities), 17)
        self.assertEqual([len(entities), number("repositories")], [number("tables") + number("views")] * 2)
        self.assertGreater(number("views"), 0)

    def test_hostile_names_compile(self):
        self.load((PACKAGES / f"types.{self.engine}.sql").read_text() + HOSTILE)
        self.assertTrue((self.project().output / "runtime" / "repository.ts").exists())

    def test_the_printed_manifest_is_a_schema(self):
        self.load(sample(self.engine, "shop"))
        project = self.project(PRINT_MANIFEST)
        manifest = project.directory / "manifest.json"
        manifest.write_text(project.node("dist/print_manifest.js"))
        snapshot = project.directory / "snapshot.json"
        self.assertEqual(project.run("snapshot", manifest, "--output", snapshot).code, 0)
        for side in (manifest, snapshot):
            same = project.run("diff", side, self.url)
            self.assertEqual((same.code, same.stdout), (0, ""), side)
            self.assertIn("nothing else is compared", same.stderr)
            found = json.loads(project.run("diff", side, self.url, "--json").stdout)
            self.assertEqual((found["from"]["kind"], found["to"]["kind"], found["compared"]), ("entities", "database", "entities"))
        self.execute(self.alterations)
        told = project.run("diff", manifest, self.url)
        self.assertEqual((told.code, told.stdout), (2, self.told))
        manifest.write_text(self.project(PRINT_MANIFEST).node("dist/print_manifest.js"))
        self.assertEqual(project.run("diff", self.url, manifest).code, 0)
        one = json.loads(manifest.read_text())
        for sql, phrase in self.told_apart:
            self.execute(sql)
            self.assertIn(phrase, project.run("diff", manifest, self.url).stdout, sql)
        one["manifest"] = 1
        manifest.write_text(json.dumps(one))
        self.assertIn("of another version: 1", project.run("diff", manifest, self.url).stderr)


PRINT_MANIFEST = BLOG.parent / "print_manifest.ts"
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
    alterations = """
        CREATE UNIQUE INDEX reviews_once ON reviews (customer_id, body);
        ALTER TABLE reviews ADD COLUMN reply_id INTEGER REFERENCES reviews (id);
    """
    told = ("table main.reviews: added column reply_id INTEGER; added unique none on customer_id, body; "
            "added foreign key none on reply_id\n")
    told_apart = [
        ("ALTER TABLE reviews ADD COLUMN stars INTEGER CHECK (stars < 6)", "added check none on stars"),
        ("ALTER TABLE reviews ADD COLUMN twice INTEGER GENERATED ALWAYS AS (stars * 2)", "added column twice"),
    ]

    def load(self, sql):
        path = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory())) / "test.db"
        self.url = f"sqlite:{path}"
        self.environment = {"BLOG_DATABASE": str(path)}
        self.execute(sql)

    def execute(self, sql):
        sqlite.shell(self.environment["BLOG_DATABASE"], sql, extension=False)

    def test_pages_go_on_after_a_date_as_it_is_stored(self):
        self.load("CREATE TABLE visits (id INTEGER PRIMARY KEY, at DATETIME NOT NULL)")
        options = '[typescript.sqlite_types]\ndatetime = "Date"\n'
        self.project(BLOG.parent / self.engine / "dates.ts", options=options).node("--test-reporter=spec", "dist/dates.js")

    def test_kept_statements_give_what_new_ones_would(self):
        self.load(schema(self.engine))
        self.project(BLOG.parent / self.engine / "kept_statements.ts").node("--test-reporter=spec", "dist/kept_statements.js")


class PostgresRepositories(Repositories, unittest.TestCase):
    engine = "postgres"
    further_options = "brands = true\nparsers = true\n"
    alterations = """
        ALTER TABLE coupons ALTER code TYPE varchar(50), ALTER code SET DEFAULT 'x';
        ALTER TABLE reviews ALTER customer_id DROP NOT NULL, ADD COLUMN reply_id bigint REFERENCES reviews;
        CREATE UNIQUE INDEX reviews_once ON reviews (customer_id, body);
        ALTER TYPE payment_method ADD VALUE 'cheque';
    """
    told = ("enum public.payment_method: added value cheque\n"
            "table public.coupons: changed type of column code from text to character varying(50); "
            "changed default of column code from none to 'x'::character varying\n"
            "table public.reviews: dropped not null of column customer_id; added column reply_id bigint; "
            "added unique none on customer_id, body; added foreign key reviews_reply_id_fkey on reply_id\n")
    told_apart = [
        ("ALTER TABLE coupons RENAME CONSTRAINT coupons_pkey TO coupons_key", "added primary key coupons_key on code"),
        ("ALTER TABLE reviews RENAME CONSTRAINT reviews_customer_id_fkey TO by_customer", "added foreign key by_customer on customer_id"),
        ("ALTER TABLE reviews DROP CONSTRAINT by_customer, ADD CONSTRAINT by_customer FOREIGN KEY (customer_id) REFERENCES customers "
         "ON DELETE SET NULL ON UPDATE CASCADE", "by_customer"),
        ("ALTER TABLE orders DROP CONSTRAINT orders_coupon_code_fkey, ADD CONSTRAINT orders_coupon_code_fkey FOREIGN KEY (coupon_code) "
         "REFERENCES coupons", "changed on_delete from set null to no action"),
        ("ALTER TABLE coupons ADD CONSTRAINT modest CHECK (percent_off < 90)", "added check modest on percent_off"),
        ("ALTER TABLE coupons RENAME CONSTRAINT modest TO meek", "added check meek on percent_off"),
        ("ALTER TABLE addresses ALTER id SET GENERATED ALWAYS", "changed identity of column id from by default to always"),
        ("ALTER TABLE reviews ADD COLUMN twice integer GENERATED ALWAYS AS (rating * 2) STORED", "added column twice integer"),
        ("COMMENT ON TABLE coupons IS 'Cheaper.'", "Cheaper."),
        ("COMMENT ON COLUMN coupons.code IS 'What they type.'", "commented column code"),
    ]

    def test_a_manifest_tells_of_partitions_where_they_have_entities(self):
        self.load(sample(self.engine, "shop"))
        project = self.project(PRINT_MANIFEST, options="partitions = true\n")
        manifest = project.directory / "manifest.json"
        manifest.write_text(project.node("dist/print_manifest.js"))
        same = project.run("diff", manifest, self.url)
        self.assertEqual((same.code, same.stdout), (0, ""), same)
        self.execute("DROP TABLE stock.stock_movements_2026")
        self.assertEqual(project.run("diff", manifest, self.url).stdout, "table stock.stock_movements_2026: dropped\n")

    def load(self, sql):
        server = cluster.shared()
        server.create_database("repositories")
        self.url = server.url("repositories")
        self.environment = server.environment("repositories")
        self.execute(sql)

    def execute(self, sql):
        cluster.shared().psql(sql, "repositories")
