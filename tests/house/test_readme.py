"""The README's example runs as it stands."""

import os
import re
import subprocess
import tempfile
import unittest

from support.places import ROOT, SQLITE_EXTENSION, TOOL

MARK = "is run by tests/house/test_readme.py"


def example():
    text = (ROOT / "README.md").read_text()
    return re.search(r"```sh\n(.*?)```", text[text.index(MARK):], re.DOTALL).group(1)


class Readme(unittest.TestCase):
    def test_the_example_runs(self):
        environment = os.environ | {
            "PATH": f"{TOOL.parent}:{os.environ['PATH']}",
            "DDLTRAIL_EXTENSION": str(SQLITE_EXTENSION.with_suffix("")),
        }
        environment.pop("DATABASE_URL", None)
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(["bash", "-euxc", example()], cwd=folder, env=environment,
                                  capture_output=True, text=True, timeout=60)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("renamed column fullname to full_name", done.stdout)

    def test_the_commands_of_the_table_exist(self):
        names = re.findall(r"^\| `ddltrail (\w+)", (ROOT / "README.md").read_text(), re.MULTILINE)
        self.assertGreaterEqual(len(names), 4)
        for name in names:
            done = subprocess.run([TOOL, name, "--help"], capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("Example:", done.stdout)
