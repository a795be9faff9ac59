"""A database of its own for a test, on either engine: its URL, and SQL run in it with and without the log."""

import json
import pathlib
import tempfile

from support import cluster, sqlite
from support.places import sample


class PostgresTestDatabase:
    engine = "postgres"
    schema = "public"

    def __init__(self, name, server=None):
        self.cluster = server or cluster.shared()
        self.name = name
        self.cluster.create_database(name)
        self.url = self.cluster.url(name)

    def make_anew(self):
        """Another, empty database under the same URL."""
        self.cluster.create_database(self.name)

    def remove(self):
        self.cluster.psql(f'DROP DATABASE "{self.name}" WITH (FORCE)')

    def run(self, sql, check=True):
        return self.cluster.psql(sql, self.name, check=check)

    def run_with_messages(self, sql):
        """What the server says to it."""
        return self.cluster.psql(sql, self.name, messages=True)

    def run_unlogged(self, sql):
        """What nobody writes down: here, with event triggers off."""
        return self.run(f"SET session_replication_role = replica;\n{sql}")

    def rows(self, query):
        return json.loads(self.run(f"SELECT coalesce(json_agg(to_json(q)), '[]') FROM ({query}) AS q"))

    def install_log(self):
        self.run("CREATE EXTENSION ddltrail;")


class SqliteTestDatabase:
    engine = "sqlite"
    schema = "main"

    def __init__(self, name):
        self.directory = tempfile.TemporaryDirectory(prefix="ddltrail-e2e-")
        self.path = pathlib.Path(self.directory.name) / f"{name}.db"
        self.url = f"sqlite:{self.path}"
        self.make_anew()

    def make_anew(self):
        """Another, empty database under the same URL."""
        self.path.unlink(missing_ok=True)
        self.run_unlogged("PRAGMA user_version = 1;")

    def remove(self):
        self.directory.cleanup()

    def run(self, sql, check=True):
        return sqlite.shell(self.path, sql, check=check)

    def run_unlogged(self, sql):
        """What nobody writes down: a connection without the extension."""
        return sqlite.shell(self.path, sql, extension=False)

    def rows(self, query):
        return sqlite.rows(self.path, query, extension=False)

    def install_log(self):
        sqlite.install_log(self.path)


DATABASES = {"postgres": PostgresTestDatabase, "sqlite": SqliteTestDatabase}


def shop(engine, name="shop"):
    """The sample shop, without a log."""
    database = DATABASES[engine](name)
    database.run_unlogged(sample(engine, "shop", "shop.data"))
    return database
