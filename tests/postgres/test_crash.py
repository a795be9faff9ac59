"""The log after a crash: numbers go on behind those that stand in it, whatever the server had not written out."""

import unittest

from support.cluster import Cluster


class CrashTest(unittest.TestCase):
    def setUp(self):
        self.cluster = self.enterContext(Cluster())
        self.cluster.create_database("shop")
        self.psql("CREATE EXTENSION ddltrail")

    def psql(self, sql):
        """What it commits outlives a crash."""
        return self.cluster.psql("SET synchronous_commit = on;" + sql, "shop").strip()

    def crash(self):
        self.cluster.shut_down("immediate")
        self.cluster.start()

    def ids(self):
        return [int(line) for line in self.psql("COPY (SELECT id FROM ddltrail.change_log ORDER BY logged_at, id) TO STDOUT").split()]

    def assert_goes_on(self, count):
        self.crash()
        before = self.ids()
        cursor = self.psql("COPY (SELECT ddltrail.current_cursor()) TO STDOUT")
        self.psql("CREATE TABLE after_the_crash (id integer); DROP TABLE after_the_crash")
        self.assertEqual(len(before), 1 + count)  # the schema public stands in the log from the start
        self.assertEqual(self.ids()[:-2], before)
        self.assertGreater(min(self.ids()[-2:]), max(before))
        self.assertEqual(self.psql(f"COPY (SELECT count(*) FROM ddltrail.changes_since('{cursor}')) TO STDOUT"), "2")

    def test_numbers_go_on(self):
        self.psql("CREATE TABLE t1 (id integer); CREATE TABLE t2 (id integer)")
        self.assert_goes_on(2)

    def test_numbers_go_on_after_a_checkpoint(self):
        """What the WAL said of them before it is not read again."""
        self.psql("CREATE TABLE t1 (id integer)")
        self.psql("CHECKPOINT")
        self.psql("CREATE TABLE t2 (id integer); CREATE TABLE t3 (id integer)")
        self.assert_goes_on(3)

    def test_numbers_go_on_after_many(self):
        for number in range(40):
            self.psql(f"CREATE TABLE many_{number} (id integer)")
        self.assert_goes_on(40)


if __name__ == "__main__":
    unittest.main()
