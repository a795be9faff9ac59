// What a migration that runs without foreign keys must not leave behind: rows that refer to rows
// that are not there.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "migrate/script.h"
#include "source/database.h"

namespace ddltrail::migrate {

class ForeignKeyCheck {
 public:
  /// In the transaction, before the first statement. Looks only where the script switches foreign
  /// keys off. Borrows the database.
  ForeignKeyCheck(Database& database, const Dialect& dialect, const Script& script);
  /// Throws Error where a table has more such rows than before. `title`: of the migration.
  void require_no_more(const std::string& title) const;

 private:
  using Counts = std::map<std::string, long>;
  /// Nothing where SQLite cannot tell, since a key refers to columns that are no key.
  std::optional<Counts> count() const;

  Database& database_;
  const char* query_;
  std::optional<Counts> before_;
};

}  // namespace ddltrail::migrate
