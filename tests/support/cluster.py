#!/usr/bin/env python3
"""A private PostgreSQL cluster in a temporary directory, always stopped.

It listens on a unix socket and on a free TCP port of 127.0.0.1. PostgreSQL refuses to run as root, so root
runs it as user postgres. The ddltrail extension, where it has been built, is installed into a directory of
the cluster, not into the system. Shell scripts use: cluster.py run -- COMMAND
"""

import argparse
import atexit
import fcntl
import functools
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
USER = "postgres"
MEMORY = "/dev/shm"

SETTINGS = """
listen_addresses = '127.0.0.1'
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum_naptime = 10min
max_connections = 60
max_prepared_transactions = 10
shared_buffers = 64MB
log_min_messages = warning
timezone = 'UTC'
lc_messages = 'C'
"""


def newest_bin_directory():
    """Where initdb of the newest PostgreSQL is that has the server headers' pg_config beside it."""
    chosen = os.environ.get("DDLTRAIL_PG_CONFIG")
    if chosen:
        return subprocess.check_output([chosen, "--bindir"], text=True).strip()
    base = "/usr/lib/postgresql"
    versions = [v for v in os.listdir(base) if os.path.exists(f"{base}/{v}/bin/initdb")] if os.path.isdir(base) else []
    if not versions:
        raise RuntimeError("no PostgreSQL server found: install postgresql")
    return f"{base}/{max(versions, key=int)}/bin"


def server_version():
    """The number of its major version."""
    told = subprocess.check_output([f"{newest_bin_directory()}/postgres", "--version"], text=True)
    return int(re.search(r"\d+", told)[0])


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def has_extension_destdir(bin_directory):
    """Debian patches the setting into its PostgreSQL; PostgreSQL 18 has extension_control_path instead."""
    with open(f"{bin_directory}/postgres", "rb") as server:
        return b"extension_destdir" in server.read()


def memory_directory():
    """A file system in memory, where there is one with room: databases are made in a fraction of the time. TMPDIR wins."""
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK):
        return None
    system = os.statvfs(MEMORY)
    is_fit = system.f_bavail * system.f_frsize >= 8 << 30 and not system.f_flag & os.ST_NOEXEC
    return MEMORY if is_fit else None


