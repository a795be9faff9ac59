"""Commands whose processor time is compared: their own, and that of the server behind them."""

import os
import pathlib
import shutil
import statistics
import tempfile
import time

from support.cluster import memory_directory

# Of a cluster with many tables, of which pg_dump locks all.
LARGE_SETTINGS = ("max_locks_per_transaction = 512\nautovacuum = off\njit = off\n"
                  "shared_buffers = 512MB\nmax_wal_size = 8GB\ncheckpoint_timeout = 1h\n")


def in_memory():
    """A temporary folder in memory where there is one; those made later stand there too."""
    tempfile.tempdir = memory_directory()
    return tempfile.TemporaryDirectory(prefix="ddltrail-bench-")


class Server:
    """The processor time of the server processes that have ended, and how to wait until one has."""

    def __init__(self, cluster):
        with open(f"{cluster.data}/postmaster.pid") as file:
            self.pid = int(file.readline())

    def ended(self):
        fields = pathlib.Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")

    def children(self):
        return set(pathlib.Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split())

    def wait_until_alone(self, children):
        end = time.monotonic() + 20
        while self.children() - children and time.monotonic() < end:
            time.sleep(0.001)


class NoServer:
    def ended(self):
        return 0

    def children(self):
        return set()

    def wait_until_alone(self, children):
        pass


class Job:
    """A command that is run now and then, and what its runs took. `code` is its exit code."""

    def __init__(self, name, command, directory, environment, server, repeat=1, clear=(), check=lambda: None, code=0):
        self.name = name
        self.command = command
        self.directory = directory
        self.environment = environment
        self.server = server
        self.repeat = repeat
        self.clear = clear
        self.check = check
        self.code = code
        self.forget()

    def forget(self):
        self.processor, self.clock, self.memory = [], [], []

    def measure(self):
        """The mean of a few runs, so that a hundredth of a second matters little."""
        runs = [self.run() for _ in range(self.repeat)]
        processor, clock, memory = zip(*runs)
        self.processor.append(statistics.mean(processor))
        self.clock.append(statistics.mean(clock))
        self.memory.append(max(memory))

    def run(self):
        for path in self.clear:
            shutil.rmtree(path, ignore_errors=True)
        children, ended = self.server.children(), self.server.ended()
        started = time.perf_counter()
        _, status, usage = os.wait4(self.start(), 0)
        elapsed = time.perf_counter() - started
        if os.waitstatus_to_exitcode(status) != self.code:
            raise SystemExit(f"{' '.join(self.command)} failed")
        self.server.wait_until_alone(children)
        self.check()
        own = usage.ru_utime + usage.ru_stime
        return own + self.server.ended() - ended, elapsed, usage.ru_maxrss / 1024

    def start(self):
        os.chdir(self.directory)
        actions = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_DUP2, 1, 2)]
        return os.posix_spawn(self.command[0], self.command, self.environment, file_actions=actions)

    @property
    def seconds(self):
        return statistics.median(self.processor)

    def ratio(self, other):
        return statistics.median(own / base for own, base in zip(self.processor, other.processor))

    def report(self, where):
        print(f"{where}, {self.name}: {self.seconds:.3f} s of processor, {statistics.median(self.clock):.3f} s on the "
              f"clock, {max(self.memory):.0f} MB", flush=True)


def race(jobs, rounds):
    """Once without counting: caches are filled, and the first page of everything is there."""
    for job in jobs:
        job.measure()
        job.forget()
    for number in range(rounds):
        turn = number % len(jobs)
        for job in jobs[turn:] + jobs[:turn]:
            job.measure()
