"""Schemas with more rows than the tool takes from a server at once: none is lost, none comes twice."""

import json
import unittest

from support import cluster
from support.tool import Project

AT_ONCE = 2000


class ManyRows(unittest.TestCase):
    def columns_of(self, count):
        """Makes two tables of that many columns between them; what a snapshot tells of them."""
        server = cluster.shared()
        server.create_database("many_rows")
        for table, first, last in (("low", 1, count // 2), ("high", count // 2 + 1, count)):
            columns = ", ".join(f"c{number} integer" for number in range(first, last + 1))
            server.psql(f"CREATE TABLE {table} ({columns})", "many_rows")
        with Project() as project:
            done = project.run("snapshot", server.url("many_rows"))
        self.assertEqual(done.code, 0, done)
        return [row["column_name"] for row in json.loads(done.stdout)["relations"]["columns"]]

    def test_around_the_limit(self):
        for count in (AT_ONCE - 1, AT_ONCE, AT_ONCE + 1):
            expected = sorted(f"c{number}" for number in range(1, count + 1))
            self.assertEqual(sorted(self.columns_of(count)), expected)
