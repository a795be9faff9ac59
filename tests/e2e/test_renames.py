"""Renames of every kind: what the trail tells, and what somebody says with --rename, makes two schemas equal but for the names."""

import unittest

from e2e.databases import DATABASES
from support.tool import Project

# Everything that can be renamed, and everything that mentions it.
POSTGRES = """
CREATE SCHEMA shop;
CREATE SCHEMA other;
CREATE TYPE shop.mood AS ENUM ('sad', 'happy', 'it''s');
CREATE DOMAIN shop.feeling AS shop.mood DEFAULT 'happy' CONSTRAINT known CHECK (VALUE <> 'sad');
CREATE TYPE shop.address AS (street text, mood shop.mood);
CREATE TYPE shop.span AS RANGE (subtype = integer);
CREATE SEQUENCE shop.numbers;
CREATE SEQUENCE public.alone;
CREATE TABLE shop.people (
  id integer PRIMARY KEY DEFAULT nextval('shop.numbers'), fullname text NOT NULL UNIQUE, a integer, b integer,
  mood shop.mood DEFAULT 'happy', moods shop.mood[], feeling shop.feeling, home shop.address, at shop.span,
  upper_name text GENERATED ALWAYS AS (upper(fullname)) STORED, serial serial,
  boss integer REFERENCES shop.people, CONSTRAINT positive CHECK (a > b AND a > 0), CHECK (mood <> 'sad'));
CREATE INDEX by_name ON shop.people (lower(fullname), a) INCLUDE (b) WHERE mood = 'happy' AND fullname <> 'fullname';
CREATE STATISTICS shop.related ON a, b FROM shop.people;
CREATE FUNCTION shop.cheer(who shop.people, how shop.mood DEFAULT 'happy') RETURNS shop.mood LANGUAGE sql AS 'SELECT how';
CREATE FUNCTION shop.name_of(key integer) RETURNS text LANGUAGE sql STABLE
  BEGIN ATOMIC SELECT fullname FROM shop.people WHERE id = key; END;
CREATE FUNCTION shop.double(x integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT 2 * x';
CREATE AGGREGATE shop.total(integer) (sfunc = int4pl, stype = integer);
CREATE FUNCTION shop.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER touched BEFORE UPDATE OF fullname ON shop.people FOR EACH ROW WHEN (old.a IS DISTINCT FROM new.a)
  EXECUTE FUNCTION shop.touch();
CREATE VIEW shop.shown AS SELECT fullname, shop.double(a) AS twice, b FROM shop.people WHERE mood = 'happy';
CREATE VIEW public.over AS SELECT s.fullname, p.a, p.b FROM shop.shown s JOIN shop.people p ON p.fullname = s.fullname;
CREATE MATERIALIZED VIEW shop.kept AS SELECT mood, count(*) AS n FROM shop.people GROUP BY mood;
CREATE UNIQUE INDEX kept_mood ON shop.kept (mood);
CREATE RULE quiet AS ON DELETE TO shop.people WHERE old.fullname = 'x' DO INSTEAD UPDATE shop.people SET a = old.b;
ALTER TABLE shop.people ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON shop.people USING (fullname = current_user AND a > 1);
CREATE TABLE shop.parts (id integer, mood shop.mood, PRIMARY KEY (id, mood)) PARTITION BY LIST (mood);
CREATE TABLE shop.parts_happy PARTITION OF shop.parts FOR VALUES IN ('happy');
CREATE TABLE public.child (extra integer REFERENCES shop.people (id)) INHERITS (shop.people);
ALTER TABLE shop.people REPLICA IDENTITY USING INDEX people_fullname_key;
CREATE TABLE public.same AS SELECT 1 AS a, 2 AS b;
CREATE VIEW public.of_same AS SELECT a, b FROM public.same;
CREATE PUBLICATION told FOR TABLE shop.people (id, fullname) WHERE (id > 0 AND fullname <> 'x');
GRANT SELECT (fullname), UPDATE ON shop.people TO PUBLIC;
REVOKE EXECUTE ON FUNCTION shop.cheer FROM PUBLIC;
GRANT USAGE ON SEQUENCE shop.numbers TO PUBLIC;
GRANT USAGE ON SCHEMA shop TO PUBLIC;
REVOKE USAGE ON TYPE shop.mood FROM PUBLIC;
COMMENT ON COLUMN shop.people.fullname IS 'fullname';
ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT SELECT ON TABLES TO PUBLIC;
"""

