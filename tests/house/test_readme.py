"""The README's example runs as it stands."""

import os
import re
import subprocess
import tempfile
import unittest

from support.places import ROOT, SQLITE_EXTENSION, TOOL

MARK = "is run by tests/house/test_readme.py"


def examples():
    return re.findall(re.escape(MARK) + r".*?```sh\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)


class Readme(unittest.TestCase):
    def test_the_examples_run(self):
        main_job, migrations = examples()
        self.assertIn("renamed column fullname to full_name", self.run_example(main_job))
        self.assertRegex(self.run_example(migrations), r"undid \d+_full_name")

    def run_example(self, example):
        environment = os.environ | {
            "PATH": f"{TOOL.parent}:{os.environ['PATH']}",
            "DDLTRAIL_EXTENSION": str(SQLITE_EXTENSION.with_suffix("")),
        }
        environment.pop("DATABASE_URL", None)
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(["bash", "-euxc", example], cwd=folder, env=environment,
                                  capture_output=True, text=True, timeout=60)
            self.assertEqual(done.returncode, 0, done.stderr)
            return done.stdout

    def test_the_commands_of_the_table_exist(self):
        names = re.findall(r"^\| `ddltrail (\w+)", (ROOT / "README.md").read_text(), re.MULTILINE)
        self.assertGreaterEqual(len(names), 4)
        for name in names:
            done = subprocess.run([TOOL, name, "--help"], capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("Example:", done.stdout)
