// SQLite as a database to change. The extension is loaded where there is a log, so that the log
// tells what the runner does.
#pragma once

#include "base/sqlite.h"
#include "source/database.h"
#include "source/sqlite/temporary_folder.h"

namespace ddltrail {

/// The file, held by one runner at a time. SQLite's own locks are of another kind: they do not
/// meet, and the system lets go of it when the process ends.
class FileLock {
 public:
  explicit FileLock(const std::string& path) : path_(path) {}
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

  /// Throws Error where the file cannot be opened.
  bool try_lock();

 private:
  std::string path_;
  int descriptor_ = -1;
};

class SqliteDatabase : public Database {
 public:
  /// Throws Error where there is no such file and none may be made.
  SqliteDatabase(const Url& url, bool may_create);

  const Url& url() const override { return url_; }
  bool try_lock() override;
  void set_timeouts(std::chrono::seconds lock, std::chrono::seconds statement) override;
  void begin() override;
  void commit() override;
  void roll_back() override;
  void execute(const std::string& statement) override;
  std::vector<std::vector<Value>> query(const std::string& sql,
                                        const std::vector<Value>& parameters) override;
  bool has_table(const std::string& schema, const std::string& name) override;
  void begin_migration(const std::string& name) override;
  std::optional<std::string> cursor() override;
  std::string user() override;

 private:
  template <class Work>
  auto guarded(Work work);
  /// Loads the extension where there is a log and it is not loaded yet.
  bool has_log();

  Url url_;
  FileLock lock_;  // before the connection: to close the file would take away SQLite's locks
  std::unique_ptr<sqlite::Connection> connection_;
  bool has_extension_ = false;
};

class SqliteScratch : public Scratch {
 public:
  const Url& url() const override { return url_; }

 private:
  TemporaryFolder folder_;
  Url url_{Engine::kSqlite, folder_.path() + "/scratch.db"};
};

}  // namespace ddltrail
