"""Random DDL for PostgreSQL, with what plans of migrations have to care for and types of code do not."""

from e2e.random_ddl import PostgresRandomDdl, quoted


class MigrationDdl(PostgresRandomDdl):
    """Also what stands on tables beside their columns."""

    operations = PostgresRandomDdl.operations + [
        ("trigger", 3), ("drop_trigger", 1), ("policy", 3), ("drop_policy", 1), ("rule", 2), ("grant", 4), ("owner", 2), ("sequence", 2),
        ("statistics", 2), ("generated", 2), ("function_of_table", 2), ("check_of_function", 1), ("foreign_key", 3), ("partial_index", 3),
        ("table_option", 2), ("column_option", 2), ("comment_anything", 2), ("default_of_sequence", 1)]

    def look(self):
        """The server lets nobody alter a table as long as a column is of its rows: such columns are of types alone."""
        super().look()
        self.rows -= {*self.tables, *self.views}

    def grantee(self):
        return self.random.choice(["PUBLIC", "app_reader", "app_writer"])

    def trigger(self):
        table = self.pick(self.tables)
        if table is None:
            return None
        when = self.random.choice(["BEFORE INSERT", "AFTER UPDATE", f"AFTER UPDATE OF {quoted(self.pick(self.tables[table]))}"])
        return ('CREATE OR REPLACE FUNCTION "touch"() RETURNS trigger LANGUAGE plpgsql AS \'BEGIN RETURN NEW; END\'; '
                f'CREATE TRIGGER {quoted("tr " + self.new_name())} {when} ON {self.qualified(table)} FOR EACH ROW EXECUTE FUNCTION "touch"()')

    def drop_trigger(self):
        return self.dropped("TRIGGER", """
            SELECT quote_ident(tgname) || ' ON ' || tgrelid::regclass AS what FROM pg_trigger
             WHERE NOT tgisinternal AND tgparentid = 0 ORDER BY 1""")

    def dropped(self, kind, query):
        rows = self.database.rows(query)
        return f"DROP {kind} {self.random.choice(rows)['what']}" if rows else None

    def policy(self):
        table = self.pick(self.tables)
        if table is None:
            return None
        security = self.random.choice(["", f"ALTER TABLE {self.qualified(table)} ENABLE ROW LEVEL SECURITY; "])
        return (f'{security}CREATE POLICY {quoted("po " + self.new_name())} ON {self.qualified(table)} TO {self.grantee()} '
                f"USING ({quoted(self.pick(self.tables[table]))} IS NOT NULL)")

    def drop_policy(self):
        return self.dropped("POLICY", "SELECT quote_ident(polname) || ' ON ' || polrelid::regclass AS what FROM pg_policy ORDER BY 1")

    def rule(self):
        table = self.pick(self.tables)
        return table and (f'CREATE OR REPLACE RULE {quoted("r " + self.new_name())} AS ON UPDATE TO {self.qualified(table)} '
                          f"WHERE OLD.{quoted(self.pick(self.tables[table]))} IS NULL DO ALSO SELECT 1")

    def grant(self):
        relations = {**self.tables, **self.views}
        relation = self.pick(relations)
        if relation is None:
            return None
        column = self.random.choice(["", f" ({quoted(self.pick(relations[relation]))})"])
        verb = self.random.choice(["GRANT SELECT{} ON {} TO {}", "GRANT INSERT{} ON {} TO {}", "REVOKE SELECT{} ON {} FROM {}"])
        return verb.format(column, self.qualified(relation), self.grantee())

    def owner(self):
        return self.on_table(lambda _: f"OWNER TO {self.random.choice(['app_owner', 'CURRENT_USER'])}")

    def sequence(self):
        name = quoted("q " + self.random.choice(["a", "b"]))
        return self.random.choice([f"CREATE SEQUENCE {name} INCREMENT 2", f"ALTER SEQUENCE {name} INCREMENT 3 CACHE 2", f"DROP SEQUENCE {name}"])

    def default_of_sequence(self):
        return self.on_column("SET DEFAULT nextval('\"q a\"')")

    def statistics(self):
        table = self.pick(self.tables)
        if table is None or len(self.tables[table]) < 2:
            return None
        columns = ", ".join(map(quoted, sorted(self.random.sample(self.tables[table], 2))))
        return f'CREATE STATISTICS {quoted("st " + self.new_name())} ON {columns} FROM {self.qualified(table)}'

    def generated(self):
        def change(columns):
            return f"ADD COLUMN {quoted(self.new_column())} boolean GENERATED ALWAYS AS ({quoted(self.pick(columns))} IS NULL) STORED"
        return self.on_table(change)

    def create_function(self):
        result = self.some_type()
        arguments = self.random.choice(["", "a integer", "a text, b integer DEFAULT 1", f"x {self.some_type()}"])
        return f"CREATE OR REPLACE FUNCTION {self.function_name()}({arguments}) RETURNS {result} LANGUAGE sql AS 'SELECT NULL::{result}'"

    def function_of_table(self):
        table = self.pick(self.tables)
        return table and (f"CREATE OR REPLACE FUNCTION {self.function_name()}() RETURNS SETOF {self.qualified(table)} LANGUAGE sql "
                          f"BEGIN ATOMIC SELECT * FROM {self.qualified(table)}; END")

    def check_of_function(self):
        added = self.on_table(lambda columns: f'ADD CONSTRAINT {quoted("f " + self.new_name())} CHECK ("fits"({quoted(self.pick(columns))}::text))')
        return added and f"CREATE OR REPLACE FUNCTION \"fits\"(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true'; {added}"

    def foreign_key(self):
        keys = self.database.rows("""
            SELECT conrelid::regclass::text AS "table", quote_ident(attname) AS "column" FROM pg_constraint
              JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
             WHERE contype IN ('p', 'u') AND cardinality(conkey) = 1 AND conrelid >= 16384 ORDER BY 1, 2""")
        if not keys:
            return None
        key = self.random.choice(keys)
        end = self.random.choice(["", " ON DELETE CASCADE", " DEFERRABLE INITIALLY DEFERRED", " NOT VALID"])
        to_key = f"{key['table']} ({key['column']}){end}"
        return self.on_table(lambda columns: f'ADD CONSTRAINT {quoted("k " + self.new_name())} FOREIGN KEY ({quoted(self.pick(columns))}) REFERENCES {to_key}')

    def partial_index(self):
        table = self.pick(self.tables)
        if table is None:
            return None
        one, two = quoted(self.pick(self.tables[table])), quoted(self.pick(self.tables[table]))
        return f"CREATE INDEX {quoted('i ' + self.new_name())} ON {self.qualified(table)} (({one} IS NULL), {two} DESC) WHERE {two} IS NOT NULL"

    def table_option(self):
        return self.on_table(lambda _: self.random.choice([
            "SET (fillfactor = 70)", "RESET (fillfactor)", "SET UNLOGGED", "SET LOGGED", "FORCE ROW LEVEL SECURITY", "REPLICA IDENTITY FULL"]))

    def column_option(self):
        return self.on_column(self.random.choice(["SET STATISTICS 7", "SET STORAGE EXTERNAL", "SET (n_distinct = 5)", "SET COMPRESSION pglz"]))

    def comment_anything(self):
        kinds = {"VIEW": self.views, "TYPE": self.enums, "DOMAIN": self.domains}
        kind = self.random.choice(sorted(kinds))
        thing = self.pick(kinds[kind])
        return thing and f"COMMENT ON {kind} {self.qualified(thing)} IS {self.some_comment()}"
