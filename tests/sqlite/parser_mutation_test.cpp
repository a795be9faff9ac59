// What the extension reads that others may have written: cursors, statements, its own tables. Any
// text is taken or refused, and what was taken is logged as it is. DDLTRAIL_SEED repeats a run,
// DDLTRAIL_ROUNDS sets its length.
#include <cstdlib>
#include <functional>

#include "fixture.h"
#include "support/text_mutator.h"

namespace ddltrail::test {
namespace {

unsigned from_environment(const char* name, unsigned otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : static_cast<unsigned>(std::stoul(value));
}

class ParserMutationTest : public LogTest {
 protected:
  void change(std::vector<std::string> texts, const std::function<void(const std::string&)>& use) {
    const auto seed = from_environment("DDLTRAIL_SEED", 1000);
    TextMutator mutator(seed, std::move(texts));
    for (auto round = from_environment("DDLTRAIL_ROUNDS", 400); round > 0; --round) {
      const std::string text = mutator.next();
      SCOPED_TRACE("DDLTRAIL_SEED=" + std::to_string(seed) + ": " + text);
      use(text);
    }
  }

  /// The text as an expression of SQL, whatever bytes it has.
  static std::string expression(const std::string& text) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string hex;
    for (const unsigned char byte : text) hex += {kDigits[byte / 16], kDigits[byte % 16]};
    return "CAST(x'" + hex + "' AS TEXT)";
  }

  /// Of a statement that was taken the transaction may be open still.
  void end_transaction() {
    if (sqlite3_get_autocommit(db.handle()) == 0 && !db.try_run("COMMIT").empty())
      db.run("ROLLBACK");
  }
};

TEST_F(ParserMutationTest, Cursor) {
  db.run("CREATE TABLE t (a)");
  const std::string cursor = db.value("SELECT ddltrail_current_cursor()");
  unsigned taken = 0;
  unsigned refused = 0;
  change({cursor}, [&](const std::string& text) {
    const auto error = db.try_run("SELECT * FROM ddltrail_changes_since(" + expression(text) + ")");
    ++(error.empty() ? taken : refused);
    EXPECT_TRUE(error.empty() || error.find("cursor") != std::string::npos) << error;
  });
  EXPECT_GT(taken, 0u);
  EXPECT_GT(refused, 0u);
}

TEST_F(ParserMutationTest, Statement) {
  db.run("CREATE TABLE kept (a INTEGER PRIMARY KEY, b TEXT, c)");
  unsigned taken = 0;
  change({"CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT DEFAULT 'x' /* c */, \"c d\" REFERENCES "
          "kept);",
          "CREATE VIEW v AS SELECT a, b FROM kept -- all\n;",
          "ALTER TABLE kept RENAME COLUMN b TO \"b b\";",
          "ALTER TABLE kept ADD COLUMN d DEFAULT x'00';", "DROP TABLE t;", "DROP VIEW v;",
          "CREATE INDEX i ON kept (b COLLATE NOCASE);",
          "BEGIN; CREATE TABLE n (a, b, e); INSERT INTO n (a, b) SELECT k.a, k.\"c\" AS x FROM "
          "main.kept AS k ORDER BY 1; DROP TABLE kept;"
          " ALTER TABLE n RENAME TO kept; COMMIT;",
          "BEGIN; CREATE TABLE n AS SELECT *, [a] AS y FROM \"kept\" WHERE a > 0; DROP TABLE kept; "
          "ALTER TABLE n RENAME TO kept; COMMIT;"},
         [&](const std::string& text) {
           taken += db.try_run(text).empty();
           end_transaction();
         });
  EXPECT_GT(taken, 20u);
  EXPECT_EQ(difference(db), "");
}

TEST_F(ParserMutationTest, StateOfTheLog) {
  db.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT); CREATE VIEW v AS SELECT a FROM t");
  std::vector<std::string> texts;
  for (const Row& row :
       db.rows("SELECT definition FROM ddltrail_state WHERE definition IS NOT NULL"))
    texts.push_back(*row[0]);
  unsigned refused = 0;
  change(texts, [&](const std::string& text) {
    Connection other(path);
    other.run("SAVEPOINT whole; UPDATE ddltrail_state SET definition = " + expression(text));
    refused += !other.try_run("ALTER TABLE t RENAME COLUMN b TO c").empty();
    other.try_run("SELECT * FROM ddltrail_changes_since(NULL)");
    other.run("ROLLBACK TO whole; RELEASE whole");
  });
  EXPECT_GT(refused, 0u);
  db.run("ALTER TABLE t RENAME COLUMN b TO c");
  EXPECT_EQ(difference(db), "");
}

}  // namespace
}  // namespace ddltrail::test
