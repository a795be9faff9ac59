"""The log and logical replication: who subscribes to all tables of a database does not notice that ddltrail is
created there; who wants the log itself gets it in the order of the commits; and what an apply worker or a session with
session_replication_role = replica does is as good as anybody's."""

import unittest

from support.cluster import Cluster
from support.replication import wait_until
from support.session import Session

SETTINGS = "wal_level = logical\nwal_retrieve_retry_interval = 100ms\nmax_logical_replication_workers = 8\nmax_worker_processes = 16\n"
# What another log brought, in the order of the transactions that wrote it here.
ARRIVED = ("SELECT c.object_name FROM ddltrail.change_log c, ddltrail.log_state s "
           "WHERE c.log_id <> s.log_id ORDER BY c.xmin::text::bigint, c.id")


class LogicalReplicationTest(unittest.TestCase):
    """Publisher and subscriber are databases of one cluster, so the slots are made by hand: CREATE SUBSCRIPTION would
    wait for its own transaction."""

    @classmethod
    def setUpClass(cls):
        cls.cluster = cls.enterClassContext(Cluster(settings=SETTINGS))

    def setUp(self):
        for name in ("publisher", "subscriber"):
            self.cluster.create_database(name)

    def publish(self, what):
        self.publisher(f"CREATE PUBLICATION pub {what}")
        self.publisher("SELECT FROM pg_create_logical_replication_slot('sub', 'pgoutput')")
        self.addCleanup(self.drop_slot)

    def publisher(self, sql):
        return self.cluster.psql(sql, "publisher")

    def subscriber(self, sql):
        return self.cluster.psql(sql, "subscriber")

    def subscribe(self):
        connection = f"host={self.cluster.directory} port={self.cluster.port} user={self.cluster.user} dbname=publisher"
        self.subscriber(f"CREATE SUBSCRIPTION sub CONNECTION '{connection}' PUBLICATION pub "
                        "WITH (create_slot = false, copy_data = false, slot_name = 'sub')")
        self.addCleanup(self.subscriber, "ALTER SUBSCRIPTION sub DISABLE; ALTER SUBSCRIPTION sub SET (slot_name = NONE);"
                                         "DROP SUBSCRIPTION sub")

    def drop_slot(self):
        # The walsender may outlive its subscriber for a moment.
        wait_until(lambda: self.publisher("SELECT active FROM pg_replication_slots").strip() == "f", "the slot is free")
        self.publisher("SELECT pg_drop_replication_slot('sub')")

    def assert_arrives(self, marker, table="orders"):
        """Raises after a while, with what the server logged, where the stream has stopped."""
        self.publisher(f"INSERT INTO {table} VALUES ({marker})")
        query = f"SELECT count(*) FROM {table} WHERE id = {marker}"
        try:
            wait_until(lambda: self.subscriber(query).strip() == "1", f"row {marker} arrives", seconds=10)
        except RuntimeError as error:
            self.fail(f"{error}\n{self.cluster.log()[-2000:]}")

    def subscribe_to_all_tables(self):
        for run in (self.publisher, self.subscriber):
            run("CREATE TABLE orders (id bigint PRIMARY KEY)")
        self.publish("FOR ALL TABLES")
        self.subscribe()
        self.assert_arrives(1)

    def test_subscriber_of_all_tables_goes_on(self):
        self.subscribe_to_all_tables()
        self.publisher("CREATE EXTENSION ddltrail")
        self.assert_arrives(2)
        self.publisher("ALTER TABLE orders ALTER COLUMN id SET DEFAULT 7; COMMENT ON TABLE orders IS 'x'")
        self.assert_arrives(3)
        self.publisher("SELECT ddltrail.register_consumer('one'); SELECT ddltrail.register_consumer('two');"
                       "SELECT ddltrail.advance_consumer('one', ddltrail.current_cursor());"
                       "SELECT ddltrail.unregister_consumer('two'); SELECT ddltrail.prune(now()); SELECT ddltrail.mark_broken('x')")
        self.assert_arrives(4)

    def test_apply_worker_and_replica_role(self):
        """The worker applies rows as ever where DDL is logged, and DDL of its role is logged too."""
        self.subscribe_to_all_tables()
        self.subscriber("CREATE EXTENSION ddltrail; ALTER TABLE orders ADD COLUMN note text")
        self.assert_arrives(2)
        self.subscriber("SET session_replication_role = replica; CREATE TABLE by_replica (id integer)")
        self.assertEqual(self.subscriber("SELECT action, object_name FROM ddltrail.change_log WHERE action <> 'baseline' "
                                         "ORDER BY id").split(), ["alter|orders", "create|by_replica"])

    def test_published_log_arrives_in_the_order_of_commits(self):
        self.publisher("CREATE EXTENSION ddltrail; ALTER DATABASE publisher SET ddltrail.publish = on")
        self.subscriber("CREATE EXTENSION ddltrail")
        self.publish("FOR TABLE ddltrail.change_log")
        self.subscribe()
        with Session(self.cluster, "publisher") as early, Session(self.cluster, "publisher") as late:
            early.run("BEGIN", "CREATE TABLE early (id integer)")
            late.run("CREATE TABLE late (id integer)")
            early.run("COMMIT")
            late.run("BEGIN", "CREATE TABLE rolled_back (id integer)", "ROLLBACK", "CREATE TABLE last (id integer)")
        wait_until(lambda: "last" in self.subscriber(ARRIVED).split(), "the log arrives", seconds=20)
        self.assertEqual(self.subscriber(ARRIVED).split(), ["late", "early", "last"])
