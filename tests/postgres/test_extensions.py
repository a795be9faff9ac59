"""Extensions come, move on and go: what their scripts do is marked; and ddltrail itself goes and comes again."""

import unittest

from support.cluster import shared
from support.session import Session, SqlError

# hstore is of contrib, and has an old version to begin with.
OLD, NEW = "1.4", "1.8"


class ExtensionsTest(unittest.TestCase):
    def setUp(self):
        shared().create_database("extensions")
        self.session = self.enterContext(Session(shared(), "extensions"))
        self.session.run("SET client_min_messages = warning", "CREATE EXTENSION ddltrail")

    def rows_of(self, statement):
        """(in_extension, command tag, action, kind, identity) of what the statement did, each kind of row once."""
        cursor = self.session.value("SELECT ddltrail.current_cursor()")
        self.session.run(statement)
        rows = self.session.run("SELECT in_extension, command_tag, action, object_kind, object_identity "
                                f"FROM ddltrail.changes_since('{cursor}')")
        return {tuple(row.split("|", 4)) for row in rows}

    def members(self):
        return int(self.session.value("SELECT count(*) FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid "
                                      "WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' AND e.extname = 'hstore'"))

    def assert_marked(self, rows, tag, action):
        """All rows are members of the extension but that of the extension itself."""
        self.assertIn(("f", tag, action, "extension", "hstore"), rows)
        members = {row for row in rows if row[3] != "extension"}
        self.assertEqual({row for row in members if row[0] != "t"}, set())
        return members

    def test_another_extension(self):
        created = self.assert_marked(self.rows_of(f"CREATE EXTENSION hstore VERSION '{OLD}'"), "CREATE EXTENSION", "create")
        self.assertIn(("create", "function", "public.hstore_in(pg_catalog.cstring)"), {row[2:] for row in created})
        before = self.members()
        updated = self.assert_marked(self.rows_of(f"ALTER EXTENSION hstore UPDATE TO '{NEW}'"), "ALTER EXTENSION", "alter")
        self.assertIn(("create", "function", "public.hstore_subscript_handler(pg_catalog.internal)"), {row[2:] for row in updated})
        self.assertGreater(self.members(), before)
        members = self.members()
        dropped = self.assert_marked(self.rows_of("DROP EXTENSION hstore"), "DROP EXTENSION", "drop")
        self.assertEqual({row[2] for row in dropped}, {"drop"})
        self.assertGreaterEqual(len(dropped), members)

    def test_members_do_not_appear_in_the_relations(self):
        self.session.run(f"CREATE EXTENSION hstore VERSION '{OLD}'", "CREATE TABLE settings (value hstore)",
                         f"ALTER EXTENSION hstore UPDATE TO '{NEW}'")
        self.assertEqual(self.session.run("SELECT table_name, column_name FROM ddltrail.columns"), ["settings|value"])

    def test_ddltrail_dropped_and_created_again(self):
        self.session.run("CREATE TABLE kept (id integer)")
        cursor = self.session.value("SELECT ddltrail.current_cursor()")
        self.session.run("DROP EXTENSION ddltrail", "CREATE TABLE unseen (id integer)", "CREATE EXTENSION ddltrail")
        with self.assertRaises(SqlError) as caught:
            self.session.run(f"SELECT FROM ddltrail.changes_since('{cursor}')")
        self.assertEqual(caught.exception.sqlstate, "22023")
        self.assertEqual(self.session.run("SELECT action, object_name FROM ddltrail.change_log WHERE object_kind = 'table' "
                                          "ORDER BY object_name"), ["baseline|kept", "baseline|unseen"])
        self.assertEqual(self.rows_of("CREATE TABLE after (id integer)"),
                         {("f", "CREATE TABLE", "create", "table", "public.after")})

    def test_a_drop_that_is_rolled_back_leaves_the_log_at_work(self):
        self.session.run("BEGIN", "DROP EXTENSION ddltrail", "CREATE TABLE unseen (id integer)", "ROLLBACK")
        self.assertEqual(self.rows_of("CREATE TABLE after (id integer)"),
                         {("f", "CREATE TABLE", "create", "table", "public.after")})
