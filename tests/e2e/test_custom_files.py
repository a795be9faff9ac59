"""Templates and plugins of the project: what they write follows every change as a clean run would write it, and what is wrong with them
is one error that names them. The examples are those of host/generate/custom/README.md."""

import json
import re
import sys
import unittest

from e2e.databases import shop
from e2e.test_configuration import CHANGES
from support.places import ROOT
from support.tool import Project

EXAMPLES = re.findall(r"^```(\w+)\n(.*?)^```$", (ROOT / "host/generate/custom/README.md").read_text(), re.MULTILINE | re.DOTALL)
FORM_SETTING, FORM, PLUGIN_SETTING, PLUGIN = (text for _, text in EXAMPLES)
# Runs where there is no Node, and gives a file for each table, which come and go.
PYTHON_PLUGIN = """
import json, sys
model = json.load(sys.stdin)
tables = [table for schema in model["schemas"] for table in schema["tables"]]
files = {f"docs/{table['name']}.md": ", ".join(column["name"] for column in table["columns"]) + "\\n" for table in tables}
json.dump({"files": {**files, "names.sql": "-- " + " ".join(table["name"] for table in tables) + "\\n"}}, sys.stdout)
"""
FILES = {
    "form.mustache": FORM,
    "label.mustache": "export const labels = [{{#values}}\"{{value}}\"{{^last}}, {{/last}}{{/values}}];\n",
    "index.mustache": "{{#tables}}export * from \"{{module}}\";\n{{/tables}}",
    "all.mustache": "# {{#schemas}}{{name}}: {{#tables}}{{name}} {{/tables}}{{/schemas}}\n",
    "own.mustache": "{{{imports}}}export interface {{types.table}} {\n{{#columns}}  \"{{property}}\": {{{select}}};\n{{/columns}}}\n",
}


def template(file, subject, output):
    return f'[[template]]\nfile = "{file}.mustache"\nfor = "{subject}"\noutput = "{output}"\n'


def plugin(*command, more=""):
    return f"[[plugin]]\ncommand = {json.dumps(command)}\n{more}"


EVERYTHING = (template("form", "table", "{{schema}}/forms/{{name}}.ts") + template("label", "enum", "{{path}}_labels.ts") +
              template("index", "schema", "{{schema}}/index.ts") + template("all", "database", "tables.md") +
              template("own", "table", "{{path}}.ts") + plugin(sys.executable, "plugin.py"))


class CustomFiles(unittest.TestCase):
    engine = "sqlite"

    def setUp(self):
        self.database = shop(self.engine, "custom")
        self.addCleanup(self.database.remove)
        self.database.install_log()

    def project(self, options):
        project = self.enterContext(Project(self.database.url, options=options))
        for name, text in {**FILES, "plugin.py": PYTHON_PLUGIN}.items():
            (project.directory / name).write_text(text)
        return project

    def generate(self, project):
        done = project.run("generate", "--explain")
        self.assertEqual(done.code, 0, done)
        return done.stdout

    def assert_clean(self, project, options):
        clean = self.project(options)
        for name in FILES:
            (clean.directory / name).write_text((project.directory / name).read_text())
        self.generate(clean)
        self.assertEqual(project.tree(), clean.tree())


class Followed(CustomFiles):
    def test_every_change_writes_what_a_clean_run_would(self):
        project = self.project(EVERYTHING)
        self.generate(project)
        schema = self.database.schema
        for path in (f"{schema}/forms/customers.ts", f"{schema}/index.ts", "tables.md", "names.sql", "docs/customers.md"):
            self.assertIn(path, project.tree())
        for change in CHANGES:
            self.database.run(change)
            printed = self.generate(project)
            self.assertNotIn("whole schema read", printed)
            self.assert_clean(project, EVERYTHING)
        self.assertEqual(self.generate(project), "nothing to do: no change since the last run\n")
        self.assertEqual(project.run("generate", "--check").code, 0)

    def test_a_change_touches_the_files_of_its_table_only(self):
        options = template("form", "table", "{{schema}}/forms/{{name}}.ts")
        project = self.project(options)
        self.generate(project)
        self.database.run("ALTER TABLE reviews ADD COLUMN title text;")
        printed = self.generate(project)
        written = re.findall(r"^rewrote (.*)$", printed, re.MULTILINE)
        self.assertEqual(sorted(written), [f"{self.database.schema}/{folder}/reviews.ts" for folder in ("forms", "tables")])
        self.assertIn("added column title", printed)


    def test_without_parts_there_are_only_own_files(self):
        options = "parts = []\n" + plugin(sys.executable, "plugin.py")
        project = self.project(options)
        self.generate(project)
        self.assertEqual({path for path in project.tree() if not path.startswith("docs/")}, {"names.sql", "ddltrail.manifest.json"})
        self.database.run("ALTER TABLE reviews ADD COLUMN title text;")
        self.assertIn("rewrote docs/reviews.md", self.generate(project))
        self.assert_clean(project, options)


class FollowedPostgres(Followed):
    engine = "postgres"


