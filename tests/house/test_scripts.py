"""The scripts in the hands of somebody whose machine is not ours: programs are replaced by ones that write down
how they were called, or that fail."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from support.places import ROOT

NEEDED = ("sh", "bash", "env", "tr", "sed", "sort", "grep", "dirname", "mkdir", "cat")


class Scripts(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        shutil.copytree(ROOT / "scripts", self.folder / "scripts")
        self.bin = self.folder / "bin"
        self.bin.mkdir()
        for name in NEEDED:
            (self.bin / name).symlink_to(shutil.which(name))
        self.replace("dpkg-query", "echo install ok installed")
        self.replace("id", "echo 1000")

    def replace(self, name, does):
        (self.bin / name).write_text(f'#!/bin/sh\necho "{name} $*" >>{self.folder}/calls\n{does}\n')
        os.chmod(self.bin / name, 0o755)

    def run_script(self, name, *arguments):
        return subprocess.run([self.folder / "scripts" / name, *arguments], text=True, capture_output=True,
                              env={"PATH": str(self.bin)}, stdin=subprocess.DEVNULL)

    def calls(self, name):
        path = self.folder / "calls"
        return [line for line in path.read_text().splitlines() if line.startswith(f"{name} ")] if path.exists() else []

    def assert_fails(self, done, code, *words):
        self.assertEqual(done.returncode, code, done)
        for word in words:
            self.assertIn(word, done.stderr.splitlines()[-1], done)

    def test_packages_that_are_there_are_not_installed(self):
        self.replace("apt-get", "")
        self.assertEqual(self.run_script("packages", "--install", "build", "test").returncode, 0)
        self.assertEqual(self.calls("apt-get"), [])

    def test_packages_of_an_unknown_group(self):
        for arguments in (("nonsense",), ("build", "nonsense"), ("--install", "nonsense"), ()):
            self.assert_fails(self.run_script("packages", *arguments), 64, "usage")

    def test_packages_without_root_and_sudo(self):
        self.replace("dpkg-query", "exit 1")
        self.replace("apt-get", "")
        self.assert_fails(self.run_script("packages", "--install", "build"), 1, "sudo", "libpqxx-dev")
        self.assertEqual(self.calls("apt-get"), [])

    def test_packages_without_a_network(self):
        self.replace("dpkg-query", "exit 1")
        self.replace("id", "echo 0")
        self.replace("apt-get", "echo E: some fault >&2; exit 100")
        self.assert_fails(self.run_script("packages", "--install", "build"), 1, "network")

    def test_packages_with_sudo(self):
        self.replace("dpkg-query", "exit 1")
        self.replace("sudo", 'exec "$@"')
        self.replace("apt-get", "")
        self.assertEqual(self.run_script("packages", "--install", "build").returncode, 0)
        self.assertIn(" libpqxx-dev ", self.calls("apt-get")[-1])

    def test_an_unknown_part_of_the_tests_is_not_run_as_a_command(self):
        self.replace("nonsense", "")
        self.assert_fails(self.run_script("test", "nonsense"), 64, "usage")
        self.assertEqual(self.calls("nonsense"), [])

    def test_unit_tests_are_built_after_the_quickstart_and_missed_where_there_are_none(self):
        for name in ("cmake", "ctest", "npm"):
            self.replace(name, "")
        self.assertEqual(self.run_script("test", "build", "unit").returncode, 0)
        self.assertIn("-DDDLTRAIL_TESTS=ON", self.calls("cmake")[0])
        for call in self.calls("ctest"):
            self.assertIn("--no-tests=error", call)
