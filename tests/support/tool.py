"""The ddltrail tool run in a project directory of its own."""

import dataclasses
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

from support.places import TOOL

OUTPUT = "src/db"


@dataclasses.dataclass
class Result:
    code: int
    stdout: str
    stderr: str

    def __str__(self):
        return f"exit {self.code}\n--- stdout\n{self.stdout}--- stderr\n{self.stderr}"


def clean_environment(extra=None):
    """The environment without what would lead the tool to another database."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PG", "DDLTRAIL_")) and k != "DATABASE_URL"}
    return {**kept, **(extra or {})}


def files_below(directory):
    """Relative path -> bytes of every file below the directory."""
    base = pathlib.Path(directory)
    return {str(p.relative_to(base)): p.read_bytes() for p in sorted(base.rglob("*")) if p.is_file()}


class Project:
    """A temporary project directory; a context manager that removes it."""

    def __init__(self, url=None, environment=None, directory=None, options=""):
        self.directory = pathlib.Path(directory or tempfile.mkdtemp(prefix="ddltrail-project-"))
        self.directory.mkdir(exist_ok=True)
        self.environment = environment or {}
        if url is not None:
            self.configure(url, options=options)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.remove()

    def remove(self):
        shutil.rmtree(self.directory, ignore_errors=True)

    @property
    def output(self):
        return self.directory / OUTPUT

    @property
    def state(self):
        return self.directory / ".ddltrail" / "state.db"

    def configure(self, url, output=OUTPUT, options=""):
        """`options`: further lines of [typescript]."""
        (self.directory / "ddltrail.toml").write_text(
            f'[database]\nurl = "{url}"\n\n[typescript]\noutput = "{output}"\n{options}')

    def command(self, *arguments):
        return [str(TOOL), *map(str, arguments)]

    def run(self, *arguments, timeout=120, prefix=()):
        """Runs the tool; `prefix` is a command that runs it as somebody else."""
        done = subprocess.run([*prefix, *self.command(*arguments)], cwd=self.directory, text=True, errors="replace", capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=timeout, env=clean_environment(self.environment))
        return Result(done.returncode, done.stdout, done.stderr)

    def snapshots(self, url):
        """The snapshot of a database, and what comes of reading that and writing it again."""
        texts = []
        for source, name in ((url, "once.json"), ("once.json", "twice.json")):
            done = self.run("snapshot", source, "--output", name)
            assert done.code == 0, done
            texts.append((self.directory / name).read_bytes())
        return texts

    def run_killed(self, seconds, *arguments):
        """Runs the tool and kills it with SIGKILL after so many seconds; true where it was still running."""
        process = subprocess.Popen(self.command(*arguments), cwd=self.directory, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   env=clean_environment(self.environment))
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        return process.wait() == -signal.SIGKILL

    def tree(self):
        """The generated files, manifest included."""
        return files_below(self.output)
