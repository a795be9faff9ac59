"""The cluster that plans for PostgreSQL are judged on, with what schemas own, grant and place their objects with."""

import contextlib
import pathlib

from support.cluster import Cluster, server_version


def case_files():
    """Those of postgres_N where the server is of version N or later."""
    folder, version = pathlib.Path(__file__).parent, server_version()
    newer = [path for path in folder.glob("postgres_*/*.sql") if int(path.parent.name.partition("_")[2]) <= version]
    return sorted([*folder.glob("postgres/*.sql"), *newer])


@contextlib.contextmanager
def prepared_cluster():
    """With the roles app_owner, app_reader and app_writer, and the tablespace app_space, and without the extension."""
    with Cluster(with_extension=False) as prepared:
        prepared.psql("CREATE ROLE app_owner; CREATE ROLE app_reader; CREATE ROLE app_writer")
        prepared.psql("SET allow_in_place_tablespaces = on; CREATE TABLESPACE app_space LOCATION ''")
        yield prepared
