// A window shows the rows that an ordinary connection shows, and nothing can be written through it.
#include "source/sqlite/schema_window.h"

#include <gtest/gtest.h>

#include "temporary_folder.h"

namespace ddltrail {
namespace {

struct Shape {
  int page_size;
  const char* journal_mode;
  int tables;
};

std::string rows_of(sqlite::Connection& connection, const std::string& sql) {
  sqlite::Statement statement(connection, sql);
  std::string rows;
  while (statement.step())
    for (int column = 0; column < 3; ++column)
      rows += std::string(statement.text(column)) + (column < 2 ? "|" : "\n");
  return rows;
}

class SchemaWindowTest : public ::testing::TestWithParam<Shape> {
 protected:
  /// A database with a table `log` among others; returns where it begins.
  std::int64_t make_database(sqlite::Connection& connection) {
    connection.execute(("PRAGMA page_size = " + std::to_string(GetParam().page_size)).c_str());
    connection.execute((std::string("PRAGMA journal_mode = ") + GetParam().journal_mode).c_str());
    connection.execute("BEGIN");
    for (int i = 0; i < GetParam().tables; ++i)
      connection.execute(("CREATE TABLE t" + std::to_string(i) + "(a, b)").c_str());
    connection.execute("CREATE TABLE log(id INTEGER PRIMARY KEY, b, c)");
    for (int i = 1; i < 200; ++i)
      connection.execute(("INSERT INTO log VALUES(" + std::to_string(i) +
                          ", 'row', printf('%.*c', " + std::to_string(i * 3) + ", 'x'))")
                             .c_str());
    connection.execute("COMMIT");
    return connection.integer("SELECT rootpage FROM sqlite_schema WHERE name = 'log'");
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.file("test.db");
};

TEST_P(SchemaWindowTest, ShowsTheRowsOfTheLog) {
  sqlite::Connection ordinary(path_, sqlite::OpenMode::kCreate);
  const auto root = make_database(ordinary);
  SchemaWindow window(path_, root, 3);
  EXPECT_EQ(rows_of(window.connection(), "SELECT * FROM l WHERE id > 150 ORDER BY id"),
            rows_of(ordinary, "SELECT * FROM log WHERE id > 150 ORDER BY id"));
  EXPECT_EQ(window.connection().integer("PRAGMA schema_version"),
            ordinary.integer("PRAGMA schema_version"));
}

TEST_P(SchemaWindowTest, SeesWhatIsWrittenMeanwhile) {
  sqlite::Connection ordinary(path_, sqlite::OpenMode::kCreate);
  SchemaWindow window(path_, make_database(ordinary), 3);
  EXPECT_EQ(window.connection().integer("SELECT max(id) FROM l"), 199);
  ordinary.execute("CREATE TABLE one_more(a); INSERT INTO log VALUES(1000, 'new', '')");
  EXPECT_EQ(window.connection().integer("SELECT max(id) FROM l"), 1000);
}

TEST_P(SchemaWindowTest, CannotWrite) {
  sqlite::Connection ordinary(path_, sqlite::OpenMode::kCreate);
  {
    SchemaWindow window(path_, make_database(ordinary), 3);
    EXPECT_EQ(window.connection().integer("SELECT count(*) FROM l"), 199);
    EXPECT_THROW(window.connection().execute("DELETE FROM l"), sqlite::Failure);
    EXPECT_THROW(window.connection().execute("CREATE TABLE x(a)"), sqlite::Failure);
    EXPECT_THROW(window.connection().execute("VACUUM"), sqlite::Failure);
  }
  EXPECT_EQ(rows_of(ordinary, "SELECT integrity_check, '', '' FROM pragma_integrity_check"),
            "ok||\n");
  EXPECT_EQ(ordinary.integer("SELECT count(*) FROM sqlite_schema"), GetParam().tables + 1);
}

TEST_P(SchemaWindowTest, LastToCloseDoesNotCheckpointWhatItShowed) {
  std::int64_t root = 0;
  {
    sqlite::Connection writer(path_, sqlite::OpenMode::kCreate);
    root = make_database(writer);
    SchemaWindow window(path_, root, 3);
    EXPECT_EQ(window.connection().integer("SELECT count(*) FROM l"), 199);
  }
  {
    SchemaWindow alone(path_, root, 3);
    EXPECT_EQ(alone.connection().integer("SELECT count(*) FROM l"), 199);
  }
  sqlite::Connection reader(path_, sqlite::OpenMode::kReadOnly);
  EXPECT_EQ(reader.integer("SELECT count(*) FROM sqlite_schema"), GetParam().tables + 1);
}

TEST_P(SchemaWindowTest, WrongPageFailsOrShowsOtherRows) {
  sqlite::Connection ordinary(path_, sqlite::OpenMode::kCreate);
  const auto root = make_database(ordinary);
  const std::string rows = rows_of(ordinary, "SELECT * FROM log");
  for (const std::int64_t page : {1, 2, 3, 100000}) {
    if (page == root) continue;
    try {
      SchemaWindow window(path_, page, 3);
      EXPECT_TRUE(rows_of(window.connection(), "SELECT * FROM l") != rows) << page;
    } catch (const sqlite::Failure&) {
      continue;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Shapes, SchemaWindowTest,
                         ::testing::Values(Shape{512, "DELETE", 0}, Shape{512, "WAL", 300},
                                           Shape{4096, "DELETE", 300}, Shape{4096, "WAL", 3},
                                           Shape{65536, "TRUNCATE", 300},
                                           Shape{65536, "WAL", 300}));

}  // namespace
}  // namespace ddltrail
