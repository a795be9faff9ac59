// A change of one object, and the operations that it consists of. Operations come from comparing
// the definition before with the one after; the text of statements is not looked at.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "definition.h"
#include "schema_copy.h"

namespace ddltrail {

/// Old name: new name.
using ColumnRenames = std::map<std::string, std::string>;

struct Change {
  std::optional<SchemaObject> before = {};
  std::optional<SchemaObject> after = {};
  Definition old_definition = {};
  Definition new_definition = {};
  ColumnRenames column_renames = {};  // where more is known than the definitions tell
  Json details = Json::array();

  const SchemaObject& object() const { return after ? *after : *before; }
  bool is_renamed() const { return before && after && before->name != after->name; }
  /// create, rename, alter or drop.
  std::string action() const;
};

/// What was renamed, so that a foreign key that only followed is not taken for another one.
struct Renames {
  std::map<std::string, std::string> tables;
  std::map<std::pair<std::string, std::string>, std::string> columns;  // (old table, old column)

  std::string table(const std::string& name) const;
  std::string column(const std::string& table, const std::string& name) const;
};

/// How much is known about the statements between the two states.
enum class Certainty {
  kOneStatement,  // a rename can be told from dropping and adding
  kNetEffect,     // it cannot
};

/// Columns of another name in the same place, where everything else is equal.
ColumnRenames renamed_in_place(const Change& change);

/// Fills in the details of every change; those that turn out to be none have none.
void describe(std::span<Change> changes, Certainty certainty);

/// The order of the rows of one command: what was dropped, renamed, created, altered, and then what
/// only came out differently because of that.
bool stands_before(const Change& a, const Change& b);

}  // namespace ddltrail
