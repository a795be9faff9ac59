// The tables that foreign keys can refer to, as they are now. SQLite compares names without case,
// so that a foreign key may spell its parent in another way than the parent does: here is how that
// spells itself. Read when it is first asked for.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "database.h"
#include "sqlite_create/constraint.h"

namespace ddltrail {

class ParentNames {
 public:
  explicit ParentNames(Database db) : db_(std::move(db)) {}

  /// The same reference in the spelling of the parent; as it is where there is no such table or
  /// column.
  create::Reference spelled(create::Reference reference);

 private:
  using Spellings = std::map<std::string, std::string>;  // upper case: as it is

  const Spellings& tables();
  const Spellings& columns_of(const std::string& table);

  Database db_;
  std::optional<Spellings> tables_;
  std::map<std::string, Spellings> columns_;  // by table
};

}  // namespace ddltrail
