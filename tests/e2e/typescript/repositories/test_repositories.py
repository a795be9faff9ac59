"""Repositories, relations and entities of the blog, on both engines and with their real drivers."""

import pathlib
import tempfile
import unittest

from e2e.typescript.repositories.blog_project import BLOG, BlogProject, install_packages, schema
from support import cluster, sqlite


def setUpModule():
    install_packages()


class Repositories:
    def test_blog(self):
        self.load(schema(self.engine))
        programs = (*BLOG.glob("*.ts"), *(BLOG / self.engine).glob("*.ts"))
        # Whole hours would hide dates that are off by the time zone.
        project = BlogProject(self.engine, self.url, {**self.environment, "TZ": "Asia/Kolkata"}, programs)
        self.addCleanup(project.remove)
        project.node("--test-reporter=spec", "dist/main.js")


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
