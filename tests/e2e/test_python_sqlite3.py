"""Runs python_sqlite3.py with the Python of the system: others may be built without loadable extensions."""

import os
import pathlib
import subprocess
import unittest

HERE = pathlib.Path(__file__).resolve().parent


class PythonTest(unittest.TestCase):
    def test_program(self):
        done = subprocess.run(["/usr/bin/python3", "-B", HERE / "python_sqlite3.py"], text=True, capture_output=True,
                              env=os.environ | {"PYTHONPATH": str(HERE.parent)})
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("Ran 0 tests", done.stderr)


if __name__ == "__main__":
    unittest.main()
