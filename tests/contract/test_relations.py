"""Every relation of the contract, on both engines, through the extension and as plain text: the columns and
their types, null meaning, keys, and that the two ways of reading agree."""

import json
import unittest

from contract.engines import DATABASES, RELATIONS, SCHEMA_RELATIONS, shop


ONLY_POSTGRES = {
    "sequences", "enums", "domains", "composite_types", "range_types", "routines", "parents", "rules", "policies",
    "statistics", "privileges", "default_privileges", "extensions", "extension_members", "publications", "foreign_servers",
    "view_columns",
}
# Of the kinds whose definition is one row of one relation: which one.
SINGLE_ROWS = {
    "index": "indexes", "sequence": "sequences", "enum": "enums", "domain": "domains", "composite type": "composite_types",
    "range type": "range_types", "schema": "schemas", "function": "routines", "procedure": "routines", "aggregate": "routines",
}


def key_of(relation, row):
    return json.dumps([row[column] for column in RELATIONS[relation]["key"]])


def without_log_columns(rows):
    """Ids are the catalog's: two databases with the same schema differ in them."""
    return sorted(json.dumps({k: v for k, v in row.items() if k != "object_id"}, sort_keys=True) for row in rows)


class RelationChecks:
    """The expectations; a subclass for each engine and way of reading says where."""

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.database = shop(cls.engine, cls.extension)

    @classmethod
    def tearDownClass(cls):
        cls.database.__exit__()

    def for_each_relation(self, check):
        for relation in RELATIONS if self.extension else SCHEMA_RELATIONS:
            with self.subTest(relation=relation):
                check(relation)

    def test_columns_and_types_are_those_of_the_contract(self):
        self.for_each_relation(lambda relation: self.assertEqual(
            self.database.columns(relation), self.database.expected_columns(relation)))

    def test_every_relation_has_rows_in_the_shop(self):
        empty = ONLY_POSTGRES if self.engine == "sqlite" else set()
        self.for_each_relation(lambda relation: self.assertEqual(
            bool(self.database.relation(relation)), relation not in empty))

    def test_columns_declared_not_null_hold_no_null(self):
        def check(relation):
            mandatory = [c["name"] for c in RELATIONS[relation]["columns"] if not c["null"]]
            for row in self.database.relation(relation):
                self.assertEqual([name for name in mandatory if row[name] is None], [], row)
        self.for_each_relation(check)

    def test_key_is_unique(self):
        def check(relation):
            keys = [key_of(relation, row) for row in self.database.relation(relation)]
            self.assertEqual(sorted(keys), sorted(set(keys)))
        self.for_each_relation(check)

    def test_kinds_are_those_of_the_contract(self):
        kinds = {
            "tables": {"table", "partitioned table", "foreign table", "view", "materialized view", "virtual table"},
            "constraints": {"primary key", "unique", "foreign key", "check", "exclusion"},
            "relationships": {"many-to-one", "one-to-many", "one-to-one", "many-to-many"},
        }
        for relation, expected in kinds.items():
            self.assertLessEqual({row["kind"] for row in self.database.relation(relation)}, expected)

    def test_columns_belong_to_tables_and_are_numbered_without_holes(self):
        tables = {(row["schema_name"], row["table_name"]): [] for row in self.database.relation("tables")}
        for row in self.database.relation("columns"):
            tables[row["schema_name"], row["table_name"]].append(row["position"])
        for table, positions in tables.items():
            self.assertEqual(sorted(positions), list(range(1, len(positions) + 1)), table)

    def test_names_in_arrays_are_columns_of_the_table(self):
        names = {}
        for row in self.database.relation("columns"):
            names.setdefault((row["schema_name"], row["table_name"]), set()).add(row["column_name"])
        for relation in ("constraints", "foreign_keys", "indexes", "relationships"):
            for row in self.database.relation(relation):
                own = names[row["schema_name"], row["table_name"]] | ({None} if relation == "indexes" else set())
                self.assertLessEqual(set(row["columns"]), own, row)
                if "referenced_columns" in row:
                    other = names[row["referenced_schema"], row["referenced_table"]]
                    self.assertLessEqual(set(row["referenced_columns"]), other, row)
                    # The two sides of a many-to-many pair with the join table, not with each other.
                    if row.get("kind") != "many-to-many":
                        self.assertEqual(len(row["columns"]), len(row["referenced_columns"]), row)

    def test_relationships_come_in_pairs(self):
        mirror = {"many-to-one": "one-to-many", "one-to-many": "many-to-one", "one-to-one": "one-to-one", "many-to-many": "many-to-many"}
        rows = self.database.relation("relationships")
        seen = [self._side(row, row["kind"], ("schema_name", "table_name", "columns"),
                           ("referenced_schema", "referenced_table", "referenced_columns")) for row in rows]
        turned = [self._side(row, mirror[row["kind"]], ("referenced_schema", "referenced_table", "referenced_columns"),
                             ("schema_name", "table_name", "columns")) for row in rows]
        self.assertEqual(sorted(seen), sorted(turned))

    @staticmethod
    def _side(row, kind, near, far):
        return json.dumps([kind, [row[k] for k in near], [row[k] for k in far], row["through_table"]])

    def test_nothing_of_the_log_shows(self):
        own = [row for relation in ("tables", "indexes", "columns") for row in self.database.relation(relation)
               if "ddltrail" in row["schema_name"] or "ddltrail" in row["table_name"]]
        self.assertEqual(own, [])


