"""The same schema on both engines gives the same rows, after the mapping that sql/README.md documents."""

import json
import re
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
CREATE TABLE loans (id INT NOT NULL PRIMARY KEY, isbn VARCHAR(13) UNIQUE REFERENCES covers (isbn) ON UPDATE SET NULL,
  reader INTEGER, "to" INTEGER, back DATE, follows INTEGER UNIQUE REFERENCES loans, state TEXT NOT NULL DEFAULT 'out',
  days REAL DEFAULT NULL, CONSTRAINT not_to_oneself CHECK (reader <> "to"), CHECK (state IN ('out', 'back') OR back IS NULL),
  CONSTRAINT one_a_day UNIQUE (reader, back), CONSTRAINT reads FOREIGN KEY (reader) REFERENCES authors (id) ON DELETE CASCADE,
  FOREIGN KEY ("to") REFERENCES authors (id) DEFERRABLE);
CREATE TABLE written (author INTEGER NOT NULL REFERENCES authors, isbn VARCHAR(13) NOT NULL REFERENCES books,
  PRIMARY KEY (author, isbn));
CREATE TABLE stands_in (room INTEGER, place INTEGER, named TEXT REFERENCES authors (name) ON UPDATE CASCADE,
  FOREIGN KEY (place, room) REFERENCES shelves (place, room));
CREATE TABLE nothing_but_a_name (a TEXT);
CREATE INDEX by_title ON books (title, pages DESC);
CREATE UNIQUE INDEX cheap ON covers (isbn) WHERE price < 10;
CREATE INDEX lowered ON authors (lower(name), id);
CREATE INDEX of_open_loans ON loans (abs(reader) DESC, "to") WHERE back IS NULL;
CREATE UNIQUE INDEX one_label ON shelves (label);
CREATE INDEX "odd index" ON "Odd ""names"" here" ("a.b");
CREATE VIEW long_books AS SELECT isbn, title FROM books WHERE pages > 500;
CREATE VIEW "Seen twice" AS WITH authors AS (SELECT 1) SELECT b.title FROM long_books AS b, placed AS p WHERE EXISTS (SELECT * FROM "Odd ""names"" here");
CREATE VIEW readers (name, "how many") AS SELECT a.name, count(*) FROM authors a LEFT JOIN loans l ON l.reader = a.id GROUP BY a.name;
CREATE VIEW everything AS SELECT * FROM loans UNION ALL SELECT * FROM loans WHERE reader IN (SELECT id FROM authors);
"""

# What each engine says in its own way: their heads are the same, and views that take rows on one take them on the other.
TRIGGERS = """
CREATE TRIGGER noted AFTER INSERT ON authors {0};
CREATE TRIGGER "Odd one" BEFORE UPDATE OF title ON books {0};
CREATE TRIGGER take INSTEAD OF INSERT ON readers {0};
CREATE TRIGGER take_too INSTEAD OF INSERT ON long_books {0};
"""
OF_ENGINE = {
    "postgres": "CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';"
                + TRIGGERS.format("FOR EACH ROW EXECUTE FUNCTION nothing()"),
    "sqlite": TRIGGERS.format("BEGIN SELECT 1; END"),
}

GIVEN_NAMES = set(re.findall(r"CONSTRAINT (\w+)", CORPUS))

# The columns that mean the same on both; of the others SQLite has no notion, or another wording.
COMPARED = {
    "schemas": ("schema_name",),
    "tables": ("table_name", "kind", "is_partition", "is_insertable"),
    "columns": ("table_name", "column_name", "position", "is_nullable", "generated", "identity", "has_default", "array_dimensions",
                "is_insertable"),
    "constraints": ("table_name", "kind", "constraint_name", "columns", "is_deferrable", "is_deferred", "is_validated"),
    "foreign_keys": ("table_name", "constraint_name", "columns", "referenced_schema", "referenced_table", "referenced_columns", "on_update", "on_delete"),
    "indexes": ("table_name", "index_name", "method", "columns", "is_unique", "is_constraint", "is_partial", "is_valid", "keys", "included", "nulls_distinct"),
    "views": ("view_name", "is_materialized"),
    "triggers": ("table_name", "trigger_name", "enabled", "is_inherited"),
    "relationships": ("table_name", "kind", "constraint_name", "columns", "referenced_schema", "referenced_table", "referenced_columns", "through_table"),
}


def comparable(name, value):
    if "schema" in name:
        return SCHEMAS.get(value, value)
    if name == "constraint_name":  # what has none gets one from PostgreSQL
        return value if value in GIVEN_NAMES else None
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
            database.run(CORPUS + OF_ENGINE[engine])
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
