#include "migrate/statements.h"

#include <gmock/gmock.h>

#include "base/error.h"

namespace ddltrail::migrate {
namespace {

using Texts = std::vector<std::string>;

Texts statements(std::vector<Piece> (*split)(std::string_view), std::string_view script) {
  Texts texts;
  for (const Piece& piece : split(script))
    if (!piece.is_comment) texts.push_back(piece.text);
  return texts;
}

Texts postgres(std::string_view script) { return statements(split_postgres, script); }
Texts sqlite(std::string_view script) { return statements(split_sqlite, script); }

TEST(Statements, AreWhatStandsBetweenSemicolons) {
  for (const auto split : {postgres, sqlite}) {
    EXPECT_EQ(split(""), Texts{});
    EXPECT_EQ(split(" ;; \n;"), Texts{});
    EXPECT_EQ(split("SELECT 1"), Texts{"SELECT 1"});
    EXPECT_EQ(split(" SELECT 1 ;\n\nSELECT 2;"), (Texts{"SELECT 1", "SELECT 2"}));
  }
}

TEST(Statements, EndNotInStringsNamesAndComments) {
  for (const auto split : {postgres, sqlite}) {
    EXPECT_EQ(split("SELECT ';''; --'; SELECT 2"), (Texts{"SELECT ';''; --'", "SELECT 2"}));
    EXPECT_EQ(split("SELECT \"a;\"\";b\"; SELECT 2"), (Texts{"SELECT \"a;\"\";b\"", "SELECT 2"}));
    EXPECT_EQ(split("SELECT 1 -- it's; \n+ 1; SELECT 2"),
              (Texts{"SELECT 1 -- it's; \n+ 1", "SELECT 2"}));
    EXPECT_EQ(split("/* a; ' */ SELECT /* ; */ 1;"), Texts{"SELECT /* ; */ 1"});
  }
}

TEST(Statements, OfPostgresEndNotInDollars) {
  EXPECT_EQ(postgres("DO $$BEGIN; END$$; SELECT 2"), (Texts{"DO $$BEGIN; END$$", "SELECT 2"}));
  EXPECT_EQ(postgres("DO $a$ ; $$ ; $b$ ; $a$; SELECT 2"),
            (Texts{"DO $a$ ; $$ ; $b$ ; $a$", "SELECT 2"}));
  EXPECT_EQ(postgres("SELECT $1; SELECT a$b; SELECT 2"),
            (Texts{"SELECT $1", "SELECT a$b", "SELECT 2"}));
}

TEST(Statements, OfPostgresKnowBackslashesOnlyInTheirOwnStrings) {
  EXPECT_EQ(postgres("SELECT E'\\';'; SELECT 2"), (Texts{"SELECT E'\\';'", "SELECT 2"}));
  EXPECT_EQ(postgres("SELECT e'a'';\\\\'; SELECT 2"), (Texts{"SELECT e'a'';\\\\'", "SELECT 2"}));
  EXPECT_EQ(postgres("SELECT '\\'; SELECT 2"), (Texts{"SELECT '\\'", "SELECT 2"}));
  EXPECT_EQ(postgres("SELECT name'\\'; SELECT 2"), (Texts{"SELECT name'\\'", "SELECT 2"}));
}

TEST(Statements, OfPostgresHaveCommentsInComments) {
  EXPECT_EQ(postgres("/* a /* ; */ ; */ SELECT 1"), Texts{"SELECT 1"});
}

TEST(Statements, OfPostgresHoldTheActionsOfARule) {
  const std::string rule = "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)";
  EXPECT_EQ(postgres(rule + "; SELECT 3"), (Texts{rule, "SELECT 3"}));
}

TEST(Statements, OfPostgresHoldTheBodyOfARoutine) {
  for (const std::string head :
       {"CREATE FUNCTION f() RETURNS int", "create or replace procedure p()"}) {
    const std::string routine =
        head + " BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END";
    EXPECT_EQ(postgres(routine + "; SELECT 3"), (Texts{routine, "SELECT 3"}));
  }
  EXPECT_EQ(postgres("CREATE TABLE \"begin\" (a int); SELECT 1").size(), 2u);
  EXPECT_EQ(postgres("CREATE TABLE t (begin int); SELECT 1").size(), 2u);
}

TEST(Statements, OfSqliteHoldTheBodyOfATrigger) {
  const std::string trigger =
      "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT CASE 1 WHEN 1 THEN 2 END; SELECT 3; END";
  EXPECT_EQ(sqlite(trigger + "; SELECT 4"), (Texts{trigger, "SELECT 4"}));
}

TEST(Statements, OfSqliteKnowBracketsAndBackticks) {
  EXPECT_EQ(sqlite("SELECT [a;'b], `c;``;d`; SELECT 2"),
            (Texts{"SELECT [a;'b], `c;``;d`", "SELECT 2"}));
}

TEST(Statements, TellTheirLinesAndTheCommentsBetweenThem) {
  for (const auto split : {split_postgres, split_sqlite})
    EXPECT_EQ(split("-- one\n\n/* two\n three */\nSELECT 1 -- in it\n;\nSELECT 2"),
              (std::vector<Piece>{{"one", 1, true},
                                  {"two", 3, true},
                                  {"three", 4, true},
                                  {"SELECT 1 -- in it", 5, false},
                                  {"SELECT 2", 7, false}}));
}

TEST(Statements, WithoutAnEndAreRefusedWithTheirLine) {
  const auto message = [](const auto split, const char* script) {
    try {
      split(script);
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string("none");
  };
  for (const auto split : {split_postgres, split_sqlite}) {
    EXPECT_EQ(message(split, "SELECT 1;\nSELECT 'a\n"), "a string has no end (line 2)");
    EXPECT_EQ(message(split, "\n/* a"), "a comment has no end (line 2)");
  }
  EXPECT_EQ(message(split_postgres, "DO $a$ $$"), "a string in dollars has no end (line 1)");
  EXPECT_EQ(message(split_postgres, "SELECT 1;\nSELECT (1;"), "a parenthesis has no end (line 2)");
  EXPECT_EQ(message(split_postgres, "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;"),
            "the body of a routine has no end (line 1)");
  EXPECT_EQ(message(split_sqlite, "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1;"),
            "the body of a trigger has no end (line 1)");
  EXPECT_EQ(message(split_sqlite, "SELECT 1 -- the last"), "none");
}

TEST(Statements, BeginWithWords) {
  EXPECT_EQ(first_words("  create\n table t", 2), "CREATE TABLE");
  EXPECT_EQ(first_words("COMMIT", 3), "COMMIT");
  EXPECT_EQ(first_words("\"commit\"", 3), "");
}

}  // namespace
}  // namespace ddltrail::migrate
