"""The house: which folder may include which, and which library is known to which files."""

import re
import unittest

from support.places import ROOT

HOST = ROOT / "host"
READER = ROOT / "sql" / "sqlite_create"

# A folder of the host and the folders below it that it may include.
MAY_INCLUDE = {
    "base": {"base"},
    "model": {"base", "model"},
    "source": {"base", "model", "source"},
    "diff": {"base", "model", "diff"},
    "plan": {"base", "model", "diff", "plan"},
    "migrate": {"base", "model", "source", "diff", "plan", "migrate"},
    "generate": {"base", "model", "generate"},
    "emit": {"base", "model", "source", "generate", "emit"},
    "cli": {"base", "model", "source", "diff", "plan", "migrate", "generate", "emit", "cli"},
}

# Headers of libraries (and of the servers) and the only places that include them.
ONLY_IN = {
    "sqlite3.h": ("host/base/sqlite.cpp", "host/source/sqlite/", "sqlite_ext/", "sql/sqlite_create/function.cpp"),
    "sqlite3ext.h": ("sqlite_ext/", "sql/sqlite_create/function.cpp"),
    "pqxx/": ("host/source/postgres/",),
    "toml++/": ("host/cli/config.cpp",),
    "CLI/": ("host/cli/",),
    "kainjow/": ("host/generate/custom/template.cpp",),
    "xxhash.h": ("host/base/hash.cpp",),
    "postgres.h": ("pg_extension/pg/",),
}

INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', re.MULTILINE)


def sources(folder):
    return sorted(p for p in folder.rglob("*") if p.suffix in (".h", ".cpp"))


def includes(path):
    return INCLUDE.findall(path.read_text())


# What stands in the root; names that begin with a dot may join.
TOP_LEVEL = {"CHANGELOG.md", "CMakeLists.txt", "CMakePresets.json", "LICENSE", "Makefile.pgxs", "README.md", "host",
             "pg_extension", "scripts", "sql", "sqlite_ext", "tests"}


class House(unittest.TestCase):
    def test_the_root_stays_as_it_is(self):
        names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
        self.assertEqual(names - TOP_LEVEL - {"build"}, set())

    def test_every_folder_of_the_host_has_a_place(self):
        self.assertEqual({p.name for p in HOST.iterdir() if p.is_dir()}, set(MAY_INCLUDE))

    def test_no_include_points_up(self):
        wrong = []
        for path in sources(HOST):
            layer = path.relative_to(HOST).parts[0]
            for header in includes(path):
                target = header.split("/")[0]
                if "/" in header and target in MAY_INCLUDE and target not in MAY_INCLUDE[layer]:
                    wrong.append(f"{path.relative_to(ROOT)} includes {header}")
        self.assertEqual(wrong, [])

    def test_libraries_stay_where_they_belong(self):
        wrong = []
        for folder in (HOST, ROOT / "sql", ROOT / "sqlite_ext", ROOT / "pg_extension"):
            for path in sources(folder):
                name = str(path.relative_to(ROOT))
                for header in includes(path):
                    for library, places in ONLY_IN.items():
                        if header.startswith(library) and not name.startswith(places):
                            wrong.append(f"{name} includes {header}")
        self.assertEqual(wrong, [])

    def test_the_extensions_and_the_host_do_not_include_each_other(self):
        wrong = []
        for folder in (ROOT / "sqlite_ext", ROOT / "pg_extension"):
            own = {p.name for p in sources(folder)}
            for path in sources(folder):
                for header in includes(path):
                    if header.split("/")[0] in MAY_INCLUDE and header.split("/")[-1] not in own:
                        wrong.append(f"{path.relative_to(ROOT)} includes {header}")
        self.assertEqual(wrong, [])

    def test_the_reader_of_statements_includes_nothing_of_ours(self):
        wrong = [f"{path.relative_to(ROOT)} includes {header}" for path in sources(READER) for header in includes(path)
                 if "/" in header and not header.startswith("sqlite_create/")]
        self.assertEqual(wrong, [])

    def test_files_stay_small(self):
        limits = {".h": 300, ".cpp": 700}
        wrong = [str(p.relative_to(ROOT))
                 for folder in (HOST, ROOT / "sql", ROOT / "sqlite_ext", ROOT / "pg_extension")
                 for p in sources(folder) if len(p.read_text().splitlines()) > limits[p.suffix]]
        self.assertEqual(wrong, [])
