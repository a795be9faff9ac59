"""The same schema on both engines gives the same rows, after the mapping that sql/README.md documents."""

import json
import unittest

from contract.engines import DATABASES

SCHEMAS = {"public": "main", "main": "main"}

# What both engines can say in one text. INTEGER PRIMARY KEY would be filled by SQLite.
CORPUS = """
CREATE TABLE authors (id INT NOT NULL PRIMARY KEY, name TEXT NOT NULL UNIQUE, boss INTEGER REFERENCES authors ON DELETE SET NULL);
CREATE TABLE books (isbn VARCHAR(13) NOT NULL PRIMARY KEY, title TEXT NOT NULL DEFAULT 'untitled', pages INTEGER CHECK (pages > 0),
  written_by INTEGER NOT NULL, edited_by INTEGER,
  CONSTRAINT by FOREIGN KEY (written_by) REFERENCES authors (id) ON UPDATE CASCADE ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (edited_by) REFERENCES authors (id) ON DELETE SET DEFAULT);
CREATE TABLE shelves (room INTEGER NOT NULL, place INTEGER NOT NULL, label TEXT, PRIMARY KEY (place, room), UNIQUE (label, room));
CREATE TABLE placed (isbn VARCHAR(13) NOT NULL, room INTEGER NOT NULL, place INTEGER NOT NULL, since DATE DEFAULT CURRENT_DATE,
  PRIMARY KEY (isbn, room, place), FOREIGN KEY (isbn) REFERENCES books, FOREIGN KEY (place, room) REFERENCES shelves (place, room));
CREATE TABLE covers (isbn VARCHAR(13) NOT NULL PRIMARY KEY REFERENCES books ON DELETE CASCADE, price NUMERIC(10, 2) DEFAULT 0,
  twice NUMERIC GENERATED ALWAYS AS (price * 2) STORED);
CREATE TABLE "Odd ""names"" here" ("select" INT NOT NULL PRIMARY KEY, "a.b" TEXT, "emoji 😀" TEXT);
CREATE INDEX by_title ON books (title, pages DESC);
CREATE UNIQUE INDEX cheap ON covers (isbn) WHERE price < 10;
CREATE INDEX lowered ON authors (lower(name), id);
CREATE INDEX "odd index" ON "Odd ""names"" here" ("a.b");
CREATE VIEW long_books AS SELECT isbn, title FROM books WHERE pages > 500;
CREATE VIEW "Seen twice" AS WITH authors AS (SELECT 1) SELECT b.title FROM long_books AS b, placed AS p WHERE EXISTS (SELECT * FROM "Odd ""names"" here");
"""

# The columns that mean the same on both; of the others SQLite has no notion, or another wording.
COMPARED = {
    "schemas": ("schema_name",),
    "tables": ("table_name", "kind", "is_partition"),
    "columns": ("table_name", "column_name", "position", "is_nullable", "generated"),
    "constraints": ("table_name", "kind", "columns", "is_deferrable", "is_deferred", "is_validated"),
    "foreign_keys": ("table_name", "columns", "referenced_schema", "referenced_table", "referenced_columns", "on_update", "on_delete"),
    "indexes": ("table_name", "index_name", "columns", "is_unique", "is_constraint", "is_partial", "is_valid", "keys", "included", "nulls_distinct"),
    "views": ("view_name", "is_materialized"),
    "relationships": ("table_name", "kind", "columns", "referenced_schema", "referenced_table", "referenced_columns", "through_table"),
}


def comparable(name, value):
    if "schema" in name:
        return SCHEMAS.get(value, value)
    # Expressions and operator classes are the engine's own, and SQLite sorts NULLs before everything.
    return [(key["column"], key["collation"], key["is_descending"]) for key in value] if name == "keys" else value


DEPENDENCY = ("object_kind", "object_identity", "needed_kind", "needed_identity")


def without_schema(identity):
    return identity.removeprefix("public.").removeprefix("main.")


def dependency(row):
    return " ".join(without_schema(row[name]) for name in DEPENDENCY)


def mapped(relation, row):
    kept = {name: comparable(name, row[name]) for name in COMPARED[relation]}
    return json.dumps(kept, sort_keys=True, ensure_ascii=False)


class Parity(unittest.TestCase):
    maxDiff = None

    def read(self, engine, extension):
        with DATABASES[engine](extension) as database:
            database.run(CORPUS)
            relations = {relation: database.relation(relation) for relation in COMPARED}
        # The engines name indexes behind constraints each in its own way.
        relations["indexes"] = [row for row in relations["indexes"] if not row["is_constraint"]]
        return relations

    def test_the_same_script_gives_the_same_rows(self):
        for extension in (True, False):
            expected = self.read("postgres", extension)
            found = self.read("sqlite", extension)
            for relation in COMPARED:
                with self.subTest(relation=relation, extension=extension):
                    rows = sorted(mapped(relation, row) for row in expected[relation])
                    self.assertTrue(rows)
                    self.assertEqual(sorted(mapped(relation, row) for row in found[relation]), rows)

    def dependencies(self, engine, extension):
        """Of foreign keys and constraints PostgreSQL tells the indexes behind them too."""
        with DATABASES[engine](extension) as database:
            database.run(CORPUS)
            behind = {row["index_name"] for row in database.relation("indexes") if row["is_constraint"]}
            rows = database.relation("dependencies")
        behind |= {'"' + name.replace('"', '""') + '"' for name in behind}
        return sorted(dependency(row) for row in rows
                      if behind.isdisjoint(without_schema(row[name]) for name in DEPENDENCY))

    def test_dependencies_are_the_same(self):
        for extension in (True, False):
            with self.subTest(extension=extension):
                expected = self.dependencies("postgres", extension)
                self.assertIn('view "Seen twice" table placed', expected)
                self.assertEqual(self.dependencies("sqlite", extension), expected)
