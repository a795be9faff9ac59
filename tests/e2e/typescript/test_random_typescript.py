"""Random schemas with hostile names, labels, comments and checks, and keys that refer to each other: what is generated
for them, repositories included, compiles in strict mode, all of them in one run of the compiler.

DDLTRAIL_SEED repeats a run, DDLTRAIL_STEPS is the number of schemas for each engine.
"""

import os
import pathlib
import random
import subprocess
import tempfile
import unittest

from e2e.random_ddl import literal, quoted
from e2e.typescript.test_generated_typescript import COMPILER, HERE, NODE, PRETTIER, setUpModule  # noqa: F401 setUpModule is run
from e2e.typescript.unchecked import check_all
from support import cluster, sqlite
from support.tool import Project, clean_environment

SCHEMAS = int(os.environ.get("DDLTRAIL_STEPS", "8"))  # for each engine
PARTS = ["a", "A", "user_account", "UserAccount", "user-account", "users", "new_users", "users_update", "users_table", "_", "-", " ", ".", "1",
         "1st", "'", '"', "\\", "\n", "\t", "*/", "/*", "//", "${x}", "`", "\u2028", "\u202e", "\u200b", "\u0080", "🙂", "é", "表", "名前", "ß",
         "class", "default", "new", "get", "readonly", "constructor", "__proto__", "toString", "date", "Date", "array", "record", "json",
         "json_row", "json_enum", "buffer", "generated", "generated_always", "column_type", "database", "selectable", "scalars", "tables",
         "views", "enums", "string", "number", "never", "any", "symbol", "promise", "SqliteValue", "interval", "point", "con", "table", "<T>"]
TEXTS = ["@ts-expect-error", " @ts-ignore", "@ts-nocheck", "*/ export const hacked = 1; /*", "*\r/", "two\nlines", "/// <reference path='x' />",
         "@deprecated `${1}` \\ \u2028", "**/", "/**", "/", "*", "\\", "\r\n\r\n"]
POSTGRES_TYPES = ["integer", "bigint", "numeric(9,2)", "text", "timestamptz", "interval", "point", "circle", "jsonb", "bytea", "boolean",
                  "int4range", "text[]", "jsonb[]", "interval[][]", "circle[]", "small", "small[]", "words"]
SQLITE_TYPES = ["", "INTEGER", "TEXT", "REAL", "BLOB", "ANY", "STRING", "DATETIME", "JSON", "DECIMAL(9, 2)", "BOOLEAN", "ENUM"]


