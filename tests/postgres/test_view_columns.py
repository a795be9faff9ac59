"""view_columns: a column that it declares not null never holds a NULL, for random views over tables that have plenty."""

import json
import os
import random
import unittest

from support import cluster

# id never is null; every other row lacks b; the rows match on id now and then, so that outer joins add NULLs.
TABLES = """
CREATE DOMAIN wanted AS int NOT NULL;
CREATE TABLE t0 (id int NOT NULL, b int, "a {b}" text NOT NULL);
CREATE TABLE t1 (id int NOT NULL, c int NOT NULL, d wanted);
CREATE TABLE t2 (id int NOT NULL, e int) PARTITION BY RANGE (id);
CREATE TABLE t2_low PARTITION OF t2 FOR VALUES FROM (0) TO (6);
CREATE TABLE t2_high PARTITION OF t2 FOR VALUES FROM (6) TO (100);
CREATE TABLE t3 (id int NOT NULL, f int NOT NULL);
CREATE TABLE t3_child () INHERITS (t3);
ALTER TABLE t3_child ALTER f DROP NOT NULL;
INSERT INTO t0 SELECT i, nullif(i % 2, 0), 'x' FROM generate_series(0, 9) i;
INSERT INTO t1 SELECT i, i, i FROM generate_series(5, 14) i;
INSERT INTO t1 SELECT 5, 5, (SELECT d FROM t1 WHERE false);
INSERT INTO t2 SELECT i, nullif(i % 3, 0) FROM generate_series(3, 12) i;
INSERT INTO t3 VALUES (1, 1);
INSERT INTO t3_child VALUES (6, NULL);
CREATE MATERIALIZED VIEW m0 AS SELECT id, b AS g FROM t0;
UPDATE t0 SET b = 1;
ALTER TABLE t0 ALTER b SET NOT NULL, ADD h int;
"""
COLUMNS = {"t0": ["id", "b", "a {b}", "h"], "t1": ["id", "c", "d"], "t2": ["id", "e"], "t3": ["id", "f"], "m0": ["id", "g"]}
JOINS = ["JOIN", "JOIN", "JOIN", "LEFT JOIN", "LEFT JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN", "CROSS JOIN"]


# What is proven never to be null, and what is not, be it null or not.
NEVER_NULL = [
    "1", "'x'::text", "0.5", "true", "7::bigint", "count(*) OVER ()", "count({0}) OVER ()", "row_number() OVER ()", "rank() OVER (ORDER BY {0})",
    "dense_rank() OVER (ORDER BY {0})", "percent_rank() OVER (ORDER BY {0})", "cume_dist() OVER (ORDER BY {0})", "{0} IS NULL", "{0} IS NOT NULL",
    "({0} IS NULL) IS TRUE", "{0} IS DISTINCT FROM {0}", "coalesce({0}::text, 'x')", "coalesce(nullif(1, 1), 0)", "coalesce(NULL::bigint, 0)",
    "coalesce(NULL::numeric, nullif(1, 1), 0)",
]
OTHER = [
    "NULL::int", "nullif(1, 1)", "'b'::varchar(3)", "lag(1) OVER (ORDER BY {0})", "ntile(nullif(1, 1)) OVER ()", "sum(1) FILTER (WHERE false) OVER ()",
    "{0} = {0}", "({0} IS NULL) AND NULL", "coalesce({0}::text, NULL)", "coalesce({0}, {0})", "coalesce(NULL::numeric, nullif(1, 1))",
    "coalesce(length({0}::text) + 1, nullif(0, 0))", "nullif(coalesce({0}::text, 'x'), 'x')", "CASE WHEN {0} IS NULL THEN 1 END",
    "coalesce(NULL, '{{\"a\": 1}}'::json ->> 'b', '{{\"b\": null}}'::json ->> 'b')", "substring({0}::text, 90)", "nullif(1, 1)::bigint",
]
SUBQUERIES = ["EXISTS (SELECT)", "ARRAY(SELECT 1)", "(SELECT 1 WHERE false)"]
NEVER_NULL_AGGREGATES = [
    "count(*)", "count({0})", "count(DISTINCT {0})", "count(*) FILTER (WHERE false)", "count(coalesce({0}, {0}))",
    "coalesce(sum(1) FILTER (WHERE false), 0)", "max({0}::text) IS NULL", "1",
]
OTHER_AGGREGATES = [
    "sum(1) FILTER (WHERE false)", "coalesce(sum(1) FILTER (WHERE false), count(*))", "max({0}::text)", "string_agg({0}::text, ',')",
    "nullif(count(*), count(*))", "string_agg(NULL::text, ',' ORDER BY {0})", "coalesce(max(nullif(1, 1)), nullif(2, 2))",
    "array_agg({0}) FILTER (WHERE false)", "count(*) + NULL",
]


