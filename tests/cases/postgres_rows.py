"""All rows of a PostgreSQL database, for comparing what was before a migration with what is after it."""

import collections
import json

# A query for each table, which names it and prints each of its own rows.
QUERIES = r"""
SELECT format('SELECT %L, to_jsonb(t.*) FROM ONLY %s t', oid::regclass, oid::regclass) FROM pg_class
  WHERE relkind = 'r' AND relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema') \gexec
"""


def all_rows(cluster, database, lost=()):
    """How often each row is in each table; without what is named as lost: "table t", "column t.c"."""
    found = collections.Counter()
    for line in cluster.psql(QUERIES, database).splitlines():
        table, row = line.split("|", 1)
        if f"table {table}" in lost:
            continue
        kept = {name: value for name, value in json.loads(row).items() if f"column {table}.{name}" not in lost}
        found[f"{table}: {json.dumps(kept)}"] += 1
    return found