class RandomSchema:
    """The statements of one schema."""

    def __init__(self, seed, schema):
        self.random = random.Random(seed)
        self.schema = schema
        self.keys = []  # table and columns, all of them integers

    def names(self, count, same=str):
        """So many names; no two of them are the same to `same`."""
        found = {}
        while len(found) < count:
            name = "".join(self.random.choices(PARTS, k=self.random.randint(1, 3)))[:14]  # 63 bytes is PostgreSQL's limit
            found.setdefault(same(name), name)
        return list(found.values())

    def columns(self, table, types, same=str):
        """What stands between the brackets: up to 12 columns, most often a key of one or two, foreign keys, a check."""
        names = self.names(self.random.randint(1, 12), same)
        own_key = names[:self.random.choice([0, 1, 1, 1, 2])]
        if own_key:
            self.keys.append((table, own_key))
        foreign = [(self.random.sample(names, len(key)), other, key) for other, key in self.random.choices(self.keys or [("", names)], k=2)
                   if other and len(key) <= len(names)]
        integers = {*own_key, *(name for columns, _, _ in foreign for name in columns)}
        kinds = {name: "integer" if name in integers else self.random.choice(types) for name in names}
        lines = [f"{quoted(name)} {kind}{self.random.choice(['', ' NOT NULL', ' DEFAULT NULL'])}" for name, kind in kinds.items()]
        return ", ".join([*lines, *self.constraints(own_key, foreign), *self.checks(kinds)])

    def constraints(self, own_key, foreign):
        if own_key:
            yield f"{self.random.choice(['PRIMARY KEY', 'PRIMARY KEY', 'UNIQUE'])} ({', '.join(map(quoted, own_key))})"
        for columns, table, key in foreign:
            yield f"FOREIGN KEY ({', '.join(map(quoted, columns))}) REFERENCES {table} ({', '.join(map(quoted, key))})"

    def checks(self, kinds):
        texts = [name for name, kind in kinds.items() if kind in ("text", "TEXT")]
        if texts:
            values = ", ".join(literal(text) for text in self.random.sample(TEXTS, 2))
            yield f"CHECK ({quoted(self.random.choice(texts))} IN ({values}))"

    def attributes(self, types):
        return ", ".join(f"{quoted(name)} {self.random.choice(types)}" for name in self.names(self.random.randint(0, 5)))

    def sqlite(self):
        return "".join(f"CREATE TABLE {quoted(name)} ({self.columns(quoted(name), SQLITE_TYPES, str.lower)});\n"
                       for name in self.names(12, str.lower))

    def postgres(self):
        types, statements = list(POSTGRES_TYPES), [f"CREATE SCHEMA {quoted(self.schema)}"]
        names = self.names(18)  # enums and tables together: the row of a table is a type too
        for name in names[:6]:
            labels = [] if name == names[0] else sorted({*self.names(4), "", *self.random.sample(TEXTS, 2)})
            qualified = f"{quoted(self.random.choice(['', 'types ']) + self.schema)}.{quoted(name)}"
            types += [qualified, f"{qualified}[]"]
            statements.append(f"CREATE TYPE {qualified} AS ENUM ({', '.join(map(literal, labels))})")
            statements.append(self.comment("TYPE", qualified))
        statements.insert(1, f"CREATE SCHEMA {quoted('types ' + self.schema)}")
        for name in names[6:8]:
            types.append(f"{quoted(self.schema)}.{quoted(name)}")
            statements.append(f"CREATE TYPE {types[-1]} AS ({self.attributes(types[:-1])})")
        for name in names[8:]:
            qualified = f"{quoted(self.schema)}.{quoted(name)}"
            statements.append(f"CREATE TABLE {qualified} ({self.columns(qualified, types)})")
            statements.append(self.comment("TABLE", qualified))
            statements.append(f"""SELECT format('COMMENT ON COLUMN %s.%I IS %L', attrelid::regclass, attname, {literal(self.random.choice(TEXTS))})
                FROM pg_attribute WHERE attrelid = {literal(qualified)}::regclass AND attnum = 1 \\gexec\nSELECT""")
        statements += [self.routine(name, types) for name in self.names(6) for _ in range(2)]
        return "".join(f"{statement};\n" for statement in statements)

    def routine(self, name, types):
        """A function, which may have the name of another one: then the later one stays."""
        arguments = ", ".join(f"{quoted(argument)} {self.random.choice(types)}"
                              for argument in self.names(self.random.randint(0, 4)))
        qualified = f"{quoted(self.schema)}.{quoted(name)}"
        drop = f"DROP FUNCTION IF EXISTS {qualified}({arguments})"
        return (f"{drop};\nCREATE FUNCTION {qualified}({arguments}) RETURNS {self.random.choice(['SETOF ', ''])}{self.random.choice(types)}"
                f" LANGUAGE plpgsql AS 'BEGIN END';\n{self.comment('FUNCTION', f'{qualified}({arguments})')}")

    def comment(self, kind, qualified):
        return f"COMMENT ON {kind} {qualified} IS {literal(self.random.choice(TEXTS))}"


class RandomTypescript(unittest.TestCase):
    def setUp(self):
        self.seed = int(os.environ.get("DDLTRAIL_SEED") or random.randrange(10**9))
        print(f"seed {self.seed}: DDLTRAIL_SEED={self.seed} repeats it", flush=True)
        self.project = self.enterContext(Project())
        for name in ("package.json", "tsconfig.json"):
            (self.project.directory / name).write_bytes((HERE / name).read_bytes())
        (self.project.directory / "node_modules").symlink_to(HERE / "node_modules")

    def generate(self, url, output):
        chosen = random.Random(f"{self.seed} {output}")
        options = "".join(f"{option} = true\n" for option in ("parsers", "brands", "one_file") if chosen.random() < 0.5)
        self.project.configure(url, output, f"repositories = true\n{options}")
        done = self.project.run("generate")
        self.assertEqual(done.code, 0, done)

    def assert_compiles(self):
        """And Prettier would leave it as it is."""
        check_all(self.project.directory / "src")
        self.node(COMPILER, "--project", ".", "--noEmit")
        self.node(PRETTIER, "--check", "src")

    def node(self, *arguments):
        done = subprocess.run([NODE, *arguments], cwd=self.project.directory, text=True, capture_output=True, env=clean_environment())
        self.assertEqual(done.returncode, 0, f"seed {self.seed}\n{done.stdout[:4000]}{done.stderr[:4000]}")

    def test_sqlite(self):
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        for number in range(SCHEMAS):
            path = folder / f"{number}.db"
            sqlite.shell(path, RandomSchema(f"{self.seed} {number}", "main").sqlite(), extension=False)
            self.generate(f"sqlite:{path}", f"src/db{number}")
        self.assert_compiles()

    def test_postgres(self):
        """All schemas are in one database, so that the same names are in many of them."""
        server = cluster.shared()
        server.create_database("random_typescript")
        schemas = RandomSchema(self.seed, "").names(SCHEMAS)
        sql = "CREATE DOMAIN small AS integer; CREATE DOMAIN words AS text[];\n"
        for number, schema in enumerate(schemas):
            sql += RandomSchema(f"{self.seed} {number}", schema).postgres()
        server.psql(sql, "random_typescript")
        self.generate(server.url("random_typescript"), "src/db")
        self.assert_compiles()