class RandomViews:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.columns = {name: list(columns) for name, columns in COLUMNS.items()}

    def source(self, alias):
        """A table, a view, or a subquery over one, and the columns it has."""
        name = self.random.choice(list(COLUMNS) if self.random.random() < 0.6 else list(self.columns))
        own = self.columns[name]
        names = ", ".join(f'"{column}"' for column in own)
        text = self.random.choice([*[f'"{name}"'] * 12, f'(SELECT {names} FROM "{name}")',
                                   f'(SELECT {names} FROM "{name}" LEFT JOIN (SELECT id AS other FROM t1) o ON "{name}".id = o.other)',
                                   f'(SELECT s.* FROM t3 LEFT JOIN "{name}" s ON s.id = t3.id)'])
        return f"{text} AS {alias}", [(alias, column) for column in own]

    def sources(self):
        text, columns = self.source("s0")
        for number in range(1, self.random.randint(1, 3)):
            alias = f"s{number}"
            other, more = self.source(alias)
            join = self.random.choice(JOINS)
            condition = "" if join == "CROSS JOIN" else f" ON {self.random.choice(['s0', f's{number - 1}'])}.id = {alias}.id"
            text = f"{other} {join} {text}{condition}" if self.random.random() < 0.2 else f"{text} {join} {other}{condition}"
            columns += more
        return text, columns

    def select(self, count=None):
        text, columns = self.sources()
        chosen = [columns[0], *(self.random.choice(columns) for _ in range((count or self.random.randint(2, 5)) - 1))]
        targets = [f'{alias}."{column}"' for alias, column in chosen]
        group = self.random.choice(["", "", "", "", "", "", "GROUP BY", "SETS"])
        plain = ", ".join(f"{target} AS c{i}" if i else f"{target} AS id" for i, target in enumerate(targets))
        where = self.random.choice(["", "", "", "", " WHERE s0.id < 8", " WHERE EXISTS (SELECT FROM t1 WHERE t1.id = s0.id)"])
        tail = {"": self.random.choice(["", " ORDER BY 1 LIMIT 20", " ORDER BY s0.id + 1"]), "GROUP BY": " GROUP BY " + ", ".join(targets),
                "SETS": f" GROUP BY GROUPING SETS (({', '.join(targets)}), ({targets[0]}))"}[group]
        extra = self.random.choice(["", f", {self.expression(columns, group)} AS n"])
        return f"SELECT {plain}{extra} FROM {text}{where}{tail}", len(targets), ["n"] if extra else []

    def expression(self, columns, group):
        alias, column = self.random.choice(columns)
        usual = NEVER_NULL_AGGREGATES + OTHER_AGGREGATES if group else NEVER_NULL + OTHER + SUBQUERIES
        return self.random.choice(usual).format(f'{alias}."{column}"')

    def view(self, name):
        query, count, extra = self.select()
        shape = self.random.choice(["", "", "", "", "", "", "", "", "UNION", "WITH", "LATERAL"])
        if shape == "UNION":
            second = self.select(count)
            columns = ", ".join(["id", *(f"c{i}" for i in range(1, count))])
            texts = ", ".join(["id::text", *(f"c{i}::text" for i in range(1, count))])
            query = f"SELECT {texts} FROM ({query}) x UNION ALL SELECT {texts} FROM ({second[0]}) y"
            query, extra = f"SELECT {columns} FROM ({query}) z ({columns})", []
        elif shape == "WITH":
            query = f"WITH q AS ({query}) SELECT q.* FROM q"
        elif shape == "LATERAL":
            query = f"SELECT x.* FROM t1, LATERAL ({query}) x"
        if shape != "UNION":
            self.columns[name] = ["id", *(f"c{i}" for i in range(1, count)), *extra]
        return f'CREATE VIEW "{name}" AS {query}'


