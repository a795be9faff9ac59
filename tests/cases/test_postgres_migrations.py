"""Plans for PostgreSQL: each file of cases/postgres, and of cases/postgres_N for later servers, is planned, applied to a database with rows, and judged."""

import unittest

from cases.hazards import ALL_ALLOWED, hazards_of, questions_of
from cases.migration_case import MigrationCase
from cases.postgres_cluster import case_files, prepared_cluster
from cases.postgres_rows import all_rows
from support.dump import difference, schema_of
from support.tool import Project

# Finds what must stay in place by the former name: by kind.
LOOKUP = {
    "table": "SELECT '{}'::regclass::oid",
    "sequence": "SELECT '{}'::regclass::oid",
    "index": "SELECT pg_relation_filenode('{}')",  # a column of another type gives it another oid
    "type": "SELECT '{}'::regtype::oid",
    "function": "SELECT '{}'::regprocedure::oid",
    "trigger": "SELECT oid FROM pg_trigger WHERE tgname = '{}'",
    "constraint": "SELECT oid FROM pg_constraint WHERE conname = '{}'",
}

# Prints the same while it does.
STATE = {
    "table": "SELECT 'table', pg_relation_filenode(oid) FROM pg_class WHERE oid = {}",
    "sequence": "SELECT 'sequence' FROM pg_class WHERE oid = {}",  # the server writes its one row anew
    "index": "SELECT 'index' FROM pg_class WHERE pg_relation_filenode(oid) = {}",
    "type": "SELECT 'type' FROM pg_type WHERE oid = {}",
    "function": "SELECT 'function' FROM pg_proc WHERE oid = {}",
    "trigger": "SELECT 'trigger' FROM pg_trigger WHERE oid = {}",
    "constraint": "SELECT 'constraint' FROM pg_constraint WHERE oid = {}",
}

END = "--end of answer--"


class PostgresMigrations(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cluster = cls.enterClassContext(prepared_cluster())
        cls.addClassCleanup(cls.cluster.psql, "DROP DATABASE IF EXISTS target")
        cls.addClassCleanup(cls.cluster.psql, "DROP DATABASE IF EXISTS subject")

    def setUp(self):
        self.project = self.enterContext(Project())

    def database(self, name, sql):
        """Its URL."""
        self.cluster.create_database(name)
        self.cluster.psql(sql, name)
        return self.cluster.url(name)

    def answers(self, queries):
        """The lines that each prints, of one connection."""
        script = "".join(f"{query.removesuffix(';')};\n\\echo {END}\n" for query in queries)
        return [answer.splitlines() for answer in self.cluster.psql(script, "subject").split(f"{END}\n")[:-1]] if queries else []

    def plan(self, start, end, arguments):
        """Fails with all that the tool says where it fails."""
        done = self.project.run("migration", "plan", "--from", start, "--to", end, *arguments)
        self.assertEqual(done.code, 0, done)
        return done

    def apply(self, script):
        try:
            self.cluster.psql(script, "subject")
        except RuntimeError as error:
            self.fail(f"{str(error).partition('in: ')[0]}\n{script}")

    def assert_stops(self, script, case):
        with self.assertRaisesRegex(RuntimeError, case.sections["stops"].strip()):
            self.cluster.psql(script, "subject")
        self.assert_prints(case.kept, script)

    def assert_reached(self, start, end, dump, script):
        """pg_dump sees no difference, and nothing is left to do; that `ddltrail diff` sees none is proved before a plan is shown."""
        only = difference(schema_of(self.cluster, "subject"), dump)
        if only:
            self.fail(f"- is wanted, + was reached\n{only}\n{script}")
        self.assertEqual(self.plan(start, end, ["--no-verify"]).stdout, "", script)

    def assert_prints(self, pairs, script):
        answers = self.answers([query for query, _ in pairs])
        self.assertEqual(list(zip([query for query, _ in pairs], answers)), pairs, script)

    def assert_hazards(self, planned, case):
        unwanted = {line.removeprefix("not ") for line in case.lines("refused") if line.startswith("not ")}
        wanted = {line for line in case.lines("refused") if not line.startswith("not ")}
        self.assertLessEqual(wanted, hazards_of(planned), planned)
        self.assertFalse(unwanted & hazards_of(planned), planned)

    def assert_asked(self, planned, start, end, case):
        """Each can be answered."""
        if "asks" not in case.given:
            return
        self.assertCountEqual(questions_of(planned), case.lines("asks"))
        for rename in questions_of(planned):
            self.plan(start, end, [*case.arguments(), "--rename", rename, *ALL_ALLOWED, "--no-verify"])

    def assert_text(self, script, case):
        for pattern in case.lines("has"):
            self.assertRegex(script, pattern)
        for pattern in case.lines("lacks"):
            self.assertNotRegex(script, pattern)

    def states_of(self, case):
        """Queries of what must stay in place, and what they print before."""
        named = [line.split(" ", 1) for line in case.lines("in place")]
        oids = self.answers([LOOKUP[kind].format(name) for kind, name in named])
        queries = [STATE[kind].format(*oid) for (kind, _), oid in zip(named, oids)]
        return list(zip(queries, self.answers(queries)))

    def rows(self, case):
        return all_rows(self.cluster, "subject", case.lines("lost"))

    def judge(self, case):
        start, end = self.database("subject", case.sections["from"]), self.database("target", case.sections["to"])
        after = schema_of(self.cluster, "target")
        if "back" in case.given:
            before = schema_of(self.cluster, "subject")
            rows = self.rows(case)
            self.assertEqual(self.project.run("snapshot", start, "--output", "before.json").code, 0)
        planned = self.plan(start, end, [*case.arguments(), *ALL_ALLOWED])
        script = planned.stdout
        self.assert_hazards(planned, case)
        self.assert_asked(planned, start, end, case)
        self.assert_text(script, case)
        if case.sections["stops"]:
            self.assert_stops(script, case)
            return
        states = self.states_of(case)
        self.apply(script)
        self.assert_reached(start, end, after, script)
        self.assert_prints(states, script)
        self.assert_prints(case.kept, script)
        if "back" in case.given:
            back = self.plan(start, "before.json", [*case.arguments("back"), *ALL_ALLOWED, "--no-verify"]).stdout
            self.apply(back)
            self.assert_reached(start, "before.json", before, back)
            self.assert_prints(case.queries("kept back"), back)
            self.assertFalse(rows - self.rows(case), back)


def test_of(path):
    return lambda self: self.judge(MigrationCase(path))


for each in case_files():
    setattr(PostgresMigrations, f"test_{each.stem}", test_of(each))
