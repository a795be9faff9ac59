"""Our own scripts through scripts/sqlite-ddl-corpus, and that it finds a log which is wrong."""

import pathlib
import subprocess
import tempfile
import unittest

from support.places import ROOT

CORPUS = pathlib.Path(__file__).parent / "corpus"


def examine(folder, *options):
    done = subprocess.run([ROOT / "scripts" / "sqlite-ddl-corpus", folder, *options], text=True, capture_output=True)
    return done.returncode, done.stdout + done.stderr


class Corpus(unittest.TestCase):
    def found_in(self, script, *options):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "script.sql").write_text(script)
            return examine(folder, *options)

    def test_log_tells_the_schema_of_every_script(self):
        code, output = examine(CORPUS, "--marked")
        self.assertEqual(code, 0, output)

    def test_definition_that_is_wrong_is_found(self):
        code, output = self.found_in("CREATE TABLE t (a);"
                                     "UPDATE ddltrail_change_log SET definition = replace(definition, '\"a\"', '\"b\"');")
        self.assertEqual(code, 1)
        self.assertIn("only in the log: columns", output)

    def test_row_that_is_missing_is_found(self):
        code, output = self.found_in("CREATE TABLE t (a); CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END;"
                                     "DELETE FROM ddltrail_change_log WHERE object_name = 'g';")
        self.assertEqual(code, 1)
        self.assertIn("unknown to the log: trigger g", output)

    def test_row_that_tells_the_same_is_found(self):
        code, output = self.found_in(
            "CREATE TABLE t (a); ALTER TABLE t ADD COLUMN b;"
            "CREATE TEMP TABLE again AS SELECT * FROM ddltrail_change_log WHERE action = 'alter';"
            "UPDATE again SET id = id + 1, command_id = id + 1;"
            "INSERT INTO ddltrail_change_log SELECT * FROM again;")
        self.assertEqual(code, 1)
        self.assertIn("told twice: alter table t [add_column]", output)

    def test_script_that_does_otherwise_than_it_says_is_found(self):
        code, output = self.found_in("-- fails\nCREATE TABLE t (a);\n--> nothing\n", "--marked")
        self.assertEqual(code, 1)
        self.assertIn("should fail: True", output)
        self.assertIn("--> create table t [create]", output)

    def test_folder_without_scripts_is_wrong_usage(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(examine(folder)[0], 64)
