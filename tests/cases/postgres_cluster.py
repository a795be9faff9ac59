"""The cluster that plans for PostgreSQL are judged on, with what schemas own, grant and place their objects with."""

import contextlib

from support import cluster


@contextlib.contextmanager
def prepared_cluster():
    """With the roles app_owner, app_reader and app_writer, and the tablespace app_space."""
    prepared = cluster.shared()
    with contextlib.ExitStack() as undone:
        undone.callback(prepared.psql, "DROP ROLE app_owner, app_reader, app_writer")
        prepared.psql("CREATE ROLE app_owner; CREATE ROLE app_reader; CREATE ROLE app_writer")
        undone.callback(prepared.psql, "DROP TABLESPACE app_space")
        prepared.psql("SET allow_in_place_tablespaces = on; CREATE TABLESPACE app_space LOCATION ''")
        yield prepared