class Custom(CustomFiles):
    def test_what_is_lost_or_edited_comes_back(self):
        project = self.project(EVERYTHING)
        self.generate(project)
        before = project.tree()
        (project.output / "names.sql").unlink()
        (project.output / "main/forms/customers.ts").unlink()
        (project.output / "main/index.ts").unlink()
        self.generate(project)
        self.assertEqual(project.tree(), before)

    def test_a_changed_template_or_plugin_regenerates(self):
        project = self.project(EVERYTHING)
        self.generate(project)
        for name, old, new in (("form.mustache", "fields", "inputs"), ("plugin.py", "names.sql", "all_names.sql")):
            file = project.directory / name
            file.write_text(file.read_text().replace(old, new))
            self.assertIn("configuration", self.generate(project))
        self.assertIn(b"export const inputs", project.tree()["main/forms/customers.ts"])
        self.assertIn("all_names.sql", project.tree())
        self.assertNotIn("names.sql", project.tree())

    def test_what_is_configured_no_more_goes(self):
        project = self.project(EVERYTHING)
        self.generate(project)
        project.configure(self.database.url)
        self.generate(project)
        self.assert_clean(project, "")

    def test_a_template_takes_the_place_of_a_file(self):
        project = self.project(template("own", "table", "{{path}}.ts") + template("all", "database", "database.ts"))
        self.generate(project)
        self.assertIn(b'"fullname": string;', project.tree()["main/tables/customers.ts"])
        self.assertNotIn(b"Selectable", project.tree()["main/tables/customers.ts"])
        self.assertIn(b"main: ", project.tree()["database.ts"])
        self.assertEqual(project.run("generate", "--check").code, 0)

    def fails(self, options, *words, files=None):
        project = self.project("")
        self.generate(project)
        before = project.tree()
        project.configure(self.database.url, options=options)
        for name, text in (files or {}).items():
            (project.directory / name).write_text(text)
        done = project.run("generate")
        self.assertEqual((done.code, done.stdout), (1, ""), done)
        said = [line for line in done.stderr.splitlines() if line.startswith("ddltrail: ")]
        self.assertEqual(len(said), 1, done)
        for word in words:
            self.assertRegex(said[0], word)
        self.assertIn("\nhint: ", done.stderr)
        project.configure(self.database.url)
        self.assertEqual(project.run("generate").code, 0)
        self.assertEqual(project.tree(), before)

    def test_templates_that_are_wrong(self):
        form = "{{schema}}/{{name}}.ts"
        self.fails(template("none", "table", form), "no such template", "none.mustache")
        self.fails(template("form", "table", form), r"form\.mustache:3", "columns", files={"form.mustache": "a\nb\n{{#columns}}\n"})
        self.fails(template("form", "column", form), 'for "column"')
        self.fails(template("form", "table", "{{schema}}.ts"), "same file", "form.mustache")
        self.fails(template("all", "schema", "all.md"), "same file")
        self.fails(template("all", "database", "../all.md"), "output folder", r"\.\./all\.md")
        self.fails(template("all", "database", "/tmp/all.md"), "output folder")
        self.fails(template("all", "database", "{{nmae}}.md"), "placeholder", "nmae")
        self.fails(template("all", "database", "all.bin"), "no comment is known", "all.bin")
        self.fails(template("all", "database", "a.md") + template("all", "database", "a.md"), "written already", "a.md")
        self.fails('[[template]]\nfile = "form.mustache"\nfor = "table"\n', "output")
        self.fails("[template]\n", "template is not a list of sections")

    def test_plugins_that_are_wrong(self):
        python = lambda text, more="": plugin(sys.executable, "-c", text, more=more)
        self.fails(python("import sys; sys.exit(3)"), "exit code 3", re.escape(sys.executable))
        self.fails(python("print('{')"), "something else than files")
        self.fails(python("print('{\"files\": {\"a.ts\": 7}}')"), "something else than files")
        self.fails(python("print('{\"files\": {\"../a.ts\": \"\"}}')"), "output folder", r"\.\./a\.ts")
        self.fails(python("print('{\"files\": {\"database.ts\": \"\"}}')"), "written already", "database.ts")
        self.fails(python("print('{\"files\": {\"main/tables/customers.ts\": \"\"}}')"), "written already", "customers.ts")
        self.fails(python("import time; time.sleep(60)", "timeout = 1\n"), "within 1 s")
        self.fails(python("import os; os.close(1); import time; time.sleep(60)", "timeout = 1\n"), "within 1 s")
        self.fails(plugin("no-such-program"), "cannot be started", "no-such-program")
        self.fails("[[plugin]]\ncommand = []\n", "no command")
        self.fails(plugin("a", more='timeout = "1"\n'), "plugin.timeout")

    def test_no_shell_reads_the_command(self):
        project = self.project(plugin(sys.executable, "-c", "import sys; print('{\"files\": {\"a.sql\": \"%s\"}}' % sys.argv[1])", "$(echo x); `y` *"))
        self.generate(project)
        self.assertTrue(project.tree()["a.sql"].endswith(b"$(echo x); `y` *"))

    def test_a_plugin_need_not_read(self):
        self.database.run("".join(f"CREATE TABLE wide{n} ({', '.join(f'column_number_{c} text' for c in range(200))});" for n in range(20)))
        project = self.project(plugin(sys.executable, "-c", "print('{\"files\": {}}')"))
        self.generate(project)
