"""DDL under a snapshot that is older than what others have made since: it goes through, and is logged."""

import unittest

from support.cluster import Cluster
from support.session import Session


class OlderSnapshot(unittest.TestCase):
    def test_constraint_that_others_added_since_is_dropped(self):
        with Cluster() as cluster, Session(cluster) as others, Session(cluster) as early:
            others.run("CREATE EXTENSION ddltrail", "CREATE TABLE t (n int)")
            early.run("BEGIN ISOLATION LEVEL REPEATABLE READ", "SELECT 1")
            others.run("ALTER TABLE t ADD CONSTRAINT positive CHECK (n > 0), ADD CONSTRAINT once UNIQUE (n)")
            early.run("ALTER TABLE t DROP CONSTRAINT positive", "ALTER TABLE t DROP CONSTRAINT once", "COMMIT")
            dropped = others.run("SELECT details #>> '{0,constraint}' FROM ddltrail.change_log"
                                 " WHERE details @> '[{\"op\": \"drop_constraint\"}]' ORDER BY id")
        self.assertEqual(dropped, ["positive", "once"])


if __name__ == "__main__":
    unittest.main()
