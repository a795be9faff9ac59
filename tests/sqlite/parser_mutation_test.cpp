// What the extension reads that others may have written: cursors, statements, its own tables, the
// texts of sqlite_schema. Any text is taken or refused; the application and the schema never
// suffer. DDLTRAIL_SEED repeats a run, DDLTRAIL_ROUNDS sets its length.
#include <functional>
#include <regex>

#include "fixture.h"
#include "support/from_environment.h"
#include "support/text_mutator.h"

namespace ddltrail::test {
namespace {

using testing::ContainerEq;
using testing::HasSubstr;

struct Counts {
  unsigned taken = 0;
  unsigned refused = 0;
};

/// `use` tells whether the text was taken.
Counts use_changed(std::vector<std::string> texts, unsigned rounds,
                   const std::function<bool(const std::string&)>& use) {
  const auto seed = from_environment("DDLTRAIL_SEED", 1000);
  TextMutator mutator(seed, std::move(texts));
  Counts counts;
  for (auto left = from_environment("DDLTRAIL_ROUNDS", rounds); left > 0; --left) {
    const std::string text = mutator.next();
    SCOPED_TRACE("DDLTRAIL_SEED=" + std::to_string(seed) + ": " + text);
    ++(use(text) ? counts.taken : counts.refused);
    if (testing::Test::HasFatalFailure()) break;
  }
  return counts;
}

void expect_both(const Counts& counts) {
  EXPECT_GT(counts.taken, 0u);
  EXPECT_GT(counts.refused, 0u);
}

/// The text as an expression of SQL, whatever bytes it has.
std::string expression(const std::string& text) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  for (const unsigned char byte : text) hex += {kDigits[byte / 16], kDigits[byte % 16]};
  return "CAST(x'" + hex + "' AS TEXT)";
}

/// All but the log itself.
std::vector<Row> schema_of(Connection& db) {
  return db.rows(
      "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE tbl_name NOT LIKE 'ddltrail%'"
      " ORDER BY type, name");
}

class ParserMutationTest : public LogTest {
 protected:
  /// The file as it was after prepare(), for a new connection.
  std::string fresh_copy() const {
    const auto copy = directory.file("copy.db");
    std::filesystem::copy_file(path, copy, std::filesystem::copy_options::overwrite_existing);
    return copy;
  }
};

TEST_F(ParserMutationTest, Cursor) {
  db.run("CREATE TABLE t (a); CREATE TABLE u (a)");
  const std::string cursor = db.value("SELECT ddltrail_current_cursor()");
  const std::string log = cursor.substr(0, cursor.find('/', 2));
  db.run("CREATE TABLE v (a)");
  expect_both(use_changed({cursor}, 400, [&](const std::string& text) {
    const std::string read = text.substr(0, text.find('\0'));
    const auto error = db.try_run("SELECT * FROM ddltrail_changes_since(" + expression(read) + ")");
    if (!error.empty()) {
      EXPECT_THAT(error, HasSubstr("cursor \"" + read + "\" was taken from another log"));
      return false;
    }
    std::smatch last;
    EXPECT_TRUE(read.starts_with(log + '/'));
    EXPECT_TRUE(std::regex_search(read, last, std::regex("/(-?[0-9]+)$")));
    EXPECT_EQ(db.value("SELECT count(*) FROM ddltrail_changes_since('" + read + "')"),
              db.value("SELECT count(*) FROM ddltrail_change_log WHERE id > " + last.str(1)));
    return true;
  }));
}

TEST_F(ParserMutationTest, Statement) {
  const char* const kBefore =
      "CREATE TABLE kept (a INTEGER PRIMARY KEY, b TEXT, c); CREATE TABLE t (a, b);"
      "CREATE VIEW v AS SELECT * FROM kept; INSERT INTO kept VALUES (1, 'x', 2)";
  const std::vector<std::string> statements{
      "CREATE TABLE u (a INTEGER PRIMARY KEY, b TEXT DEFAULT 'x' /* c */, \"c d\" REFERENCES kept)",
      "CREATE VIEW w AS SELECT a, b FROM kept -- all\n;",
      "ALTER TABLE kept RENAME COLUMN b TO \"b b\";",
      "ALTER TABLE kept ADD COLUMN d DEFAULT x'00';",
      "DROP TABLE t;",
      "DROP VIEW v;",
      "CREATE INDEX i ON kept (b COLLATE NOCASE);",
      "CREATE TRIGGER r AFTER INSERT ON kept BEGIN UPDATE t SET a = new.a; END;",
      "BEGIN; CREATE TABLE n (a, b, e); INSERT INTO n (a, b) SELECT k.a, k.\"c\" AS x FROM"
      " main.kept AS k ORDER BY 1; DROP TABLE kept; ALTER TABLE n RENAME TO kept; COMMIT",
      "BEGIN; CREATE TABLE n AS SELECT *, [a] AS y FROM \"kept\" WHERE a > 0; DROP TABLE kept;"
      " ALTER TABLE n RENAME TO kept; COMMIT;"};
  const auto run = [](Connection& on, const std::string& text) {
    auto error = on.try_run(text);
    if (sqlite3_get_autocommit(on.handle()) == 0) error += " / " + on.try_run("COMMIT");
    return error;
  };
  expect_both(use_changed(statements, 200, [&](const std::string& text) {
    Connection logged(":memory:");
    logged.install();
    logged.run(kBefore);
    Connection plain(":memory:", Extension::kNone);
    plain.run(kBefore);
    const auto error = run(plain, text);
    EXPECT_EQ(run(logged, text), error);
    EXPECT_THAT(schema_of(logged), ContainerEq(schema_of(plain)));
    logged.run("CREATE TABLE last (a)");
    EXPECT_EQ(difference(logged), "");
    return error.empty();
  }));
}

/// What a row of the state says, changed.
class StateMutationTest : public ParserMutationTest {
 protected:
  StateMutationTest() {
    db.run(
        "CREATE TABLE p (a PRIMARY KEY); CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT REFERENCES "
        "p);"
        "CREATE VIEW v AS SELECT b FROM t; CREATE INDEX i ON t (b)");
  }

