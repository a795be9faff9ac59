"""A case of migration synthesis: a file of two schemas, rows, and what must be left of them.

    -- from       DDL and rows of the database that is migrated
    -- to         DDL of the schema that it must get
    -- options    arguments of `ddltrail migration plan`, one to a line
    -- back       the same for the way back; without this section nothing goes back
    -- kept       queries on the migrated database, each followed by the lines that it must print, after "= "
"""

import pathlib

SECTIONS = ("from", "to", "options", "back", "kept")


class MigrationCase:
    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.sections = dict.fromkeys(SECTIONS, "")
        self.has_way_back = False
        section = None
        for line in self.path.read_text().splitlines(keepends=True):
            if line.startswith("-- ") and line[3:].strip() in SECTIONS:
                section = line[3:].strip()
                self.has_way_back |= section == "back"
            elif section:
                self.sections[section] += line

    def arguments(self, section="options"):
        return self.sections[section].split("\n")[:-1]

    @property
    def kept(self):
        """Pairs of a query and what it must print."""
        pairs = []
        for line in self.sections["kept"].splitlines():
            if line.startswith("="):
                pairs[-1][1].append(line[2:])
            else:
                pairs.append((line, []))
        return pairs
