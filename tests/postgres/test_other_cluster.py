"""The log in another cluster than the one it began in: promoted, restored to a point in time, dumped and restored,
upgraded. An old cursor means nothing there, and whoever follows the log reads everything once."""

import pathlib
import shutil
import tempfile
import unittest

from support.cluster import USER, Cluster
from support.replication import Restored, Standby, Upgraded, archiving
from support.session import Session, SqlError
from support.tool import Project

FOREIGN_CURSOR = "22023"  # invalid_parameter_value
WHOLE_SCHEMA = "whole schema read (the log is not the one that was read last)"


class Follower:
    """Somebody who has read everything in the original: a cursor, and a project under a URL that stays while what it
    leads to becomes another cluster."""

    def __init__(self, test, original):
        self.test = test
        self.project = Project("env:DATABASE_URL", environment={"DATABASE_URL": original.url("shop")})
        test.addCleanup(self.project.remove)
        self.assert_generates("added", "whole schema read")
        self.cursor = original.psql("SELECT ddltrail.current_cursor()", "shop").strip()

    def assert_generates(self, column, said):
        """The files are those of a clean run, with the column; the second run has nothing to do."""
        done = self.project.run("generate")
        self.test.assertEqual(done.code, 0, done)
        self.test.assertIn(said, done.stdout)
        with Project("env:DATABASE_URL", environment=self.project.environment) as clean:
            self.test.assertEqual(clean.run("generate").code, 0)
            self.test.assertEqual(self.project.tree(), clean.tree())
        self.test.assertIn(f"{column}:", (self.project.output / "public/tables/orders.ts").read_text())

    def moves_to(self, cluster):
        """The cursor is refused, the project reads everything, and from then on both follow the new log."""
        with Session(cluster, "shop") as session:
            with self.test.assertRaises(SqlError) as caught:
                session.run(f"SELECT FROM ddltrail.changes_since('{self.cursor}')")
            self.test.assertEqual(caught.exception.sqlstate, FOREIGN_CURSOR, caught.exception)
            cursor = session.value("SELECT ddltrail.current_cursor()")
            session.run("ALTER TABLE orders ADD COLUMN moved integer")
            self.test.assertEqual(session.run(f"SELECT command_tag, object_name FROM ddltrail.changes_since('{cursor}')"),
                                  ["ALTER TABLE|orders"])
        self.project.environment["DATABASE_URL"] = cluster.url("shop")
        self.assert_generates("moved", WHOLE_SCHEMA)
        cluster.psql("ALTER TABLE orders ADD COLUMN followed integer", "shop")
        self.assert_generates("followed", "1 change")


def make_shop(cluster):
    cluster.create_database("shop")
    cluster.psql("CREATE EXTENSION ddltrail; CREATE TABLE orders (id bigint PRIMARY KEY);"
                 "ALTER TABLE orders ADD COLUMN added text", "shop")


def history(cluster):
    """What the log says happened, whatever log said it."""
    return cluster.psql("SELECT id, command_tag, action, object_identity, details, definition, logged_at, log_id "
                        "FROM ddltrail.change_log ORDER BY log_id, id", "shop").splitlines()


class OtherClusterTest(unittest.TestCase):
    def original(self, settings=""):
        cluster = self.enterContext(Cluster(settings=settings))
        make_shop(cluster)
        return cluster

    def server_folder(self):
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="ddltrail-archive-")))
        if Cluster().as_root:
            shutil.chown(folder, USER, USER)
        return folder

    def test_promoted_standby(self):
        original = self.original()
        standby = self.enterContext(Standby(original))
        follower = Follower(self, original)
        standby.catch_up()
        self.assertEqual(standby.psql(f"SELECT FROM ddltrail.changes_since('{follower.cursor}')", "shop"), "",
                         "until it is promoted, it is the same log")
        before = history(original)
        original.shut_down()
        standby.promote()
        follower.moves_to(standby)
        self.assertEqual(history(standby)[:len(before)], before)

    def test_point_in_time_recovery(self):
        archive = self.server_folder()
        original = self.original(archiving(archive))
        restored = self.enterContext(Restored(original, archive))
        original.psql("CREATE TABLE kept (id integer)", "shop")
        before = history(original)
        original.psql("SELECT pg_create_restore_point('before_the_accident')")
        original.psql("DROP TABLE kept", "shop")
        follower = Follower(self, original)
        original.psql("SELECT pg_switch_wal()")
        original.shut_down()  # which archives what is left
        restored.restore("before_the_accident")
        self.assertEqual(history(restored), before)
        follower.moves_to(restored)
        self.assertTrue((follower.project.output / "public/tables/kept.ts").exists())

    def test_dump_restored_elsewhere(self):
        original = self.original()
        follower = Follower(self, original)
        before = history(original)
        dump = self.server_folder() / "dump"
        original.server_command("pg_dump", "-Fc", "-h", original.directory, "-p", str(original.port), "-U", original.user,
                                "-f", str(dump), "shop")
        restored = self.enterContext(Cluster())
        restored.create_database("shop")
        restored.server_command("pg_restore", "--exit-on-error", "-h", restored.directory, "-p", str(restored.port),
                                "-U", restored.user, "-d", "shop", str(dump))
        self.assertEqual([row for row in history(restored) if row in before], before, "the old history is kept")
        follower.moves_to(restored)

    def test_upgraded_cluster(self):
        original = self.original()
        follower = Follower(self, original)
        before = history(original)
        upgraded = self.enterContext(Upgraded(original))
        self.assertEqual(history(upgraded), before, "pg_upgrade keeps the log, and adds nothing to it")
        self.assertEqual(upgraded.psql("SELECT DISTINCT evtenabled FROM pg_event_trigger", "shop").split(), ["A"])
        follower.moves_to(upgraded)