  Counts change(const std::string& column, const std::string& condition) {
    const auto rows = " FROM ddltrail_state WHERE " + condition;
    const auto row = "schema_rowid = " + db.value("SELECT schema_rowid" + rows);
    const auto sound = db.value("SELECT " + column + rows);
    const auto set = [&](Connection& on, const std::string& text) {
      on.run("UPDATE ddltrail_state SET " + column + " = " + expression(text) + " WHERE " + row);
    };
    const auto schema = schema_of(db);
    return use_changed({sound}, 60, [&](const std::string& text) {
      const auto file = fresh_copy();
      Connection other(file, Extension::kNone);
      other.run("PRAGMA synchronous = off");
      set(other, text);
      Connection on(file);
      on.run("PRAGMA synchronous = off");
      EXPECT_EQ(on.try_run("SELECT * FROM ddltrail_columns"), "");
      on.try_run("SELECT * FROM ddltrail_changes_since(NULL)");
      const auto error = on.try_run("ALTER TABLE t RENAME COLUMN b TO c");
      EXPECT_EQ(on.value("PRAGMA integrity_check"), "ok");
      if (error.empty()) {
        EXPECT_NE(schema_of(on), schema);
        return true;
      }
      EXPECT_THAT(error, HasSubstr("ddltrail"));
      EXPECT_THAT(schema_of(on), ContainerEq(schema));
      set(other, sound);
      on.run("ALTER TABLE t RENAME COLUMN b TO c");
      EXPECT_EQ(difference(on), "");
      return false;
    });
  }
};

TEST_F(StateMutationTest, Log) { expect_both(change("definition", "schema_rowid = 0")); }

TEST_F(StateMutationTest, Object) {
  expect_both(change("object", "object LIKE '%CREATE VIEW v%'"));
}

TEST_F(StateMutationTest, Definition) {
  expect_both(change("definition", "object LIKE '%CREATE TABLE t %'"));
}

/// What counts is refused where one more would be too much, not carried on with.
TEST_F(ParserMutationTest, NumbersOfTheLogThatCannotBe) {
  const std::string sound = db.value("SELECT definition FROM ddltrail_state");
  for (const std::string key : {"contract", "schema_version", "next_object_id", "next_id"}) {
    for (const std::string value :
         {"9223372036854775807", "-9223372036854775808", "18446744073709551615", "1e300", "1.5",
          "\"1\"", "null", "[]"}) {
      db.run("UPDATE ddltrail_state SET definition = json_set(definition, '$." + key + "', json('" +
             value + "'))");
      EXPECT_THAT(Connection(path).try_run("CREATE TABLE t (a)"),
                  HasSubstr("ddltrail_state cannot be read: "))
          << key << ' ' << value;
      db.run("UPDATE ddltrail_state SET definition = " + expression(sound));
    }
  }
}

TEST_F(StateMutationTest, ValuesOfAnotherType) {
  for (const std::string part :
       {"columns[0]", "columns[0].column_name", "columns[0].position", "columns[0].is_nullable"}) {
    for (const std::string value : {"null", "[[1]]", "{}", "1.5"}) {
      const auto file = fresh_copy();
      Connection on(file);
      on.run("UPDATE ddltrail_state SET definition = json_set(definition, '$." + part +
             "', json('" + value + "')) WHERE object LIKE '%CREATE VIEW v%'");
      EXPECT_THAT(on.try_run("ALTER TABLE t RENAME COLUMN b TO c"),
                  HasSubstr("ddltrail_state cannot be read: "))
          << part << ' ' << value;
    }
  }
}

/// The texts of a file that somebody else made; SQLite itself reads them first.
class SchemaTextMutationTest : public ParserMutationTest {
 protected:
  SchemaTextMutationTest() {
    db.run(
        "CREATE TABLE p (a PRIMARY KEY);"
        "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT DEFAULT 'x' CHECK (b <> ''), c REFERENCES p"
        " ON DELETE CASCADE, d AS (a + 1) STORED, UNIQUE (b, c));"
        "CREATE VIEW v (x, y) AS SELECT b, a FROM t; CREATE INDEX i ON t (b, a DESC) WHERE a > 1;"
        "CREATE TRIGGER r AFTER INSERT ON t BEGIN DELETE FROM p; END");
  }

