"""Random DDL: each step looks at the schema as it is and picks a statement for it.

A statement may fail (a view needs the column, the name is taken); that is part of the test, a failed statement
must leave no trace either. Names are few, so that they are taken again by other objects, and some are nasty.
"""

import random

from support.sqlite import SqliteError

NAMES = ["users", "Users", "orders", "items", "order items", "select", "Straße", "a_b", "a-b", "tags", "class", "x1"]
COLUMNS = ["id", "name", "Name", "value", "n", "first name", "constructor", "größe", "it's", 'quo"te', "default", "z9"]
LABELS = ["new", "Done", "on hold", "it's", 'say "hi"', "*/", "größer", "back\\slash"]
COMMENTS = ["plain", "*/ export const hacked = 1; /*", "two\nlines", "", "`${1}` \\ \u2028 end", "größe"]


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def literal(text):
    return "'" + text.replace("'", "''") + "'"


class RandomDdl:
    """What both engines can do; the subclasses add what only one can."""

    def __init__(self, database, seed):
        self.database = database
        self.random = random.Random(seed)
        self.tables, self.views = {}, {}

    def step(self):
        """The next statement, for the schema as it is now."""
        self.look()
        operation = self.random.choices([name for name, _ in self.operations], [weight for _, weight in self.operations])[0]
        statement = getattr(self, operation)()
        if statement is not None and self.random.random() < 0.15:
            statement = self.in_transaction(statement)
        return statement

    operations = [("create_table", 5), ("create_keyed_table", 4), ("create_join_table", 2), ("drop_index", 2), ("drop_table", 2), ("rename_table", 4), ("add_column", 8), ("drop_column", 4),
                  ("rename_column", 8), ("create_view", 4), ("drop_view", 2), ("create_index", 2), ("recreate_table", 1),
                  ("swap_tables", 1), ("swap_columns", 2)]

    def look(self):
        """Fills `tables` and `views`: qualified and quoted name -> columns."""
        rows = self.database.rows(self.catalog)
        self.tables, self.views = {}, {}
        for row in rows:
            found = self.tables if row["kind"] == "table" else self.views
            found.setdefault((row["schema"], row["name"]), []).append(row["column"])

    def pick(self, things):
        return self.random.choice(sorted(things)) if things else None

    def new_name(self):
        return self.random.choice(NAMES)

    def new_column(self):
        return self.random.choice(COLUMNS)

    def qualified(self, pair):
        return quoted(pair[1])

    def reference(self, pair):
        """What a foreign key refers to."""
        return self.qualified(pair)

    def column_definition(self):
        text = f"{quoted(self.new_column())} {self.random.choice(self.types)}"
        if self.random.random() < 0.3:
            text += " DEFAULT NULL"
        return text

    def columns_of_new_table(self):
        names = self.random.sample(COLUMNS, self.random.randint(1, 4))
        return [f"{quoted(name)} {self.random.choice(self.types)}{self.random.choice(['', ' NOT NULL', ' UNIQUE'])}" for name in names]

    def create_table(self):
        if len(self.tables) > 14:
            return self.drop_table()
        columns = self.columns_of_new_table()
        other = self.pick(self.tables)
        if other and self.random.random() < 0.3:
            columns.append(f'"ref" integer REFERENCES {self.reference(other)}')
        return f"CREATE TABLE {quoted(self.new_name())} ({', '.join(columns)})"

    def create_keyed_table(self):
        """With keys that others can refer to, and a check."""
        if len(self.tables) > 14:
            return self.drop_table()
        one, two = self.random.sample(COLUMNS[1:], 2)
        rest = self.random.choice(["", f", UNIQUE ({quoted(one)}, {quoted(two)})", f", CONSTRAINT {quoted('k ' + one)} CHECK ({quoted(two)} <> 'x')"])
        return (f'CREATE TABLE {quoted(self.new_name())} ("id" integer PRIMARY KEY, {quoted(one)} varchar(20) UNIQUE, '
                f"{quoted(two)} varchar(20){rest})")

    def create_join_table(self):
        if len(self.tables) < 2:
            return None
        one, two = self.random.choice(sorted(self.tables)), self.random.choice(sorted(self.tables))
        key = self.random.choice([', PRIMARY KEY ("one", "two")', ', PRIMARY KEY ("two")', ', UNIQUE ("one")', ""])
        return (f'CREATE TABLE {quoted("j " + self.new_name())} ("one" integer REFERENCES {self.reference(one)}, '
                f'"two" integer REFERENCES {self.reference(two)}{key})')

    def drop_index(self):
        return f"DROP INDEX {quoted('i ' + self.new_name())}"

    def on_table(self, change):
        table = self.pick(self.tables)
        return table and f"ALTER TABLE {self.qualified(table)} {change(self.tables[table])}"

    def drop_table(self):
        table = self.pick(self.tables)
        return table and f"DROP TABLE {self.qualified(table)}"

    def rename_table(self):
        return self.on_table(lambda _: f"RENAME TO {quoted(self.new_name())}")

    def add_column(self):
        return self.on_table(lambda _: f"ADD COLUMN {self.column_definition()}")

    def drop_column(self):
        return self.on_table(lambda columns: f"DROP COLUMN {quoted(self.pick(columns))}")

    def rename_column(self):
        return self.on_table(lambda columns: f"RENAME COLUMN {quoted(self.pick(columns))} TO {quoted(self.new_column())}")

    def create_view(self):
        source = self.pick({**self.tables, **self.views})
        if source is None:
            return None
        columns = {**self.tables, **self.views}[source]
        chosen = "*" if self.random.random() < 0.3 else ", ".join(
            quoted(c) for c in sorted(self.random.sample(columns, self.random.randint(1, len(columns)))))
        return f"CREATE VIEW {quoted('v ' + self.new_name())} AS SELECT {chosen} FROM {self.qualified(source)}"

    def drop_view(self):
        view = self.pick(self.views)
        return view and f"DROP VIEW {self.qualified(view)}"

    def create_index(self):
        table = self.pick(self.tables)
        if table is None:
            return None
        unique = self.random.choice(["", "UNIQUE "])
        return (f"CREATE {unique}INDEX {quoted('i ' + self.new_name())} ON {self.qualified(table)} "
                f"({quoted(self.pick(self.tables[table]))})")

    def recreate_table(self):
        table = self.pick(self.tables)
        return table and f"DROP TABLE {self.qualified(table)}; CREATE TABLE {self.qualified(table)} ({', '.join(self.columns_of_new_table())})"

    def swap_tables(self):
        if len(self.tables) < 2:
            return None
        one, two = self.random.sample(sorted(self.tables), 2)
        return (f"BEGIN; ALTER TABLE {self.qualified(one)} RENAME TO \"swap\"; "
                f"ALTER TABLE {self.qualified(two)} RENAME TO {quoted(one[1])}; "
                f"ALTER TABLE {self.qualified((one[0], 'swap'))} RENAME TO {quoted(two[1])}; COMMIT")

    def swap_columns(self):
        table = self.pick(self.tables)
        if table is None or len(self.tables[table]) < 2:
            return None
        one, two = self.random.sample(self.tables[table], 2)
        renames = [(one, "swap"), (two, one), ("swap", two)]
        return "; ".join(f"ALTER TABLE {self.qualified(table)} RENAME COLUMN {quoted(a)} TO {quoted(b)}" for a, b in renames)

    def in_transaction(self, statement):
        if statement.startswith("BEGIN"):
            return statement
        end = self.random.choice(["COMMIT", "COMMIT", "ROLLBACK"])
        return f"BEGIN; {statement}; CREATE TABLE \"{self.random.choice('pqr')}\" (id integer); {end}"


