"""All rows of a SQLite database, for comparing what was before a migration with what is after it."""

import contextlib
import sqlite3

ROWID_NAMES = ("rowid", "_rowid_", "oid")


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def columns_of(connection, table):
    """Without those that are computed: name -> declared type."""
    return {row[1]: row[2] for row in connection.execute(f"PRAGMA main.table_xinfo({quoted(table)})") if row[6] == 0}


def tables_of(connection):
    """Those that hold rows of their own, and the marks of AUTOINCREMENT."""
    shown = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT IN ('sqlite_schema')"
    return sorted(row[0] for row in connection.execute(shown))


def rows_of(connection, table, columns):
    """In an order that follows from the rows; with the rowid where there is one."""
    names = {name.lower() for name in columns_of(connection, table)}
    rowid = next((name for name in ROWID_NAMES if name not in names and table != "sqlite_sequence"), "")
    shown = ", ".join(quoted(column) for column in columns)
    with contextlib.suppress(sqlite3.OperationalError):
        return sorted(connection.execute(f"SELECT {', '.join(filter(None, (rowid, shown)))} FROM main.{quoted(table)}"), key=repr)
    return sorted(connection.execute(f"SELECT {shown} FROM main.{quoted(table)}"), key=repr)  # WITHOUT ROWID


def all_rows(path, lost=()):
    """Table -> the columns and rows of it; without what is named as lost: "table t", "column t.c"."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.text_factory = lambda text: text.decode(errors="surrogateescape")  # SQLite takes any bytes for text
        found = {}
        for table in tables_of(connection):
            columns = sorted(column for column in columns_of(connection, table) if f"column {table}.{column}" not in lost)
            if f"table {table}" not in lost:
                found[table] = (columns, rows_of(connection, table, columns))
        return found
