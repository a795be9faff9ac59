"""How a change reads: every operation of the contract has a phrase, and the view change_history says what
`ddltrail log` says."""

import json
import re
import unittest

from contract.engines import DATABASES
from support.places import ROOT
from support.tool import Project

PHRASES = json.loads((ROOT / "sql" / "phrases.json").read_text())
WITHOUT = {"from": None, "to": None}
VALUES = {"from": "{to}", "to": "two\nlines", "column": "c d", "type": "text", "kind": "unique", "constraint": None, "columns": ["a", "b"],
          "value": "v", "command": "ALTER THING", "rule": "r", "property": "p", "provider": "q"}


def documented():
    """The operations in the table of sql/README.md."""
    section = re.search(r"## Operations\n(.*?)\n## ", (ROOT / "sql" / "README.md").read_text(), re.DOTALL).group(1)
    cells = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    return {op for cell in cells for op in re.findall(r"`(\w+)`", cell)}


def samples():
    """Details of changes: each phrase with all of its values, and with none."""
    for name, phrase in PHRASES.items():
        op, _, key = name.partition(".")
        keys = set(re.findall(r"{(\w+)}", phrase)) | ({key} if key else set())
        yield [{"op": op, **{k: VALUES.get(k, "x") for k in keys}}]
        yield [{"op": op, **WITHOUT}, {"op": "unheard of"}]
    yield []


class History(unittest.TestCase):
    def test_every_documented_operation_has_a_phrase(self):
        self.assertGreater(len(documented()), 20)
        self.assertEqual(documented() - set(PHRASES), set())

    def test_history_and_log_say_the_same(self):
        with DATABASES["postgres"](extension=True) as database:
            database.run("CREATE TABLE made (id int);")
            database.run("".join(self.row(1000 + number, json.dumps(details)) for number, details in enumerate(samples())))
            said = json.loads(database.run(
                "SELECT json_object_agg(id, regexp_replace(sentence, '[[:cntrl:]]', ' ', 'g')) FROM ddltrail.change_history"))
            with Project() as project:
                log = project.run("log", "--url", database.cluster.url(database.name)).stdout
        lines = dict(re.findall(r"^#(\d+) .*? (?:table public.made|schema public): (.*)$", log, re.MULTILINE))
        self.assertEqual(lines, said)

    @staticmethod
    def row(number, details):
        """The last row of the log again, with other details."""
        return (f"INSERT INTO ddltrail.change_log SELECT (jsonb_populate_record(change, jsonb_build_object('id', {number}, "
                f"'details', $details${details}$details$::jsonb))).* FROM ddltrail.change_log change WHERE object_name = 'made' LIMIT 1;")


if __name__ == "__main__":
    unittest.main()
