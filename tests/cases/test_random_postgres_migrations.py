"""Plans between random schemas of PostgreSQL with rows in them, there and back: what they make of one must be the other, and no
value goes with a column that stays. Every second pair is planned with the renames that happened, the others without. Where rows
break a new rule, the plan must have said so. DDLTRAIL_PAIRS is how many pairs are tried; a full run takes 500."""

import collections
import json
import os
import random
import re
import unittest

from cases.hazards import ALL_ALLOWED, hazards_of
from cases.postgres_cluster import prepared_cluster
from cases.random_migration_ddl import MigrationDdl
from e2e.databases import PostgresTestDatabase
from e2e.random_ddl import quoted
from support.dump import difference, schema_of
from support.session import Session, SqlError
from support.tool import Project

SEED = int(os.environ.get("DDLTRAIL_SEED") or 1)
PAIRS = int(os.environ.get("DDLTRAIL_PAIRS") or 15)
LIMIT = "the attributes of a type change their order, and arrays or other types hold it"
PROOFS = 5  # One plan of so many is proved by the tool as well, which takes as long as all the rest.

# What is put into columns, where there is something for the type.
VALUES = {"integer": "{0}", "bigint": "1000 + {0}", "numeric(8,2)": "{0}.5", "text": "'x{0}'", "character varying(20)": "'y{0}'", "boolean": "true",
          "jsonb": "'[{0}]'", "timestamp with time zone": "'2024-02-29'", "text[]": "'{{a,b{0}}}'", "integer[]": "'{{{0},NULL}}'",
          "uuid": "'00000000-0000-0000-0000-00000000000{0}'"}
ROWS = 3

OWN = "n.nspname !~ '^(pg_|information_schema)'"

# Columns of tables that have rows of their own; of those that are computed the values follow from others.
COLUMNS = f"""
    SELECT c.oid AS "table", attnum AS number, n.nspname AS schema, relname AS name, attname AS column, attgenerated <> '' AS computed, relkind = 'p' AS partitioned,
           format_type(atttypid, atttypmod) AS type, array_to_json(enum_range) AS labels
      FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace
      JOIN pg_attribute ON attrelid = c.oid AND attnum > 0 AND NOT attisdropped
      LEFT JOIN LATERAL (SELECT array_agg(enumlabel ORDER BY enumsortorder) AS enum_range FROM pg_enum WHERE enumtypid = atttypid) AS e ON true
     WHERE relkind IN ('r', 'p') AND {OWN} ORDER BY 1, attnum"""

# As if each column and check of a child were its own.
SET_LOCAL = """
    UPDATE pg_constraint SET conislocal = true FROM pg_class AS c
     WHERE c.oid = conrelid AND NOT relispartition AND contype = 'c' AND coninhcount > 0 AND NOT conislocal RETURNING 'check ' || pg_constraint.oid;
    UPDATE pg_attribute SET attislocal = true FROM pg_class AS c
     WHERE c.oid = attrelid AND NOT relispartition AND attinhcount > 0 AND NOT attislocal RETURNING format('column %s,%s', attrelid, attnum)"""

# All that has a name which a plan can keep: what it is, the numbers that no rename changes, what it is of, and its name.
NAMES = f"""
    SELECT 'schema' AS kind, oid, 0 AS part, NULL AS of, nspname AS name FROM pg_namespace AS n WHERE {OWN}
     UNION ALL
    SELECT CASE relkind WHEN 'S' THEN 'sequence' WHEN 'i' THEN 'index' WHEN 'I' THEN 'index' ELSE 'table' END, c.oid, 0, nspname, relname
      FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace
     WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'i', 'I') AND {OWN} AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = c.oid AND contype <> 'f')
       AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = c.oid AND deptype = 'i' AND relkind = 'S')
     UNION ALL
    SELECT 'type', t.oid, 0, nspname, typname FROM pg_type AS t JOIN pg_namespace AS n ON n.oid = typnamespace
      LEFT JOIN pg_class AS c ON c.oid = typrelid WHERE (typtype IN ('e', 'd', 'r') OR relkind = 'c') AND {OWN}
     UNION ALL
    SELECT 'column', c.oid, attnum, nspname || '.' || relname, attname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace
      JOIN pg_attribute ON attrelid = c.oid AND attnum > 0 AND NOT attisdropped WHERE relkind IN ('r', 'p', 'c') AND {OWN}
     UNION ALL
    SELECT 'enum_value', e.oid, 0, nspname || '.' || typname, enumlabel FROM pg_enum AS e JOIN pg_type AS t ON t.oid = enumtypid
      JOIN pg_namespace AS n ON n.oid = typnamespace
     UNION ALL
    SELECT 'constraint', k.oid, 0, nspname || '.' || relname, conname FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = conrelid
      JOIN pg_namespace AS n ON n.oid = relnamespace WHERE {OWN} AND conparentid = 0"""


