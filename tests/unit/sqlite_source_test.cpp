// What a SQLite source takes for the database that it read before. The log is made by hand: these
// tests have no extension.
#include "source/sqlite/sqlite_source.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "temporary_folder.h"

namespace ddltrail {
namespace {

std::string content_of(const std::string& path) {
  std::ostringstream content;
  content << std::ifstream(path, std::ios::binary).rdbuf();
  return content.str();
}

class SqliteSourceTest : public ::testing::Test {
 protected:
  /// A database with a log of one row; those of different `log_id` differ in nothing else that
  /// stands in the header of the file.
  std::string make(const std::string& name, const std::string& log_id) {
    const std::string path = folder_.file(name);
    sqlite::Connection connection(path, sqlite::OpenMode::kCreate);
    connection.execute(content_of(SQLITE_INSTALL_SQL).c_str());
    connection.execute("CREATE TABLE t(a)");
    const auto quoted = "'" + log_id + "'";
    connection.execute(("INSERT INTO ddltrail_state(schema_rowid, definition)"
                        " VALUES(0, json_object('log_id', " +
                        quoted + ", 'contract', 1, 'extension_version', '0'))")
                           .c_str());
    connection.execute(
        ("INSERT INTO ddltrail_change_log(command_id, txid, logged_at, action, object_kind,"
         " object_id, schema_name, object_name, object_identity, details, in_extension, log_id)"
         " SELECT 1, schema_version, '2026-01-01', 'create', 'table', 1, 'main', 't', 'main.t',"
         " '[{\"op\":\"create\"}]', 0, " +
         quoted + " FROM pragma_schema_version")
            .c_str());
    return path;
  }

  TemporaryFolder folder_;
};

TEST_F(SqliteSourceTest, NothingHappenedWhereNothingHappened) {
  const std::string path = make("shop.db", "one");
  const Bookmark then = SqliteSource(path).news("").next;
  const News news = SqliteSource(path).news(then);
  ASSERT_TRUE(news.changes);
  EXPECT_TRUE(news.changes->empty());
  EXPECT_EQ(news.next, then);
}

TEST_F(SqliteSourceTest, AnotherDatabaseOfTheSameVersionInTheSameFileIsNoticed) {
  const std::string path = make("shop.db", "one");
  const Bookmark then = SqliteSource(path).news("").next;
  std::ofstream(path, std::ios::binary) << content_of(make("other.db", "two"));
  EXPECT_FALSE(SqliteSource(path).news(then).changes);
}

}  // namespace
}  // namespace ddltrail
