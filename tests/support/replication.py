"""Clusters that are made of others: a hot standby, a cluster restored to a point in time, an upgraded one.

They stand beside the cluster they come from and need its directory: leave it last. Waiting is asking again until a
deadline, never a fixed sleep.
"""

import os
import shutil
import time

from support.cluster import USER, Cluster

DEADLINE_SECONDS = 60


def wait_until(is_so, what, seconds=DEADLINE_SECONDS):
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            raise RuntimeError(f"waited {seconds} s in vain: {what}")
        time.sleep(0.02)


class Copy(Cluster):
    """A base backup of another cluster, whose settings it keeps but for those that are given."""

    def __init__(self, original, settings=""):
        super().__init__(settings=settings)
        self.original = original

    def _make_data(self):
        self.server_command("pg_basebackup", "-D", self.data, "-h", self.original.directory, "-p", str(self.original.port),
                            "-U", self.user, "-c", "fast", "-X", "stream", *self.backup_options())

    def backup_options(self):
        return ()

    def _own_settings(self):
        return ""


class Standby(Copy):
    """Follows its original by streaming replication and answers queries meanwhile."""

    def backup_options(self):
        return ("-R",)

    def catch_up(self):
        """Returns when all that is committed in the original by now is visible here."""
        # A commit that waits for its WAL takes that of all earlier ones, which need not have waited, with it.
        target = self.original.psql("SET synchronous_commit = on; SELECT FROM pg_logical_emit_message(true, '', '');"
                                    "SELECT pg_current_wal_flush_lsn()").strip()
        wait_until(lambda: self.psql(f"SELECT pg_last_wal_replay_lsn() >= '{target}'").strip() == "t",
                   f"the standby replays to {target}")

    def promote(self):
        self.psql("SELECT pg_promote()")


def archiving(directory):
    """Settings of a cluster that archives its WAL into the directory, which must be writable for it."""
    return f"archive_mode = on\narchive_command = 'cp %p {directory}/%f'\n"


class Restored(Copy):
    """Its original as it was at a restore point. The backup is taken when the object is made, the rest is up to
    restore(), which may come much later: so a context manager of two steps."""

    def __init__(self, original, archive):
        super().__init__(original)
        self.archive = archive

    def start(self):
        """Not yet: the archive is still to be filled."""

    def restore(self, restore_point):
        with open(f"{self.data}/postgresql.conf", "a") as conf:
            conf.write(f"restore_command = 'cp {self.archive}/%f %p'\nrecovery_target_name = '{restore_point}'\n"
                       "recovery_target_action = 'promote'\narchive_mode = off\n")
        own_file(self, f"{self.data}/recovery.signal")
        super().start()
        wait_until(lambda: self.psql("SELECT pg_is_in_recovery()").strip() == "f", "the restored cluster takes writes")


class Upgraded(Cluster):
    """The original, which is shut down for good, after pg_upgrade."""

    def __init__(self, original):
        super().__init__()
        self.original = original

    def start(self):
        self.original.shut_down()
        self.server_command("pg_upgrade", "-b", self.bin, "-B", self.bin, "-d", self.original.data, "-D", self.data,
                            "-U", self.user, "-p", str(self.original.port), "-P", str(self.port), "-s", self.directory)
        super().start()


def own_file(cluster, path):
    """An empty file that belongs to the server."""
    with open(path, "w"):
        pass
    if cluster.as_root:
        shutil.chown(path, USER, USER)


def own_directory(cluster, path):
    os.mkdir(path)
    if cluster.as_root:
        shutil.chown(path, USER, USER)
    return path
