#include "source/sqlite/sqlite_database.h"

#include <fcntl.h>
#include <pwd.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/error.h"
#include "base/program.h"

namespace ddltrail {
namespace {

std::unique_ptr<sqlite::Connection> open(const std::string& path, bool may_create) try {
  const auto mode = may_create ? sqlite::OpenMode::kCreate : sqlite::OpenMode::kReadWrite;
  auto connection = std::make_unique<sqlite::Connection>(path, mode);
  connection->set_busy_timeout(sqlite::kBusyTimeoutMs);
  return connection;
} catch (const sqlite::Failure& failure) {
  throw Error(std::string("cannot open the database (") + failure.what() + ")", path,
              "Check the path after sqlite: in the URL, and the permissions of the folder.");
}

}  // namespace

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool FileLock::try_lock() {
  if (descriptor_ < 0) descriptor_ = ::open(path_.c_str(), O_RDWR | O_CLOEXEC);
  if (descriptor_ < 0)
    throw Error(std::string("cannot open the database for writing (") + std::strerror(errno) + ")",
                path_, "Check the permissions of the file.");
  return ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0;
}

SqliteDatabase::SqliteDatabase(const Url& url, bool may_create)
    : url_(url), lock_(url.location), connection_(open(url.location, may_create)) {}

template <class Work>
auto SqliteDatabase::guarded(Work work) {
  try {
    return work();
  } catch (const sqlite::Failure& failure) {
    throw Refused(failure.what(), "");
  }
}

/// A file of its own is made as SQLite first writes.
bool SqliteDatabase::try_lock() {
  if (!std::filesystem::exists(url_.location)) execute("PRAGMA user_version = 0");
  return lock_.try_lock();
}

void SqliteDatabase::set_timeouts(std::chrono::seconds lock, std::chrono::seconds) {
  const auto wait = lock.count() > 0 ? std::chrono::milliseconds(lock) : std::chrono::hours(24);
  connection_->set_busy_timeout(static_cast<int>(wait.count()));
}

void SqliteDatabase::begin() {
  has_log();
  execute("BEGIN IMMEDIATE");
}

void SqliteDatabase::commit() { execute("COMMIT"); }

void SqliteDatabase::roll_back() {
  if (connection_->is_in_transaction()) execute("ROLLBACK");
}

void SqliteDatabase::execute(const std::string& statement) {
  guarded([&] {
    connection_->execute(statement.c_str());
    return 0;
  });
}

std::vector<std::vector<Value>> SqliteDatabase::query(const std::string& sql,
                                                      const std::vector<Value>& parameters) {
  return guarded([&] {
    sqlite::Statement statement(*connection_, sql);
    for (int i = 0; i < static_cast<int>(parameters.size()); ++i)
      parameters[i] ? statement.bind(i + 1, *parameters[i]) : statement.bind_null(i + 1);
    std::vector<std::vector<Value>> rows;
    while (statement.step()) {
      auto& row = rows.emplace_back();
      for (int column = 0; column < statement.column_count(); ++column) {
        const auto text = statement.optional_text(column);
        row.push_back(text ? Value(*text) : Value());
      }
    }
    return rows;
  });
}

bool SqliteDatabase::has_table(const std::string& schema, const std::string& name) {
  return guarded([&] { return schema == "main" && sqlite::has_table(*connection_, name); });
}

bool SqliteDatabase::has_log() {
  if (!has_table("main", "ddltrail_change_log")) return false;
  if (!has_extension_ && !connection_->is_in_transaction())
    guarded([&] {
      connection_->load_extension(find_library("ddltrail"));
      has_extension_ = true;
      return 0;
    });
  return has_extension_;
}

void SqliteDatabase::begin_migration(const std::string& name) {
  execute("PRAGMA foreign_keys = OFF");
  if (!has_log()) return;
  query("SELECT ddltrail_setting('migration', $1)", {name.empty() ? Value() : Value(name)});
}

std::optional<std::string> SqliteDatabase::cursor() {
  if (!has_log()) return std::nullopt;
  return query("SELECT ddltrail_current_cursor()", {}).at(0).at(0);
}

std::string SqliteDatabase::user() {
  const passwd* entry = ::getpwuid(::geteuid());
  return entry ? entry->pw_name : std::to_string(::geteuid());
}

}  // namespace ddltrail
