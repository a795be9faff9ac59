// What the schema says of the values of a column, as far as generated code can check it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generate/check_rule.h"
#include "generate/typescript/repository_setting.h"

namespace ddltrail::typescript {

struct ColumnRule {
  std::optional<int> max_length;  ///< characters
  std::optional<int> precision;   ///< digits
  std::optional<int> scale;       ///< of them, those after the decimal point; none: 0
  std::optional<int> bits;        ///< of a whole number
};

ColumnRule rule_of(const Column& column, const Table& table, Engine engine);

/// A label of an enum that code is generated for, not a list of them.
bool is_enum(const Column& column, const Catalog& catalog);

/// What the driver returns, one of the runtime's ValueKind: "string", "Date", "other".
std::string value_kind(const Column& column, const RepositorySetting& setting);

/// The rules of the table's checks that compare a column with values of its own kind: numbers by
/// size, texts by equality, as no collation has a say in it.
std::vector<CheckRule> checkable_rules(const TableObject& table, const RepositorySetting& setting);

}  // namespace ddltrail::typescript