class ViewColumns(unittest.TestCase):
    def database(self, script):
        """What runs SQL in a new database with the tables and what else the script makes."""
        server = cluster.shared()
        server.create_database("view_columns")
        self.addCleanup(server.psql, "DROP DATABASE view_columns WITH (FORCE)")
        server.psql(f"{TABLES} CREATE EXTENSION ddltrail; {script}", "view_columns")
        return lambda sql: server.psql(sql, "view_columns")

    def test_what_is_declared_not_null_holds_no_null(self):
        seed = int(os.environ.get("DDLTRAIL_SEED") or random.randrange(2**31))
        print(f"DDLTRAIL_SEED={seed}", flush=True)
        views = RandomViews(seed)
        run = self.database("\n".join(f"{views.view(f'v{number}')};" for number in range(int(os.environ.get("DDLTRAIL_VIEWS") or 150))))
        rows = [json.loads(row) for row in run("SELECT to_json(r) FROM ddltrail.view_columns r").splitlines()]
        proven = [row for row in rows if not row["is_nullable"]]
        self.assertGreater(len(proven), 10)
        checks = " UNION ALL ".join(
            "SELECT '{view_name}.{column_name}' WHERE EXISTS (SELECT FROM \"{view_name}\" WHERE \"{column_name}\" IS NULL)".format(**row)
            for row in proven)
        self.assertEqual(run(checks), "")
        # n is an expression, or that of another view.
        shown = {(row["source_table"], row["source_column"]) for row in proven if row["column_name"] != "n" and row["source_column"] != "n"}
        self.assertLessEqual(shown, {("t0", "id"), ("t0", "b"), ("t0", "a {b}"), ("t1", "id"), ("t1", "c"), ("t2", "id")})
        self.assertGreater(len(shown), 2)

    def test_expressions_that_never_are_null_are_proven(self):
        def columns(expressions):
            return ", ".join(f"{expression.format('h')} AS c{i}" for i, expression in enumerate(expressions))
        run = self.database(f"""
            CREATE VIEW plain AS SELECT {columns(NEVER_NULL)} FROM t0 WHERE EXISTS (SELECT FROM t1 WHERE t1.id = t0.id);
            CREATE VIEW joined AS SELECT {columns(NEVER_NULL)} FROM t0 FULL JOIN t1 USING (id);
            CREATE VIEW counted AS SELECT {columns(NEVER_NULL_AGGREGATES)} FROM t0;
            CREATE VIEW over_plain AS SELECT * FROM plain;
            CREATE VIEW other AS SELECT {columns(OTHER)} FROM t0;
            CREATE VIEW other_counted AS SELECT {columns(OTHER_AGGREGATES)} FROM t0;
            CREATE VIEW beside AS SELECT plain.c0, other.c1 FROM other LEFT JOIN plain ON plain.c3;""")
        found = run("SELECT view_name, column_name FROM ddltrail.view_columns WHERE NOT is_nullable").splitlines()
        self.assertEqual(set(found), {
            f"{view}|c{i}" for view, expressions in (("plain", NEVER_NULL), ("joined", NEVER_NULL), ("over_plain", NEVER_NULL),
                                                    ("counted", NEVER_NULL_AGGREGATES)) for i in range(len(expressions))})

    def test_nothing_but_ddl_changes_what_is_proven(self):
        run = self.database("CREATE VIEW over_parent AS SELECT f FROM t3; DROP TABLE t3_child;")
        proven = "SELECT column_name FROM ddltrail.view_columns WHERE NOT is_nullable"
        self.assertEqual(run(f"{proven}; ANALYZE; {proven}").split(), ["f", "f"])
