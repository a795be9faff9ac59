"""DDL of a database of many realistic tables, the same on both engines as far as they go: 8 to 15 columns, a primary
key, foreign keys to earlier tables, checks, unique constraints, indexes (some partial, some of two columns), defaults;
an enum for 50 tables and a view for 10; in PostgreSQL a domain, and comments on each table and on two of its columns."""

import dataclasses

NOUNS = ("customer order invoice payment product supplier shipment warehouse employee contract account ticket "
         "message document project task campaign article subscription device").split()
LABELS = ["draft", "open", "in review", "done", "cancelled"]
TABLES_TO_AN_ENUM, TABLES_TO_A_VIEW = 50, 10

# name, PostgreSQL, SQLite
COLUMNS = [
    ("name", "text NOT NULL", "TEXT NOT NULL"),
    ("amount", "numeric(12,2) NOT NULL DEFAULT 0", "NUMERIC NOT NULL DEFAULT 0"),
    ("created_at", "timestamp with time zone NOT NULL DEFAULT now()", "TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP"),
    ("is_active", "boolean NOT NULL DEFAULT true", "BOOLEAN NOT NULL DEFAULT 1"),
    ("quantity", "integer NOT NULL DEFAULT 1", "INTEGER NOT NULL DEFAULT 1"),
    ("email", "email_address", "VARCHAR(255)"),
    ("notes", "text", "TEXT"),
    ("updated_at", "timestamp with time zone", "TEXT"),
    ("metadata", "jsonb NOT NULL DEFAULT '{}'::jsonb", "TEXT NOT NULL DEFAULT '{}'"),
    ("external_id", "uuid DEFAULT gen_random_uuid()", "BLOB"),
    ("tags", "text[]", "TEXT"),
    ("due_on", "date", "DATE"),
    ("rating", "double precision", "REAL"),
]


def name_of(number):
    return f"{NOUNS[number % len(NOUNS)]}_{number}"


@dataclasses.dataclass
class Table:
    number: int
    is_postgres: bool

    @property
    def name(self):
        return name_of(self.number)

    @property
    def parents(self):
        """One for the second and every other table after it, two for the rest; near ones and far ones."""
        return sorted({self.number // 2, self.number * 2 // 3} - {0, self.number})[:1 + self.number % 2]

    @property
    def has_status(self):
        return self.number % 3 == 0

    @property
    def enum(self):
        return f"status_{self.number // TABLES_TO_AN_ENUM}"

    def columns(self):
        keys = [("id", "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY", "INTEGER PRIMARY KEY")]
        for parent in self.parents:
            references = f"NOT NULL REFERENCES {name_of(parent)} (id) ON DELETE CASCADE"
            keys.append((f"{name_of(parent)}_id", f"bigint {references}", f"INTEGER {references}"))
        if self.has_status:
            keys.append(("status", f"{self.enum} NOT NULL DEFAULT 'draft'", "TEXT NOT NULL DEFAULT 'draft' CHECK "
                         f"(status IN ({', '.join(map(repr, LABELS))}))"))
        return keys + COLUMNS[:8 + self.number % 8 - len(keys)]

    def constraints(self):
        yield f"CONSTRAINT {self.name}_quantity_check CHECK (quantity > 0)"
        if self.number % 2 == 0:
            yield f"CONSTRAINT {self.name}_name_key UNIQUE (name)"

    def indexes(self):
        for parent in self.parents:
            yield f"CREATE INDEX {self.name}_{name_of(parent)} ON {self.name} ({name_of(parent)}_id)"
        if self.number % 4 == 1:
            yield f"CREATE INDEX {self.name}_open ON {self.name} (created_at, quantity DESC) WHERE is_active"

    def comments(self):
        yield f"COMMENT ON TABLE {self.name} IS 'Each {self.name} that we know, with what belongs to it.'"
        yield f"COMMENT ON COLUMN {self.name}.name IS 'As people see it; need not be unique.'"
        yield f"COMMENT ON COLUMN {self.name}.amount IS 'In euros, taxes included.'"

    def view(self):
        parent = name_of(self.parents[0] if self.parents else self.number)
        key = f"c.{parent}_id" if self.parents else "c.id"
        return (f"CREATE VIEW {self.name}_overview AS SELECT c.id, c.name, p.name AS parent_name, "
                f"c.amount * c.quantity AS total, c.created_at FROM {self.name} c JOIN {parent} p ON p.id = {key} WHERE c.is_active")

    def types(self):
        """Those that this table is the first to use."""
        if self.number == 1:
            yield "CREATE DOMAIN email_address AS character varying(255) CHECK (VALUE LIKE '%@%')"
        if self.number == 1 or self.number % TABLES_TO_AN_ENUM == 0:
            yield f"CREATE TYPE {self.enum} AS ENUM ({', '.join(map(repr, LABELS))})"

    def statements(self):
        if self.is_postgres:
            yield from self.types()
        lines = [f"{name} {postgres if self.is_postgres else sqlite}" for name, postgres, sqlite in self.columns()]
        yield f"CREATE TABLE {self.name} (\n  " + ",\n  ".join([*lines, *self.constraints()]) + "\n)"
        yield from self.indexes()
        if self.is_postgres:
            yield from self.comments()
        if self.number % TABLES_TO_A_VIEW == 0:
            yield self.view()


def script(is_postgres, first, last):
    """The DDL of tables first to last, which belongs in one transaction; the tables before them must be there."""
    statements = (statement for number in range(first, last + 1) for statement in Table(number, is_postgres).statements())
    return "BEGIN;\n" + "".join(f"{statement};\n" for statement in statements) + "COMMIT;\n"


def scripts(is_postgres, tables, at_once=100):
    """Few tables at once, or the locks would not fit in memory."""
    for first in range(1, tables + 1, at_once):
        yield script(is_postgres, first, min(first + at_once - 1, tables))