class SqliteRandomDdl(RandomDdl):
    types = ["integer", "text", "real", "blob", "numeric", "varchar(20)", "DATETIME", "", "json"]
    catalog = """
        SELECT s.type AS kind, 'main' AS schema, s.name AS name, c.name AS "column"
          FROM sqlite_schema AS s, pragma_table_info(s.name) AS c
         WHERE s.type IN ('table', 'view') AND s.name NOT LIKE 'sqlite_%' AND s.name NOT LIKE 'ddltrail_%'"""

    operations = RandomDdl.operations + [("create_strict_table", 3), ("rebuild_table", 3), ("vacuum", 1), ("generated_column", 2)]

    def step(self):
        broken = self.broken_view()
        # It may stay broken for a while, but while it does most other statements fail.
        if broken and self.random.random() < 0.6:
            return f"DROP VIEW {quoted(broken)}"
        return super().step()

    def reference(self, pair):
        """Names are the same in another case to SQLite, where they are ASCII."""
        column = self.random.choice(["", f" ({quoted(self.other_case(self.random.choice(self.tables[pair])))})"])
        return quoted(self.other_case(pair[1])) + column

    def other_case(self, name):
        return name.swapcase() if name.isascii() and self.random.random() < 0.5 else name

    def broken_view(self):
        """A view whose table or column went away; SQLite lets that happen."""
        for row in self.database.rows("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name"):
            try:
                self.database.rows(f"SELECT 1 FROM {quoted(row['name'])} LIMIT 0")
            except SqliteError:
                return row["name"]
        return None

    def look(self):
        try:
            super().look()
        except SqliteError:  # a broken view breaks the query for all: go on with what was there before
            pass

    def create_strict_table(self):
        columns = ", ".join(f"{quoted(c)} {self.random.choice(['INTEGER', 'TEXT', 'ANY', 'BLOB', 'REAL'])}"
                            for c in self.random.sample(COLUMNS, 3))
        options = self.random.choice([" STRICT", " STRICT, WITHOUT ROWID"])
        return f'CREATE TABLE {quoted(self.new_name())} ("key" TEXT PRIMARY KEY, {columns}){options}'

    def generated_column(self):
        return self.on_table(lambda columns: f"ADD COLUMN {quoted(self.new_column())} text GENERATED ALWAYS AS ({quoted(self.pick(columns))} || '') VIRTUAL")

    def rebuild_table(self):
        """What SQLite's manual tells people to do in the place of ALTER COLUMN."""
        table = self.pick(self.tables)
        if table is None:
            return None
        old = self.qualified(table)
        return (f'BEGIN; CREATE TABLE "rebuilt" ({", ".join(self.columns_of_new_table())}); DROP TABLE {old}; '
                f'ALTER TABLE "rebuilt" RENAME TO {old}; COMMIT')

    def vacuum(self):
        return "VACUUM"

    def in_transaction(self, statement):
        return statement if statement == "VACUUM" else super().in_transaction(statement)