class ExtensionChecks:
    """What only a database with the log has."""

    def test_definitions_are_the_rows_of_the_relations(self):
        checked = 0
        for (kind, identity), row in last_rows(self.database.relation("change_log")).items():
            if row["definition"] is not None:
                self.assertEqual(row["definition"], expected_definition(self.database, row), (kind, identity))
                checked += 1
        self.assertGreater(checked, 20)

    def test_cursor_is_text_of_the_contract(self):
        cursor = self.database.scalar(f"{self.database.function('current_cursor')}()")
        log_id = self.database.relation("log_state")[0]["log_id"]
        self.assertEqual(cursor.split("/")[:2], ["1", log_id])
        self.assertEqual(len(cursor.split("/")), {"postgres": 6, "sqlite": 4}[self.engine])

    def test_changes_since_nothing_are_all_changes(self):
        self.assertEqual(self.database.changes_since(None), sorted(self.database.relation("change_log"), key=lambda r: r["id"]))

    def test_changes_since_now_are_none(self):
        cursor = self.database.scalar(f"{self.database.function('current_cursor')}()")
        self.assertEqual(self.database.changes_since(cursor), [])

    def test_cursor_of_another_log_is_refused(self):
        cursor = self.database.scalar(f"{self.database.function('current_cursor')}()")
        fields = cursor.split("/")
        fields[1] = "00000000-0000-4000-8000-000000000000"
        with self.assertRaises(Exception) as raised:
            self.database.changes_since("/".join(fields))
        self.assertIn("cursor", str(raised.exception))

    def test_log_state_tells_of_a_sound_log(self):
        state = self.database.relation("log_state")
        self.assertEqual([(row["contract"], row["is_broken"]) for row in state], [(1, False)])
        self.assertEqual(state[0]["last_id"], max(row["id"] for row in self.database.relation("change_log")))
        self.assertEqual(state[0]["extension_version"], self.database.scalar(f"{self.database.function('version')}()"))

    def test_extension_and_plain_text_agree(self):
        with shop(self.engine, extension=False) as plain:
            for relation in SCHEMA_RELATIONS:
                with self.subTest(relation=relation):
                    self.assertEqual(without_log_columns(self.database.relation(relation)),
                                     without_log_columns(plain.relation(relation)))


def last_rows(log):
    """The last row of each object that has a definition, by kind and id."""
    return {(row["object_kind"], row["object_id"]): row for row in sorted(log, key=lambda row: row["id"])}


def expected_definition(database, row):
    """What the relations say now of the object that a row of the log names."""
    if row["object_kind"] in SINGLE_ROWS:
        relation = SINGLE_ROWS[row["object_kind"]]
        rows = rows_of(database, relation, name_column(relation), row)
        return {relation: rows} if rows else {}
    definition = {r: rows_of(database, r, "table_name", row) for r in ("tables", "columns", "constraints", "foreign_keys")}
    if row["object_kind"] in ("view", "materialized view"):
        definition["views"] = rows_of(database, "views", "view_name", row)
    return definition


def name_column(relation):
    return next(column for column in reversed(RELATIONS[relation]["key"]) if column.endswith("_name"))


def rows_of(database, relation, name_column, row):
    found = [r for r in database.relation(relation)
             if r[name_column] == row["object_name"] and row["schema_name"] in (r["schema_name"], None)]
    return sorted(found, key=lambda r: [(r[k] is not None, r[k] if isinstance(r[k], int) else json.dumps(r[k]))
                                        for k in RELATIONS[relation]["key"]])


def add_suites():
    for engine in DATABASES:
        for way, bases in (("Extension", (RelationChecks, ExtensionChecks)), ("Text", (RelationChecks,))):
            name = f"{engine.title()}{way}"
            suite = type(name, (*bases, unittest.TestCase), {"engine": engine, "extension": way == "Extension"})
            suite.__module__ = __name__
            globals()[name] = suite


add_suites()
