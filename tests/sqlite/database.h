// A SQLite database file for tests: a temporary directory, connections with and without the
// extension, and what the log says against what the schema is.
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace ddltrail::test {

using Json = nlohmann::json;
using Row = std::vector<std::optional<std::string>>;

std::string read_file(const std::filesystem::path& path);
/// sql/contract.json.
const Json& contract();

/// A directory of its own, removed at the end.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

enum class Extension { kLoaded, kNone };

/// A connection. Failing calls throw std::runtime_error with the message of SQLite, except try_run.
class Connection {
 public:
  explicit Connection(const std::string& path, Extension extension = Extension::kLoaded,
                      int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  sqlite3* handle() { return db_; }
  void load_extension();
  void install() { run("SELECT ddltrail_install()"); }

  void run(const std::string& sql);
  /// The error message, empty where there was none.
  std::string try_run(const std::string& sql);
  std::vector<Row> rows(const std::string& query);
  /// The first value of the first row; "null" for NULL.
  std::string value(const std::string& query);
  /// One line for each row of the log after the baseline: "alter table t [rename_column]".
  std::vector<std::string> trail();

 private:
  sqlite3* db_ = nullptr;
};

/// By relation, the contract rows of the schema as JSON texts.
using Schema = std::map<std::string, std::multiset<std::string>>;

enum class ObjectIds { kCompared, kIgnored };

/// What the definitions in the log add up to.
Schema replay_log(Connection& connection, ObjectIds ids = ObjectIds::kCompared);
/// What the plain text of the relations says. Needs no extension: it brings ddltrail_create().
Schema read_schema(Connection& connection, ObjectIds ids = ObjectIds::kCompared);

/// The rows that only one of the two has; empty where the log and the schema agree.
std::string difference(Connection& connection, ObjectIds ids = ObjectIds::kCompared);

}  // namespace ddltrail::test
