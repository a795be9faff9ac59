"""A snapshot that is read and written again is the same, byte for byte: of every schema that our tests are made of."""

import unittest

from contract.engines import DATABASES
from support.places import ROOT
from support.tool import Project


def fixtures(engine):
    """The scripts that begin with an empty database."""
    return sorted(path for path in (ROOT / "tests").glob(f"**/*.{engine}.sql")
                  if "data" not in path.name and "node_modules" not in path.parts)


class SnapshotTest(unittest.TestCase):
    maxDiff = None

    def test_read_back_and_written_again(self):
        for engine, kind in DATABASES.items():
            self.assertGreater(len(fixtures(engine)), 1)
            for script in fixtures(engine):
                with self.subTest(script=script.name), kind(extension=True) as database, Project() as project:
                    database.run(script.read_text())
                    once, twice = project.snapshots(database.url)
                    self.assertIn(b'"columns"', once)
                    self.assertEqual(twice, once)
