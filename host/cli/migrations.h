// The migrations of a project: where its files are, which database they are for, and how they are
// run there.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/config.h"
#include "migrate/layout.h"
#include "migrate/runner.h"
#include "source/database.h"

namespace ddltrail {

class Migrations {
 public:
  /// `url`: from the command line, may be empty. `otherwise`: where the project names none.
  /// Throws Error where no database is named, or the configuration names no layout that there is.
  explicit Migrations(const std::string& url, const std::string& otherwise = "");

  const Url& url() const { return url_; }
  const std::string& folder() const { return folder_; }
  const migrate::Dialect& dialect() const { return migrate::dialect_of(url_.engine); }
  /// The timeouts of the configuration.
  migrate::RunOptions options() const;
  std::vector<migrate::Migration> read() const;
  /// Writes its files, all or none; returns their paths.
  std::vector<std::string> write(const migrate::Migration& migration) const;
  /// Writes the files of one that the database has, and the row of its history, or neither.
  std::vector<std::string> write_as_applied(const migrate::Migration& migration,
                                            migrate::Runner& runner,
                                            const std::optional<std::string>& position) const;
  /// The version of a migration that comes after all of these. `last`: of what the database has.
  std::string next_version(const std::vector<migrate::Migration>& migrations,
                           const migrate::Ledger& ledger) const;
  /// What was done to the database; nothing where it has no history, or is a file that is not
  /// there yet.
  migrate::Ledger ledger() const;

 private:
  std::vector<std::string> paths_of(const std::vector<migrate::TextFile>& texts) const;

  Config config_;
  Url url_;
  std::string folder_;
  std::unique_ptr<migrate::Layout> layout_;
};

/// Runs `work`, where what the database refused beside the statements of migrations is an Error.
void with_refusals(const Url& url, const std::function<void()>& work);

/// Refuses a name that a file could not have. Throws Error.
void require_migration_name(const std::string& name);

}  // namespace ddltrail