class Cluster:
    """Use as a context manager. `url()` is the URL of a database, `psql()` runs SQL."""

    def __init__(self, with_extension=True, settings=""):
        self.bin = newest_bin_directory()
        self.port = free_port()
        self.directory = None
        self.with_extension = with_extension
        self.settings = settings
        self.as_root = os.geteuid() == 0
        self.user = USER if self.as_root else pwd.getpwuid(os.geteuid()).pw_name

    def __enter__(self):
        self.directory = tempfile.mkdtemp(prefix="ddltrail-pg-", dir=memory_directory())
        try:
            self._start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    @property
    def data(self):
        return f"{self.directory}/data"

    @property
    def socket_directory(self):
        return self.directory

    def _start(self):
        if self.as_root:
            shutil.chown(self.directory, USER, USER)
        os.chmod(self.directory, 0o755)
        self._make_data()
        settings = f"port = {self.port}\nunix_socket_directories = '{self.directory}'\n"
        with open(f"{self.data}/postgresql.conf", "a") as conf:
            conf.write(settings + self._own_settings() + self.settings)
        self.start()

    def _make_data(self):
        self.server_command("initdb", "-D", self.data, "-U", self.user, "-E", "UTF8", "--locale=C.UTF-8", "-N",
                            "--auth-local=trust", "--auth-host=scram-sha-256")

    def _own_settings(self):
        return SETTINGS + (self.install_extension() if self.with_extension else "")

    def start(self):
        self.server_command("pg_ctl", "-D", self.data, "-l", f"{self.directory}/server.log", "-w", "-t", "60", "start")

    def shut_down(self, mode="fast"):
        """Stops the server; the data stay until stop()."""
        self.server_command("pg_ctl", "-D", self.data, "-w", "-m", mode, "stop")

    def server_command(self, program, *arguments):
        """Runs a program of the server as the user that owns the data; raises where it fails."""
        command = [f"{self.bin}/{program}", *arguments]
        if self.as_root:
            command = ["runuser", "-u", USER, "--", *command]
        # The server inherits what is open here; a pipe would never see its end.
        with tempfile.TemporaryFile("w+") as output:
            code = subprocess.call(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd=self.directory)
            if code != 0:
                output.seek(0)
                raise RuntimeError(f"{program} failed:\n{output.read()}\n{self.log()}")

    def install_extension(self):
        """Installs the extension that was built into the cluster's directory; returns the settings it needs."""
        if not has_extension_destdir(self.bin):
            raise RuntimeError(f"{self.bin}/postgres lacks the setting extension_destdir")
        target = f"{self.directory}/install"
        pg_config = f"{self.bin}/pg_config"
        command = ["make", "-s", "-C", ROOT, "-f", "Makefile.pgxs", "install", f"DESTDIR={target}", f"PG_CONFIG={pg_config}"]
        if "DDLTRAIL_PGXS_BUILD" in os.environ:  # else where Makefile.pgxs builds by itself
            command.append(f"BUILD={os.environ['DDLTRAIL_PGXS_BUILD']}")
        with open(f"{ROOT}/Makefile.pgxs") as lock:  # it may have to be built, and by one at a time
            fcntl.flock(lock, fcntl.LOCK_EX)
            done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "MAKEFLAGS": ""})
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
        return f"extension_destdir = '{target}'\n"

    def log(self):
        try:
            with open(f"{self.directory}/server.log") as log:
                return log.read()
        except (OSError, TypeError):
            return ""

    def stop(self):
        if self.directory is None:
            return
        try:
            with open(f"{self.data}/postmaster.pid") as pid_file:
                self._stop_server(int(pid_file.readline()))
        except (OSError, ValueError):
            pass
        shutil.rmtree(self.directory, ignore_errors=True)
        self.directory = None

    def _stop_server(self, pid):
        for sign, seconds in ((signal.SIGINT, 20), (signal.SIGQUIT, 10), (signal.SIGKILL, 5)):
            try:
                os.kill(pid, sign)
                end = time.monotonic() + seconds
                while time.monotonic() < end:
                    os.kill(pid, 0)
                    time.sleep(0.02)
            except ProcessLookupError:
                return

    def environment(self, database="postgres"):
        """What psql and libpq need to find the database."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
        return {**kept, "PGHOST": self.directory, "PGPORT": str(self.port), "PGUSER": self.user,
                "PGDATABASE": database, "DATABASE_URL": self.url(database)}

    def url(self, database="postgres", user=None, password=None):
        """Over the socket; over TCP where a password is given."""
        who = urllib.parse.quote(user or self.user, safe="")
        if password is not None:
            return f"postgresql://{who}:{urllib.parse.quote(password, safe='')}@127.0.0.1:{self.port}/{database}"
        return f"postgresql://{who}@{urllib.parse.quote(self.directory, safe='')}:{self.port}/{database}"

    def psql(self, sql, database="postgres", user=None, check=True, messages=False):
        """Runs SQL statement by statement and returns what it prints, unaligned, or what the server says; raises where it fails."""
        # Debian's /usr/bin/psql is a Perl script that starts this one.
        command = [f"{self.bin}/psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database, "-U", user or self.user]
        done = subprocess.run(command, input=sql, text=True, capture_output=True, env=self.environment(database))
        if check and done.returncode != 0:
            raise RuntimeError(f"psql: {done.stderr.strip()}\nin: {sql[:2000]}")
        return done.stderr if messages else done.stdout

    def create_database(self, name, template="template0"):
        self.psql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE);\nCREATE DATABASE "{name}" TEMPLATE "{template}"')


@functools.cache
def shared():
    """The cluster that all tests of this process use: each creates the databases it needs."""
    cluster = Cluster()
    atexit.register(cluster.stop)
    return cluster.__enter__()


def run_connected(command, cluster, database):
    """Runs the command with the environment of the cluster; returns its exit code."""
    process = subprocess.Popen(command, env=cluster.environment(database))
    try:
        return process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise


def end_on_signals():
    def leave(number, _):
        raise SystemExit(128 + number)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)


def main():
    parser = argparse.ArgumentParser(prog="cluster.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices=["run"])
    parser.add_argument("--no-extension", action="store_true", help="do not install the ddltrail extension")
    parser.add_argument("--database", default="shop", help="created before the command runs (default: shop)")
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    if not re.fullmatch(r"[a-z_0-9]+", options.database):
        parser.error("the name of the database must be of the letters a-z, 0-9 and _")
    end_on_signals()
    with Cluster(with_extension=not options.no_extension) as cluster:
        if options.database != "postgres":
            cluster.create_database(options.database)
        return run_connected(options.command, cluster, options.database)


if __name__ == "__main__":
    sys.exit(main())
