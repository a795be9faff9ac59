"""camelCase names against the real CamelCasePlugin of Kysely: each name is spelled as the plugin does, or refused."""

import json
import re
import subprocess
import unittest

from e2e.typescript.repositories.blog_project import NODE, PACKAGES, install_packages
from support import sqlite
from support.tool import Project

# What the plugin turns and finds back to, and what it does not.
NAMES = ["a", "ab", "user_id", "a_b", "a_b_c", "is_a_vip", "ab_cd_ef", "line1", "line_1", "line_1_a", "line1_a", "1st", "1_st", "a1b2", "_id", "id_",
         "a__b", "_", "__", "___", "_a_", "userId", "UserId", "User", "USER", "USER_ID", "user_ID", "user id", "user-id", "user.id", "user id_x", "$x",
         "$x_y", "x_$y", "a_-b", "a\tb", "it's", 'say "x"', "back\\slash", "été", "a_été", "Été", "größe", "a_größe", "straße", "a_ß", "ÿ_a", "a_ÿ",
         "имя", "имя_поля", "имя_Поля", "a_имя", "ёж_ёж", "όνομα", "a_όνομα", "名前", "a_名前", "名前_a", "a_🙂", "🙂_a", "שם_a", "a_שם", "ı_x", "x_ı",
         "İ", "ﬁ_x", "x_ﬁ", "ǆ_x", "µ_x", "x_µ", "constructor", "__proto__", "to_string", "toString", "has_own_property", "a_1_2", "a12_3", "x_1y",
         "10_a_20", "l_1_l", "ab_1c_d", "very_long_name_of_a_column_that_has_many_words"]
OPTIONS = {
    "camel_case = true": "{}",
    "camel_case = { underscore_before_digits = true }": "{ underscoreBeforeDigits: true }",
    "camel_case = { underscore_between_uppercase_letters = true }": "{ underscoreBetweenUppercaseLetters: true }",
    "camel_case = { underscore_before_digits = true, underscore_between_uppercase_letters = true }":
        "{ underscoreBeforeDigits: true, underscoreBetweenUppercaseLetters: true }",
}
UNKNOWN_LETTERS = re.compile("[ßÿıİﬁǆµΑ-ωόΌ]")

PLUGIN = """
import { CamelCasePlugin } from 'kysely';
const plugin = new CamelCasePlugin(%s);
const names = %s;
console.log(JSON.stringify(names.map((name) => [plugin.camelCase(name), plugin.snakeCase(plugin.camelCase(name))])));
"""


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def setUpModule():
    install_packages()


class AgainstThePlugin(unittest.TestCase):
    def plugin(self, options):
        """name -> what the plugin makes of it, and what it makes of that."""
        done = subprocess.run([NODE, "--input-type=module"], input=PLUGIN % (options, json.dumps(NAMES)), cwd=PACKAGES, text=True, capture_output=True, check=True)
        return dict(zip(NAMES, json.loads(done.stdout)))

    def test_every_name_is_spelled_as_the_plugin_does_or_refused(self):
        for setting, options in OPTIONS.items():
            spelled = self.plugin(options)
            good = [name for name in NAMES if spelled[name][1] == name and not UNKNOWN_LETTERS.search(name)]
            with self.subTest(setting):
                self.assertGreater(len(good), 25)
                self.assert_spelled(setting, {name: spelled[name][0] for name in good})
            for name in set(NAMES) - set(good) if options == "{}" else ():
                self.assert_refused(setting, name)

    def generate(self, setting, names):
        project = self.enterContext(Project("sqlite:test.db", options=setting + "\n"))
        columns = ", ".join(f"{quoted(name)} TEXT" for name in names)
        sqlite.shell(project.directory / "test.db", f"CREATE TABLE the_table (n INTEGER, {columns});", extension=False)
        return project, project.run("generate")

    def assert_spelled(self, setting, names):
        parted = [list(names)[::2], list(names)[1::2]]  # SQLite takes names that differ in case only for the same
        for part in parted:
            project, done = self.generate(setting, part)
            self.assertEqual(done.code, 0, done)
            members = re.findall(r"^  (.*): string \| null;$", (project.output / "main/tables/the_table.ts").read_text(), re.MULTILINE)
            self.assertEqual([self.name(member) for member in members], [names[name] for name in part])

    @staticmethod
    def name(member):
        """Of a property, which may be a literal."""
        done = member if member[0] not in "\"'" else member[1:-1].replace(f"\\{member[0]}", member[0]).replace("\\\\", "\\")
        return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), done)

    def assert_refused(self, setting, name):
        _, done = self.generate(setting, [name])
        self.assertEqual(done.code, 1, name)
        self.assertRegex(done.stderr, r"\Addltrail: Kysely's CamelCasePlugin does not find back to the name .*main\.the_table\.")
        self.assertRegex(done.stderr, r"hint: Rename it, .*\.\n\Z")
