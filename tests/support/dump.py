"""What pg_dump tells of a schema, in a form that can be compared: one text per object, without what no migration decides.

Columns that are added stand behind the others, so that the order of columns is left out, of tables and of statistics, and so
is that of grants and of options, which the server appends. Names of NOT NULL, which PostgreSQL 18 has, are left as they are.
"""

import re
import subprocess

HEADER = re.compile(r"^-- Name: (.*); Type: (.*); Schema: (.*); Owner: ?(.*)$")
# Between objects: comments, settings for the next one, and what changes with each run.
UNTOLD = ("--", "SET default_t", "\\")
STATISTICS = re.compile(r"(?<= ON ).*(?= FROM )")
NAME_OF_NOT_NULL = re.compile(r'CONSTRAINT ("([^"]|"")+"|\w+) (?=NOT NULL)')
OPTIONS = re.compile(r"(?<=^WITH \()[^()]*(?=\))")
UNORDERED = ("TABLE", "FOREIGN TABLE", "ACL", "DEFAULT ACL", "COLUMN ACL")


def entries(text):
    """Each object's header with its lines."""
    found, lines = [], []
    for line in text.splitlines():
        header = HEADER.match(line)
        if header:
            name, kind, schema, owner = header.groups()
            lines = []
            found.append((f"{kind} {schema}.{name} of {owner}", kind, lines))
        elif line and not line.startswith(UNTOLD):
            lines.append(line)
    return found


def sorted_options(match):
    return ", ".join(sorted(match[0].split(", ")))


def object_text(head, kind, lines):
    if kind == "STATISTICS":
        lines = [STATISTICS.sub(sorted_options, line) for line in lines]
    if kind in UNORDERED:
        lines = [NAME_OF_NOT_NULL.sub("", line.removesuffix(",")) for line in lines]
        lines = sorted(OPTIONS.sub(sorted_options, line) for line in lines)
    return "\n".join([head, *lines])


def schema_of(cluster, database):
    """A text for each object of the database, in a fixed order."""
    command = [f"{cluster.bin}/pg_dump", "--schema-only", "-U", cluster.user, "-d", database]
    done = subprocess.run(command, text=True, capture_output=True, check=True, env=cluster.environment(database))
    return sorted(object_text(*entry) for entry in entries(done.stdout))


def difference(reached, wanted):
    """Texts of objects that only one of the two has; nothing where they are equal."""
    only = [f"- {text}" for text in wanted if text not in reached] + [f"+ {text}" for text in reached if text not in wanted]
    return "\n".join(only)
