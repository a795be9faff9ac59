"""A case of migration synthesis: a file of two schemas, rows, and what must be left of them.

    -- from         DDL and rows of the database that is migrated
    -- to           DDL of the schema that it must get
    -- options      arguments of `ddltrail migration plan`, one to a line
    -- back         PostgreSQL: the same for the way back; without this section nothing goes back
    -- refused      hazards that must be told, and are refused where they are not allowed, one to a line; PostgreSQL: "not NAME" must not be; SQLite: these
                    and no other but table-rewrite
    -- asks         what is asked about, as --rename takes it, one to a line: these and no others
    -- has          regular expressions that the script must match, one to a line
    -- lacks        the same, that it must not
    -- in place     PostgreSQL: what must be neither rewritten nor made anew, by its former name and behind its kind: "table public.users"
    -- stops        a regular expression of the error with which the rows stop the script; SQLite: nothing may be changed then
    -- kept         queries on the migrated database, each followed by the lines that it must print, after "= "
    -- kept back    PostgreSQL: the same, after the way back
    -- back stops   SQLite: the same as stops, for the way back
    -- lost         what the way back cannot bring back: "table t", or "column t.c"; all other rows must be as before, but for
                    those that "kept" brings to PostgreSQL

What stands before the first section tells what the case is about. A case is planned with all hazards allowed. In SQLite each case
goes back, by the renames turned round.
"""

import pathlib

SECTIONS = ("from", "to", "options", "back", "refused", "asks", "has", "lacks", "in place", "stops", "kept", "kept back", "back stops", "lost")


class MigrationCase:
    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.sections = dict.fromkeys(SECTIONS, "")
        self.given = set()
        section = None
        for line in self.path.read_text().splitlines(keepends=True):
            if line.startswith("-- ") and line[3:].strip() in SECTIONS:
                section = line[3:].strip()
                self.given.add(section)
            elif section:
                self.sections[section] += line

    def lines(self, section):
        return self.sections[section].split("\n")[:-1]

    def arguments(self, section="options"):
        return self.lines(section)

    def queries(self, section):
        """Pairs of a query and what it must print."""
        pairs = []
        for line in self.lines(section):
            if line.startswith("="):
                pairs[-1][1].append(line[2:])
            else:
                pairs.append((line, []))
        return pairs

    @property
    def kept(self):
        return self.queries("kept")
