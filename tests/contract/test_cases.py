"""The cases under cases/: one file is one test on each engine. To add a case, add a file.

  description   what is shown
  engines       where only one engine has it (default: both)
  setup         statements before the cursor is taken
  steps         statements whose changes are expected; all run in one session
  relations     [{relation, of, columns, rows}]: the chosen columns of the rows that match `of`
  changes       [{of, columns, rows}]: the same of changes_since(cursor), in the order of id

The relations are checked on a database without the log too, where their plain text is run.
A statement, a row or any value may be {"postgres": ..., "sqlite": ...} where the engines differ, an entry of
relations or changes may have `engines`, and "$schema" stands for public or main. The operations in `details`
are compared without regard to their order and to `definition`, which only one engine has.
"""

import json
import pathlib
import unittest

from contract.engines import DATABASES
from contract.test_relations import expected_definition, last_rows
from support.tool import Project

CASES = pathlib.Path(__file__).parent / "cases"


def for_engine(value, database):
    """The value with engine variants chosen and $schema filled in."""
    if isinstance(value, dict):
        if set(value) <= set(DATABASES) and value:
            return for_engine(value[database.engine], database)
        return {k: for_engine(v, database) for k, v in value.items()}
    if isinstance(value, list):
        return [for_engine(v, database) for v in value]
    return database.schema if value == "$schema" else value


def comparable(column, value):
    if column == "details" and isinstance(value, list):
        operations = [{k: v for k, v in operation.items() if k != "definition"} for operation in value]
        return sorted(operations, key=lambda operation: json.dumps(operation, sort_keys=True))
    return value


def chosen(rows, of, columns):
    def matches(row):
        return all(row[k] in v if isinstance(v, list) else row[k] == v for k, v in of.items())
    return [[comparable(column, row[column]) for column in columns] for row in rows if matches(row)]


class CaseRunner:
    """One case on one engine."""

    maxDiff = None

    def run_case(self, engine, case):
        with DATABASES[engine](extension=True) as database:
            database.run(self.script(case.get("setup", []), database))
            cursor = database.scalar(f"{database.function('current_cursor')}()")
            database.run(self.script(case["steps"], database))
            changes = database.changes_since(cursor)
            for expected in self.expectations(case, "changes", database):
                self.compare(changes, expected, lambda rows: rows)
            self.check_relations(case, database)
            self.check_commands(changes)
            self.check_definitions(database)
            self.check_snapshot(database)

    def run_case_without_log(self, engine, case):
        with DATABASES[engine](extension=False) as database:
            database.run(self.script([*case.get("setup", []), *case["steps"]], database))
            self.check_relations(case, database)

    def check_relations(self, case, database):
        for expected in self.expectations(case, "relations", database):
            self.compare(database.relation(expected["relation"]), expected, lambda rows: sorted(rows, key=json.dumps))

    @staticmethod
    def script(statements, database):
        return "".join(f"{for_engine(statement, database)};\n" for statement in statements)

    @staticmethod
    def expectations(case, part, database):
        for entry in case.get(part, []):
            if database.engine in entry.get("engines", DATABASES):
                yield for_engine({k: v for k, v in entry.items() if k != "engines"}, database)

    def compare(self, rows, expected, ordered):
        found = chosen(rows, expected.get("of", {}), expected["columns"])
        wanted = [[comparable(c, v) for c, v in zip(expected["columns"], row, strict=True)] for row in expected["rows"]]
        self.assertEqual(ordered(found), ordered(wanted))

    def check_commands(self, changes):
        """The rows of one statement share its first id; the text stands on the first row only."""
        ids = {row["id"] for row in changes}
        for row in changes:
            self.assertIn(row["command_id"], ids)
            self.assertLessEqual(row["command_id"], row["id"])
            if row["command_id"] != row["id"]:
                self.assertIsNone(row["statement"])
            self.assertTrue(row["details"], row)

    def check_definitions(self, database):
        """The last row of every object tells the object as it is."""
        for row in last_rows(database.relation("change_log")).values():
            if row["action"] == "drop":
                self.assertIsNone(row["definition"], row)
            elif row["definition"] is not None:
                self.assertEqual(row["definition"], expected_definition(database, row), row["object_identity"])


    def check_snapshot(self, database):
        with Project() as project:
            once, twice = project.snapshots(database.url)
        self.assertEqual(twice, once)


def cases_of(engine):
    for path in sorted(CASES.glob("*.json")):
        case = json.loads(path.read_text())
        if engine in case.get("engines", DATABASES):
            yield path.stem, case


def add_suite(name, engine, run, cases):
    """A test case class with one method for each case."""
    def method(case):
        return lambda self: run(self, engine, case)
    suite = type(name, (CaseRunner, unittest.TestCase), {f"test_{stem}": method(case) for stem, case in cases})
    suite.__module__ = __name__
    globals()[name] = suite


for each in DATABASES:
    add_suite(f"{each.title()}Cases", each, CaseRunner.run_case, cases_of(each))
    add_suite(f"{each.title()}CasesWithoutLog", each, CaseRunner.run_case_without_log,
              [(stem, case) for stem, case in cases_of(each) if "relations" in case])