class PostgresRandomDdl(RandomDdl):
    types = ["integer", "text", "bigint", "numeric(8,2)", "timestamptz", "boolean", "jsonb", "text[]", "uuid", "integer[][]"]
    catalog = """
        SELECT CASE WHEN relkind IN ('r', 'p') THEN 'table' ELSE 'view' END AS kind, nspname AS schema, relname AS name, attname AS column
          FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace
          JOIN pg_attribute ON attrelid = c.oid AND attnum > 0 AND NOT attisdropped
         WHERE relkind IN ('r', 'p', 'v', 'm') AND nspname !~ '^(pg_|information_schema|ddltrail)'
         ORDER BY 1, 2, 3, attnum"""

    operations = RandomDdl.operations + [
        ("alter_type", 4), ("alter_nullability", 4), ("alter_default", 3), ("identity", 2), ("create_enum", 3), ("add_label", 3),
        ("rename_label", 2), ("rename_enum", 2), ("drop_enum", 1), ("comment_table", 3), ("comment_column", 3), ("comment_enum", 1),
        ("create_schema", 2), ("rename_schema", 1), ("drop_schema", 1), ("move_table", 3), ("move_enum", 1), ("create_domain", 2),
        ("alter_domain", 2), ("rename_domain", 1), ("drop_cascade", 1), ("create_or_replace_view", 3), ("rename_view", 2),
        ("rename_view_column", 2), ("materialized_view", 1), ("partition", 2), ("detach", 1), ("attach", 1), ("inherit", 1), ("rename_column_in_parent", 1),
        ("drop_and_undo", 1), ("do_block", 1), ("add_constraint", 5), ("drop_constraint", 3), ("rename_constraint", 2), ("rename_index", 2),
        ("create_composite_type", 2), ("alter_composite_type", 2), ("drop_composite_type", 1), ("create_range_type", 1),
        ("create_function", 3), ("drop_function", 1), ("rename_function", 1)]

    def look(self):
        super().look()
        types = self.database.rows("""
            SELECT typtype AS kind, nspname AS schema, typname AS name,
                   ARRAY(SELECT enumlabel FROM pg_enum WHERE enumtypid = t.oid ORDER BY enumsortorder) AS labels
              FROM pg_type AS t JOIN pg_namespace AS n ON n.oid = typnamespace
             WHERE typtype IN ('e', 'd', 'c') AND nspname !~ '^(pg_|information_schema|ddltrail)'""")
        self.enums = {(t["schema"], t["name"]): t["labels"] for t in types if t["kind"] == "e"}
        self.domains = {(t["schema"], t["name"]) for t in types if t["kind"] == "d"}
        self.rows = {(t["schema"], t["name"]) for t in types if t["kind"] == "c"}
        self.schemas = [row["nspname"] for row in self.database.rows(
            "SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema|ddltrail)'")]

    def qualified(self, pair):
        return f"{quoted(pair[0])}.{quoted(pair[1])}"

    def some_type(self):
        own = [self.qualified(t) for t in sorted({*self.enums, *self.domains, *self.rows})]
        own += [f"{t}[]" for t in own]
        return self.random.choice(own) if own and self.random.random() < 0.4 else self.random.choice(self.types)

    def column_definition(self):
        return f"{quoted(self.new_column())} {self.some_type()}"

    def create_table(self):
        plain = super().create_table()
        schema = self.pick(self.schemas)
        if plain.startswith("CREATE TABLE ") and self.random.random() < 0.4:
            return plain.replace("CREATE TABLE ", f"CREATE TABLE {quoted(schema)}.", 1)
        return plain

    def on_column(self, change):
        return self.on_table(lambda columns: f"ALTER COLUMN {quoted(self.pick(columns))} {change}")

    def alter_type(self):
        kind = self.some_type()
        return self.on_table(lambda columns: (lambda c: f"ALTER COLUMN {c} TYPE {kind} USING NULL")(quoted(self.pick(columns))))

    def alter_nullability(self):
        return self.on_column(self.random.choice(["SET NOT NULL", "DROP NOT NULL"]))

    def alter_default(self):
        return self.on_column(self.random.choice(["SET DEFAULT NULL", "SET DEFAULT '1'", "DROP DEFAULT"]))

    def identity(self):
        return self.on_column(self.random.choice([
            "ADD GENERATED ALWAYS AS IDENTITY", "ADD GENERATED BY DEFAULT AS IDENTITY", "SET GENERATED ALWAYS", "DROP IDENTITY"]))

    def create_enum(self):
        labels = self.random.sample(LABELS, self.random.randint(0, 3))
        return f"CREATE TYPE {quoted(self.pick(self.schemas))}.{quoted('e ' + self.new_name())} AS ENUM ({', '.join(map(literal, labels))})"

    def on_enum(self, change):
        enum = self.pick(self.enums)
        return enum and f"ALTER TYPE {self.qualified(enum)} {change(self.enums[enum])}"

    def add_label(self):
        def change(labels):
            where = f" {self.random.choice(['BEFORE', 'AFTER'])} {literal(self.pick(labels))}" if labels else ""
            return f"ADD VALUE {literal(self.random.choice(LABELS))}{where}"
        return self.on_enum(change)

    def rename_label(self):
        return self.on_enum(lambda labels: f"RENAME VALUE {literal(self.pick(labels) or 'none')} TO {literal(self.random.choice(LABELS))}")

    def rename_enum(self):
        return self.on_enum(lambda _: f"RENAME TO {quoted('e ' + self.new_name())}")

    def drop_enum(self):
        enum = self.pick(self.enums)
        return enum and f"DROP TYPE {self.qualified(enum)} {self.random.choice(['', 'CASCADE'])}"

    def move_enum(self):
        return self.on_enum(lambda _: f"SET SCHEMA {quoted(self.pick(self.schemas))}")

    def some_comment(self):
        return "NULL" if self.random.random() < 0.2 else literal(self.random.choice(COMMENTS))

    def comment_table(self):
        table = self.pick(self.tables)
        return table and f"COMMENT ON TABLE {self.qualified(table)} IS {self.some_comment()}"

    def comment_column(self):
        relations = {**self.tables, **self.views}
        relation = self.pick(relations)
        return relation and f"COMMENT ON COLUMN {self.qualified(relation)}.{quoted(self.pick(relations[relation]))} IS {self.some_comment()}"

    def comment_enum(self):
        enum = self.pick(self.enums)
        return enum and f"COMMENT ON TYPE {self.qualified(enum)} IS {self.some_comment()}"

    def create_schema(self):
        return f"CREATE SCHEMA {quoted('s ' + self.new_name())}" if len(self.schemas) < 5 else self.drop_schema()

    def other_schema(self):
        return self.pick([s for s in self.schemas if s != "public"])

    def rename_schema(self):
        schema = self.other_schema()
        return schema and f"ALTER SCHEMA {quoted(schema)} RENAME TO {quoted('s ' + self.new_name())}"

    def drop_schema(self):
        schema = self.other_schema()
        return schema and f"DROP SCHEMA {quoted(schema)} {self.random.choice(['', 'CASCADE'])}"

    def move_table(self):
        return self.on_table(lambda _: f"SET SCHEMA {quoted(self.pick(self.schemas))}")

    def create_domain(self):
        return f"CREATE DOMAIN {quoted('d ' + self.new_name())} AS {self.some_type()}{self.random.choice(['', ' NOT NULL'])}"

    def on_domain(self, change):
        domain = self.pick(self.domains)
        return domain and f"ALTER DOMAIN {self.qualified(domain)} {change}"

    def alter_domain(self):
        return self.on_domain(self.random.choice(["SET NOT NULL", "DROP NOT NULL", "SET DEFAULT NULL", "SET DEFAULT '1'", "DROP DEFAULT"]))

    def rename_domain(self):
        return self.on_domain(f"RENAME TO {quoted('d ' + self.new_name())}")

    def drop_cascade(self):
        table = self.pick(self.tables)
        return table and f"DROP TABLE {self.qualified(table)} CASCADE"

    def on_view(self, change):
        view = self.pick(self.views)
        return view and f"ALTER VIEW {self.qualified(view)} {change(self.views[view])}"

    def create_or_replace_view(self):
        view, source = self.pick(self.views), self.pick(self.tables)
        if view is None or source is None:
            return None
        columns = ", ".join(f"NULL::text AS {quoted(c)}" for c in self.views[view])
        return f"CREATE OR REPLACE VIEW {self.qualified(view)} AS SELECT {columns}, 1 AS {quoted(self.new_column())} FROM {self.qualified(source)}"

    def rename_view(self):
        return self.on_view(lambda _: f"RENAME TO {quoted('v ' + self.new_name())}")

    def rename_view_column(self):
        return self.on_view(lambda columns: f"RENAME COLUMN {quoted(self.pick(columns))} TO {quoted(self.new_column())}")

    def materialized_view(self):
        source = self.pick(self.tables)
        return source and f"CREATE MATERIALIZED VIEW {quoted('m ' + self.new_name())} AS SELECT * FROM {self.qualified(source)}"

    def partition(self):
        name = self.new_name()
        return (f'CREATE TABLE {quoted("p " + name)} ("id" integer, "name" text) PARTITION BY LIST ("id"); '
                f'CREATE TABLE {quoted("p1 " + name)} PARTITION OF {quoted("p " + name)} FOR VALUES IN (1)')

    def detach(self):
        rows = self.database.rows("""
            SELECT inhparent::regclass::text AS parent, inhrelid::regclass::text AS child
              FROM pg_inherits JOIN pg_class AS c ON c.oid = inhrelid WHERE c.relispartition ORDER BY 1, 2""")
        if not rows:
            return None
        row = self.random.choice(rows)
        return f"ALTER TABLE {row['parent']} DETACH PARTITION {row['child']}"

    def attach(self):
        """What was detached."""
        rows = self.database.rows("""
            SELECT parent.oid::regclass::text AS parent, child.oid::regclass::text AS child
              FROM pg_class AS parent JOIN pg_class AS child ON child.relname = replace(parent.relname, 'p ', 'p1 ')
             WHERE parent.relkind = 'p' AND child.relkind = 'r' AND NOT child.relispartition ORDER BY 1, 2""")
        if not rows:
            return None
        row = self.random.choice(rows)
        return f"ALTER TABLE {row['parent']} ATTACH PARTITION {row['child']} FOR VALUES IN (1)"

    def inherit(self):
        table = self.pick(self.tables)
        return table and f"CREATE TABLE {quoted('h ' + self.new_name())} (\"own\" text) INHERITS ({self.qualified(table)})"

    def rename_column_in_parent(self):
        parents = self.database.rows("SELECT DISTINCT inhparent::regclass::text AS parent FROM pg_inherits ORDER BY 1")
        if not parents:
            return None
        return f"ALTER TABLE {self.random.choice(parents)['parent']} ADD COLUMN {self.column_definition()}"

    def drop_and_undo(self):
        table = self.pick(self.tables)
        return table and f'BEGIN; SAVEPOINT s; DROP TABLE {self.qualified(table)} CASCADE; ROLLBACK TO s; CREATE TABLE "after" (id integer); DROP TABLE "after"; COMMIT'

    def do_block(self):
        inner = self.rename_column()
        return inner and f"DO $do$ BEGIN EXECUTE $sql${inner}$sql$; EXCEPTION WHEN OTHERS THEN NULL; END $do$"


    def add_constraint(self):
        def change(columns):
            column, other = quoted(self.pick(columns)), self.pick(self.tables)
            kind = self.random.choice([f"UNIQUE ({column})", f"PRIMARY KEY ({column})", f"CHECK ({column} IS NOT NULL)",
                                       f"FOREIGN KEY ({column}) REFERENCES {self.qualified(other)}"])
            return f"ADD CONSTRAINT {quoted('c ' + self.new_name())} {kind}"
        return self.on_table(change)

    def some_constraint(self):
        rows = self.database.rows("""
            SELECT conrelid::regclass::text AS "table", conname AS name FROM pg_constraint JOIN pg_namespace n ON n.oid = connamespace
             WHERE conrelid <> 0 AND nspname !~ '^(pg_|information_schema|ddltrail)' ORDER BY 1, 2""")
        return self.random.choice(rows) if rows else None

    def drop_constraint(self):
        found = self.some_constraint()
        return found and f"ALTER TABLE {found['table']} DROP CONSTRAINT {quoted(found['name'])} {self.random.choice(['', 'CASCADE'])}"

    def rename_constraint(self):
        found = self.some_constraint()
        return found and f"ALTER TABLE {found['table']} RENAME CONSTRAINT {quoted(found['name'])} TO {quoted('c ' + self.new_name())}"

    def rename_index(self):
        return f"ALTER INDEX {quoted('i ' + self.new_name())} RENAME TO {quoted('i ' + self.new_name())}"

    def composite_name(self):
        return quoted("t " + self.new_name())

    def create_composite_type(self):
        return f"CREATE TYPE {self.composite_name()} AS ({quoted(self.new_column())} {self.some_type()}, \"more\" text)"

    def alter_composite_type(self):
        change = self.random.choice([f"ADD ATTRIBUTE {quoted(self.new_column())} integer", f"RENAME TO {self.composite_name()}",
                                     'RENAME ATTRIBUTE "more" TO "less"'])
        return f"ALTER TYPE {self.composite_name()} {change}"

    def drop_composite_type(self):
        return f"DROP TYPE {self.composite_name()} {self.random.choice(['', 'CASCADE'])}"

    def create_range_type(self):
        return f"CREATE TYPE {quoted('r ' + self.new_name())} AS RANGE (subtype = {self.random.choice(['integer', 'text'])})"

    def function_name(self):
        return quoted("f " + self.random.choice(NAMES[:4]))

    def create_function(self):
        arguments = self.random.choice(["", "a integer", "a text, b integer", f'x {self.some_type()}'])
        return (f"CREATE OR REPLACE FUNCTION {self.function_name()}({arguments}) RETURNS {self.some_type()} "
                f"LANGUAGE sql AS 'SELECT NULL'")

    def drop_function(self):
        return f"DROP FUNCTION {self.function_name()}"

    def rename_function(self):
        return f"ALTER FUNCTION {self.function_name()} RENAME TO {self.function_name()}"


RANDOM_DDL = {"postgres": PostgresRandomDdl, "sqlite": SqliteRandomDdl}
