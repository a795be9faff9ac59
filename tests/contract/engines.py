"""The two engines behind one interface, so that one expectation runs on both.

A Database answers the relations of the contract in two ways: `extension` asks what the extension installed,
`text` runs the files under sql/ENGINE/relations on a database that knows nothing of ddltrail. Values come back
as the types of the contract: booleans, parsed JSON, integers, text.
"""

import itertools
import json
import pathlib
import tempfile

from support import cluster, sqlite
from support.places import ROOT, sample

CONTRACT = json.loads((ROOT / "sql" / "contract.json").read_text())
RELATIONS = CONTRACT["relations"]
# Where no log is installed these two do not exist; the others describe any schema.
LOG_RELATIONS = {"change_log", "log_state"}
SCHEMA_RELATIONS = [name for name in RELATIONS if name not in LOG_RELATIONS]


def relation_text(engine, relation):
    path = ROOT / "sql" / engine / "relations" / f"{relation}.sql"
    return path.read_text().strip().rstrip(";")


def column_types(relation):
    return {column["name"]: column["type"] for column in RELATIONS[relation]["columns"]}


def typed_rows(relation, rows, read):
    """The rows with every value that is not null turned into its contract type by `read(type, value)`."""
    types = column_types(relation)
    return [{name: None if value is None else read(types.get(name), value) for name, value in row.items()} for row in rows]


class Database:
    """One throw-away database; a context manager that removes it."""

    def __init__(self, extension):
        self.extension = extension

    def __enter__(self):
        return self

    def relation(self, relation):
        return self.select(relation, self.source(relation))

    def changes_since(self, cursor):
        argument = "NULL" if cursor is None else "'" + cursor + "'"
        return self.select("change_log", f"{self.function('changes_since')}({argument})")


class PostgresDatabase(Database):
    engine = "postgres"
    schema = "public"
    numbers = itertools.count(1)

    def __init__(self, extension):
        super().__init__(extension)
        self.cluster = cluster.shared()
        self.name = f"contract_{next(self.numbers)}"
        self.cluster.create_database(self.name)
        if extension:
            self.run("CREATE EXTENSION ddltrail;")

    def __exit__(self, *_):
        self.cluster.psql(f'DROP DATABASE "{self.name}" WITH (FORCE)')

    @property
    def url(self):
        return self.cluster.url(self.name)

    def run(self, script):
        return self.cluster.psql(script, self.name)

    def function(self, name):
        return f"ddltrail.{name}"

    def source(self, relation):
        return f"ddltrail.{relation}" if self.extension else f"(\n{relation_text('postgres', relation)}\n)"

    def select(self, relation, source):
        # Readers set it, or what the server prints depends on the path (sql/postgres/README.md).
        printed = self.run(f"SET search_path = pg_catalog; SELECT coalesce(json_agg(to_json(q)), '[]') FROM (SELECT * FROM {source} AS s) AS q")
        return typed_rows(relation, json.loads(printed), lambda kind, value: int(value) if kind == "txid" else value)

    def scalar(self, expression):
        return self.run(f"SELECT {expression}").rstrip("\n") or None

    def columns(self, relation):
        """Name and type of what the relation yields."""
        printed = self.run(f"CREATE TEMP VIEW probe AS SELECT * FROM {self.source(relation)} AS s;"
                           "SELECT json_agg(json_build_array(attname, format_type(atttypid, NULL)) ORDER BY attnum)"
                           "  FROM pg_attribute WHERE attrelid = 'probe'::regclass AND attnum > 0")
        return [tuple(pair) for pair in json.loads(printed)]

    def expected_columns(self, relation):
        own = [("horizon", "xid8")] if relation == "change_log" else []  # sql/postgres/README.md
        return [(c["name"], CONTRACT["types"][c["type"]]["postgres"]) for c in RELATIONS[relation]["columns"]] + own


class SqliteDatabase(Database):
    engine = "sqlite"
    schema = "main"

    def __init__(self, extension):
        super().__init__(extension)
        self.directory = tempfile.TemporaryDirectory(prefix="ddltrail-contract-")
        self.path = pathlib.Path(self.directory.name) / "contract.db"
        if extension:
            sqlite.install_log(self.path)

    def __exit__(self, *_):
        self.directory.cleanup()

    @property
    def url(self):
        return f"sqlite:{self.path}"

    def run(self, script):
        return sqlite.shell(self.path, script, self.extension)

    def function(self, name):
        return f"ddltrail_{name}"

    def source(self, relation):
        return f"ddltrail_{relation}" if self.extension else f"(\n{relation_text('sqlite', relation)}\n)"

    def select(self, relation, source):
        # The text of a relation needs ddltrail_create(): loading the extension writes nothing.
        rows = sqlite.rows(self.path, f"SELECT * FROM {source} AS s")
        return typed_rows(relation, rows, self._read)

    def _read(self, kind, value):
        if kind == "boolean":
            return {0: False, 1: True}[value]
        if kind == "json":
            return json.loads(value)
        expected = int if kind in ("integer", "txid") else str
        if not isinstance(value, expected):
            raise AssertionError(f"{value!r} is no {kind}")
        return value

    def scalar(self, expression):
        row = sqlite.rows(self.path, f"SELECT {expression} AS value", self.extension)[0]
        return row["value"]

    def columns(self, relation):
        """Names only for a query: SQLite declares no types for expressions."""
        if self.extension:
            query = f"SELECT name, type FROM pragma_table_info('ddltrail_{relation}')"
            return [(row["name"], row["type"]) for row in sqlite.rows(self.path, query)]
        printed = sqlite.shell(self.path, f"CREATE TEMP VIEW probe AS SELECT * FROM {self.source(relation)} AS s;\n.mode json\n"
                               "SELECT name FROM pragma_table_info('probe');")
        return [(row["name"],) for row in json.loads(printed)]

    def expected_columns(self, relation):
        """The log is a table, and declares no TEXT: SQLite would parse that at each schema statement."""
        types = {name: kind["sqlite"] for name, kind in CONTRACT["types"].items()}
        if relation == "change_log":
            types = {name: kind.replace("TEXT", "") for name, kind in types.items()}
        declared = [(c["name"], types[c["type"]]) for c in RELATIONS[relation]["columns"]]
        return declared if self.extension else [(name,) for name, _ in declared]


DATABASES = {"postgres": PostgresDatabase, "sqlite": SqliteDatabase}


def shop(engine, extension):
    """The sample shop, created after the log was installed."""
    database = DATABASES[engine](extension)
    try:
        database.run(sample(engine, "shop", "shop.data"))
    except BaseException:
        database.__exit__()
        raise
    return database