def table_of(column):
    return f"{quoted(column['schema'])}.{quoted(column['name'])}"


def renames_between(former, later):
    """As arguments. What went and came again under the same name, or came anew, is none."""
    arguments = []
    for key, (owner, name) in sorted(former.items()):
        other_owner, other = later.get(key, (None, name))
        if key[0] == "index" and other_owner != owner:  # it is where its table is
            continue
        is_moved = owner != other_owner and key[0] in ("table", "sequence", "type") and other_owner is not None
        if other != name or is_moved:
            shown = f"{other_owner}.{other}" if is_moved else other
            arguments += ["--rename", f"{key[0]}:{owner}.{name}={shown}" if owner else f"{key[0]}:{name}={shown}"]
    return arguments


class WalkedDatabase(PostgresTestDatabase):
    """One connection for all statements, until the database is copied."""

    session = None

    def connected(self):
        self.session = self.session or Session(self.cluster, self.name)
        return self.session

    def disconnect(self):
        if self.session:
            self.session.close()
            self.session = None

    def rows(self, query):
        return json.loads(self.connected().value(f"SELECT coalesce(json_agg(to_json(q)), '[]') FROM ({query}) AS q"))

    def attempt(self, statement):
        """Nothing happens where the server refuses it."""
        try:
            self.connected().run(statement)
        except SqlError:
            self.connected().run("ROLLBACK")

    def names(self):
        """Kind and numbers -> what it is of, and its name."""
        return {(row["kind"], row["oid"], row["part"]): (row["of"], row["name"]) for row in self.rows(NAMES)}


class LimitReached(Exception):
    pass


