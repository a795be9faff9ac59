"""SQLite databases through the sqlite3 shell, with or without the ddltrail extension."""

import json
import subprocess

from support.places import SQLITE_EXTENSION


class SqliteError(Exception):
    pass


def shell(database, sql, extension=True, check=True):
    """Runs a script in one session and returns what it prints; stops at the first error."""
    load = f".load {SQLITE_EXTENSION}\n" if extension else ""
    done = subprocess.run(["sqlite3", "-batch", "-bail", str(database)], input=load + sql, text=True, capture_output=True)
    # A failing .load is an error too: the shell reports it, says so in its exit code only in later versions.
    if check and (done.returncode != 0 or done.stderr):
        raise SqliteError(f"{done.stderr.strip()}\nin: {sql[:2000]}")
    return done.stdout


def rows(database, query, extension=True):
    """The rows of a query as dictionaries."""
    printed = shell(database, f".mode json\n{query};", extension)
    return json.loads(printed) if printed.strip() else []


def install_log(database):
    shell(database, "SELECT ddltrail_install();")