# A statement, the arguments that say the same, and the lines of the diff with it alone; {} stands for the schema.
POSTGRES_RENAMES = [
    ("ALTER TABLE shop.people RENAME COLUMN fullname TO \"full name\"", ["column:shop.people.fullname=full name"],
     ["table shop.people: renamed column fullname to full name", "table public.child: renamed column fullname to full name"]),
    ("ALTER TABLE shop.people RENAME a TO swap; ALTER TABLE shop.people RENAME b TO a; ALTER TABLE shop.people RENAME swap TO b",
     ["column:people.a=b", "column:people.b=a"],
     ["table shop.people: renamed column a to b; renamed column b to a",
      "table public.child: renamed column a to b; renamed column b to a"]),
    ("ALTER TABLE shop.people RENAME TO \"Persons\"", ["table:people=Persons"], ["table shop.Persons: renamed from people to Persons"]),
    ("ALTER TABLE shop.people SET SCHEMA other", ["table:people=other.people"], ["table other.people: moved from schema shop to other"]),
    ("ALTER TYPE shop.mood RENAME TO \"order\"", ["type:mood=order"], ["enum shop.order: renamed from mood to order"]),
    ("ALTER TYPE shop.mood RENAME VALUE 'happy' TO 'gl\"a''d'", ["enum_value:shop.mood.happy=gl\"a'd"],
     ["enum shop.mood: renamed value happy to gl\"a'd"]),
    ("ALTER TYPE shop.address RENAME ATTRIBUTE street TO road CASCADE", ["column:shop.address.street=road"],
     ["composite type shop.address: renamed column street to road"]),
    ("ALTER TYPE shop.address SET SCHEMA public", ["type:address=public.address"],
     ["composite type public.address: moved from schema shop to public"]),
    ("ALTER DOMAIN shop.feeling RENAME CONSTRAINT known TO sure; ALTER DOMAIN shop.feeling RENAME TO feel",
     ["type:feeling=feel", "constraint:feeling.known=sure"],
     ["domain shop.feel: renamed from feeling to feel; renamed constraint known to sure"]),
    ("ALTER TYPE shop.span RENAME TO stretch", ["type:span=stretch"], ["range type shop.stretch: renamed from span to stretch"]),
    ("ALTER TABLE shop.people RENAME CONSTRAINT people_fullname_key TO only_once", ["constraint:people.people_fullname_key=only_once"],
     ["table shop.people: renamed constraint people_fullname_key to only_once"]),
    ("ALTER INDEX shop.people_pkey RENAME TO people_key", ["index:people_pkey=people_key"],
     ["table shop.people: renamed constraint people_pkey to people_key"]),
    ("ALTER INDEX shop.by_name RENAME TO on_name", ["index:by_name=on_name"], ["index shop.on_name: renamed from by_name to on_name"]),
    ("ALTER SEQUENCE shop.numbers RENAME TO numerals", ["sequence:numbers=numerals"],
     ["sequence shop.numerals: renamed from numbers to numerals"]),
    ("ALTER SEQUENCE shop.people_serial_seq RENAME TO series", ["sequence:people_serial_seq=series"],
     ["sequence shop.series: renamed from people_serial_seq to series"]),
    ("ALTER SEQUENCE alone SET SCHEMA other", ["sequence:alone=other.alone"], ["sequence other.alone: moved from schema public to other"]),
    ("ALTER FUNCTION shop.double RENAME TO twofold", ["function:double(integer)=twofold"],
     ["function shop.twofold(x integer): renamed from double to twofold"]),
    ("ALTER FUNCTION shop.cheer SET SCHEMA other", ["function:shop.cheer=other.cheer"],
     ["function other.cheer(who shop.people, how shop.mood): moved from schema shop to other"]),
    ("ALTER AGGREGATE shop.total(integer) RENAME TO sum_up", ["function:total=sum_up"],
     ["aggregate shop.sum_up(integer): renamed from total to sum_up"]),
    ("ALTER VIEW shop.shown RENAME COLUMN fullname TO title; ALTER VIEW shop.shown RENAME TO displayed",
     ["table:shown=displayed", "column:shown.fullname=title"],
     ["view shop.displayed: renamed from shown to displayed; renamed column fullname to title"]),
    ("ALTER MATERIALIZED VIEW shop.kept RENAME COLUMN n TO number", ["column:kept.n=number"],
     ["materialized view shop.kept: renamed column n to number"]),
    ("ALTER SCHEMA shop RENAME TO \"Store\"", ["schema:shop=Store"], ["schema Store: renamed from shop to Store"]),
]


class RenameChecks:
    maxDiff = None

    def setUp(self):
        self.database = DATABASES[self.engine](f"renames_{self._testMethodName[:40]}")
        self.addCleanup(self.database.remove)
        self.database.install_log()
        self.database.run(self.schema)
        self.project = self.enterContext(Project())

    def snapshot(self, name):
        self.assertEqual(self.project.run("snapshot", self.database.url, "--output", name).code, 0)
        return name

    def diff(self, *arguments):
        done = self.project.run("diff", *arguments)
        self.assertIn(done.code, (0, 2), done)
        return sorted(done.stdout.splitlines())

    def cursor(self):
        function = "ddltrail.current_cursor" if self.engine == "postgres" else "ddltrail_current_cursor"
        return "@" + self.database.run(f"SELECT {function}()").strip()

    def arguments(self, renames):
        return [word for rename in renames for word in ("--rename", rename)]


class PostgresRenames(RenameChecks, unittest.TestCase):
    engine = "postgres"
    schema = POSTGRES

    def test_each_kind_is_told_by_the_trail(self):
        for statement, _, lines in POSTGRES_RENAMES:
            with self.subTest(statement=statement):
                self.make_anew()
                cursor = self.cursor()
                self.database.run(statement)
                self.assertEqual(self.diff(cursor, self.database.url), sorted(lines))

    def test_each_kind_can_be_said(self):
        """Of snapshots, which have what no definition of the log has."""
        self.snapshot("before.json")
        for statement, renames, lines in POSTGRES_RENAMES:
            with self.subTest(statement=statement):
                self.make_anew()
                self.database.run(statement)
                self.snapshot("after.json")
                self.assertEqual(self.diff("before.json", "after.json", *self.arguments(renames)), sorted(lines))

    def make_anew(self):
        self.database.make_anew()
        self.database.install_log()
        self.database.run(self.schema)


if __name__ == "__main__":
    unittest.main()