class RandomPostgresMigrations(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.cluster = cls.enterClassContext(prepared_cluster())

    def setUp(self):
        self.project = self.enterContext(Project())
        self.database = WalkedDatabase("walked", self.cluster)
        self.addCleanup(self.database.remove)
        self.addCleanup(self.cluster.psql, "DROP DATABASE IF EXISTS subject")
        self.addCleanup(self.database.disconnect)
        self.ddl = MigrationDdl(self.database, SEED)
        self.random = random.Random(SEED)
        self.refused = self.values_kept = 0

    def walk(self):
        for _ in range(self.random.randint(1, 12)):
            self.database.attempt(self.ddl.step() or "")

    def add_rows(self):
        """Those that the rules of the tables let in."""
        tables = {}
        for column in self.database.rows(COLUMNS):
            if not column["computed"]:
                tables.setdefault(table_of(column), []).append(column)
        for table, columns in tables.items():
            for number in range(1, ROWS + 1):
                values = [self.value(column, number) for column in columns]
                names = ", ".join(quoted(column["column"]) for column in columns)
                self.database.attempt(f"INSERT INTO {table} ({names}) OVERRIDING SYSTEM VALUE VALUES ({', '.join(values)})")

    def value(self, column, number):
        if column["labels"]:
            return "'" + self.random.choice(column["labels"]).replace("'", "''") + "'"
        return VALUES.get(column["type"], "DEFAULT").format(number)

    def look(self, name, label):
        """What a database is: as pg_dump tells it, and as a snapshot file. Which columns and checks of a child are its own is not compared."""
        self.assertEqual(self.project.run("snapshot", self.cluster.url(name), "--output", f"{label}.json").code, 0)
        inherited = [line.split() for line in self.cluster.psql(SET_LOCAL, name).splitlines()]
        dump = schema_of(self.cluster, name)
        undone = {"check": "UPDATE pg_constraint SET conislocal = false WHERE oid = {}",
                  "column": "UPDATE pg_attribute SET attislocal = false WHERE (attrelid, attnum) = ({})"}
        self.cluster.psql("; ".join(undone[kind].format(which) for kind, which in inherited), name)
        return dump

    def values(self):
        """What stands in each column of the copy: table and column -> type with its labels, whether the table is partitioned, and values.
        Rows of children are theirs, and those of partitions their table's as well."""
        columns = json.loads(self.cluster.psql(f"SELECT coalesce(json_agg(q), '[]') FROM ({COLUMNS}) AS q WHERE NOT computed", "subject"))
        script = "\n".join(f"SELECT coalesce(json_agg({name} ORDER BY {name}), '[]') FROM {'' if column['partitioned'] else 'ONLY '}{table_of(column)};" for column in columns
                           for name in [f"{quoted(column['column'])}::text COLLATE \"C\""])
        lines = self.cluster.psql(script, "subject").splitlines()
        return {(f"{c['schema']}.{c['name']}", c["column"]): ((c["type"], c["labels"]), c["partitioned"], json.loads(line)) for c, line in zip(columns, lines)}

    def plan(self, start, end, *arguments):
        planned = self.project.run("migration", "plan", "--from", start, "--to", end, *arguments, *ALL_ALLOWED)
        if LIMIT in planned.stderr:
            raise LimitReached
        self.assertEqual(planned.code, 0, planned)
        return planned

    def plan_and_apply(self, ends, renames, is_proved):
        """The plan, or nothing where rows break a new rule, or the plan is one that README says is refused."""
        proof = ["--scratch", self.cluster.url()]
        try:
            planned = self.plan(*ends, *renames, *(proof if is_proved else ["--no-verify"]))
        except LimitReached:
            self.refused += 1
            return None
        try:
            self.cluster.psql("\\set VERBOSITY verbose\n" + planned.stdout, "subject")
            return planned
        except RuntimeError as error:
            said = str(error).partition("\nin: ")[0]
            self.assertRegex(said, r"ERROR:  (22|23)\w{3}:", f"{said}\n{planned}")
            self.assertIn("may-fail", hazards_of(planned), f"{said}\n{planned}")
            self.plan(*ends, *renames, *proof)  # without rows it works
            self.refused += 1
            return None

    def assert_kept(self, before, renamed, planned):
        """`renamed`: table and column as they are called now, where that is another name."""
        after, is_lost = self.values(), False
        for name, (kind, is_partitioned, values) in before.items():
            found = after.get(renamed.get(name, name))
            if is_partitioned:
                continue  # each partition is looked at
            if found is None:
                is_lost |= any(value is not None for value in values)
            elif found[0] == kind:
                if found[1]:
                    is_lost |= any(value is not None for value in collections.Counter(values) - collections.Counter(found[2]))
                else:
                    self.assertEqual(found[2], values, f"{name}\n{planned}")
                self.values_kept += len(values)
        if is_lost:
            self.assertIn("data-loss", hazards_of(planned), planned)

    def leads(self, ends, dump, names, is_renaming, is_proved):
        """Whether the rows let it; fails where it leads elsewhere. `names`: of both ends, by what no rename changes."""
        before = self.values()
        renames = renames_between(*names) if is_renaming else []
        planned = self.plan_and_apply(ends, renames, is_proved)
        if planned is None:
            return False
        self.assert_kept(before, self.columns_renamed(*names) if is_renaming else {}, planned)
        only = difference(self.look("subject", "reached"), dump)
        if only:
            self.fail(f"- is wanted, + was reached\n{only}\n{planned}")
        told = self.project.run("diff", "reached.json", ends[1])
        self.assertEqual((told.code, told.stdout), (0, ""), f"{told}\n{planned}")
        self.assertEqual(self.plan("reached.json", ends[1], "--no-verify").stdout, "", planned)
        return True

    @staticmethod
    def columns_renamed(former, later):
        """Where a table or column was dropped, and what was renamed has its name now: nothing is left of it."""
        stayed = {key for key in former if key in later}
        taken = {later[key] for key in stayed if later[key] != former[key]}
        renamed = {name: later[key] for key, name in former.items() if key[0] == "column" and key in stayed}
        gone = {name: None for key, name in former.items() if key[0] == "column" and key not in stayed
                and (name in taken or tuple(name[0].split(".", 1)) in taken)}
        return {**renamed, **gone}

    def test_there_and_back(self):
        print(f"random pairs of schemas: DDLTRAIL_SEED={SEED} DDLTRAIL_PAIRS={PAIRS}", flush=True)
        for number in range(PAIRS):
            with self.subTest(pair=number):
                self.walk()
                self.add_rows()
                names = [self.database.names()]
                self.database.disconnect()
                self.cluster.create_database("subject", template="walked")
                before = self.look("walked", "before")
                self.walk()
                names.append(self.database.names())
                after = self.look("walked", "after")
                if self.leads(("before.json", "after.json"), after, names, number % 2 == 0, number % PROOFS == 0):
                    self.leads(("after.json", "before.json"), before, names[::-1], number % 2 == 0, False)
        self.assertLess(self.refused, PAIRS, "too many are refused to test much")
        self.assertGreater(self.values_kept, PAIRS, "too few values stay to test much")
