// The constraints of columns and tables, as CREATE TABLE writes them. A closed family: a new kind
// breaks the build where it must be handled.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sqlite_create/expression.h"
#include "sqlite_create/indexed_column.h"

namespace ddltrail::create {

/// What ON CONFLICT says. ABORT is what happens without it.
enum class Conflict { kAbort, kRollback, kFail, kIgnore, kReplace };

enum class Action { kNoAction, kRestrict, kSetNull, kSetDefault, kCascade };

enum class Deferral { kNone, kNotDeferrable, kImmediate, kDeferred };

/// What a foreign key refers to.
struct Reference {
  std::string table;
  std::vector<std::string> columns;  // empty: the primary key
  Action on_delete = Action::kNoAction;
  Action on_update = Action::kNoAction;
  std::string match;  // empty: none is written; SQLite ignores it
  Deferral deferral = Deferral::kNone;
  bool operator==(const Reference&) const = default;
};

struct NotNull {
  Conflict conflict = Conflict::kAbort;
  bool operator==(const NotNull&) const = default;
};
struct Nullable {
  bool operator==(const Nullable&) const = default;
};
struct ColumnKey {
  bool is_descending = false;
  Conflict conflict = Conflict::kAbort;
  bool is_autoincrement = false;
  bool operator==(const ColumnKey&) const = default;
};
struct ColumnUnique {
  Conflict conflict = Conflict::kAbort;
  bool operator==(const ColumnUnique&) const = default;
};
struct Check {
  Expression expression;
  bool operator==(const Check&) const = default;
};
struct Default {
  Expression expression;
  bool is_parenthesised = false;  // else a literal or a name
  bool operator==(const Default&) const = default;
};
struct Collate {
  std::string collation;
  bool operator==(const Collate&) const = default;
};
struct Generated {
  Expression expression;
  bool is_stored = false;
  bool operator==(const Generated&) const = default;
};

/// One constraint of a column with the name before it. DEFAULT and the like may have one too.
struct ColumnConstraint {
  std::optional<std::string> name;
  std::variant<NotNull, Nullable, ColumnKey, ColumnUnique, Check, Default, Collate, Generated,
               Reference>
      rule;
  bool operator==(const ColumnConstraint&) const = default;
};

struct PrimaryKey {
  std::vector<IndexedColumn> columns;
  bool is_autoincrement = false;
  Conflict conflict = Conflict::kAbort;
  bool operator==(const PrimaryKey&) const = default;
};
struct Unique {
  std::vector<IndexedColumn> columns;
  Conflict conflict = Conflict::kAbort;
  bool operator==(const Unique&) const = default;
};
struct ForeignKey {
  std::vector<std::string> columns;
  Reference reference;
  bool operator==(const ForeignKey&) const = default;
};

/// One constraint of a table with the name before it.
struct TableConstraint {
  std::optional<std::string> name;
  std::variant<PrimaryKey, Unique, Check, ForeignKey> rule;
  bool operator==(const TableConstraint&) const = default;
};

}  // namespace ddltrail::create