  Counts change(const std::string& name) {
    const auto sound = db.value("SELECT sql FROM sqlite_schema WHERE name = '" + name + "'");
    return use_changed({sound}, 40, [&](const std::string& text) {
      const auto file = fresh_copy();
      Connection other(file, Extension::kNone);
      other.run(
          "PRAGMA synchronous = off; PRAGMA writable_schema = on; UPDATE sqlite_schema SET"
          " sql = " +
          expression(text) + " WHERE name = '" + name + "'; PRAGMA schema_version = 1000");
      const bool is_taken = read(file, "off");
      read(file, "on");
      return is_taken;
    });
  }

  /// Whether SQLite takes the text. With a writable schema it passes over what it cannot read.
  bool read(const std::string& file, const std::string& writable_schema) {
    Connection on(file, Extension::kNone);
    on.run("PRAGMA writable_schema = " + writable_schema);
    on.try_run("PRAGMA synchronous = off");
    const auto refusal = on.try_run("SELECT count(*) FROM sqlite_schema");
    on.load_extension();
    for (const Row& relation : relations_)
      EXPECT_EQ(on.try_run("SELECT * FROM " + *relation[0]), refusal);
    const auto error = on.try_run("SELECT ddltrail_capture()");
    EXPECT_EQ(error.empty(), refusal.empty()) << error;
    if (writable_schema == "off" && error.empty()) {
      EXPECT_EQ(difference(on), "");
    }
    return refusal.empty();
  }

  const std::vector<Row> relations_ = db.rows(
      "SELECT name FROM pragma_module_list WHERE name LIKE 'ddltrail%'"
      " AND name NOT LIKE '%guard' AND name NOT LIKE '%_since' AND name NOT LIKE '%log%'");
};

TEST_F(SchemaTextMutationTest, EachObject) {
  Counts all;
  EXPECT_GT(relations_.size(), 10u);
  for (const char* name : {"t", "v", "i", "r"}) {
    const Counts counts = change(name);
    all.taken += counts.taken;
    all.refused += counts.refused;
  }
  expect_both(all);
}

}  // namespace
}  // namespace ddltrail::test
