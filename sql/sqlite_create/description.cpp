#include "sqlite_create/description.h"

#include <algorithm>

#include "sqlite_create/statement.h"

namespace ddltrail::create {
namespace {

std::vector<std::string> names_of(const std::vector<IndexedColumn>& columns) {
  std::vector<std::string> names;
  for (const auto& column : columns)
    if (const auto named = named_column(column)) names.push_back(named->name);
  return names;
}

/// A primary key may mention a column twice.
std::vector<std::string> once_each(const std::vector<std::string>& names) {
  std::vector<std::string> result;
  for (const auto& name : names)
    if (std::find(result.begin(), result.end(), name) == result.end()) result.push_back(name);
  return result;
}

std::vector<std::string> columns_read(const Table& table, const Check& check) {
  const auto mentioned = names_in(check.expression.text);
  std::vector<std::string> columns;
  for (const auto& column : table.columns) {
    const auto is_it = [&](const std::string& name) { return same_name(name, column.name); };
    if (std::any_of(mentioned.begin(), mentioned.end(), is_it)) columns.push_back(column.name);
  }
  return columns;
}

/// What differs between the kinds.
struct Describer {
  const Table& table;
  ConstraintDescription& description;

  void operator()(const PrimaryKey& key) {
    description.kind = "primary key";
    description.columns = once_each(names_of(key.columns));
  }
  void operator()(const Unique& unique) {
    description.kind = "unique";
    description.columns = names_of(unique.columns);
  }
  void operator()(const Check& check) {
    description.kind = "check";
    description.columns = columns_read(table, check);
  }
  void operator()(const ForeignKey& key) {
    description.kind = "foreign key";
    description.columns = key.columns;
    description.reference = key.reference;
  }
};

/// The columns of the primary key, by the names that the key has for them.
std::vector<std::string> key_columns(const Table& table) {
  for (const auto& constraint : table.constraints)
    if (const auto* key = std::get_if<PrimaryKey>(&constraint.rule)) return names_of(key->columns);
  for (const auto& column : table.columns)
    if (column.rule<ColumnKey>() != nullptr) return {column.name};
  return {};
}

bool is_among(const std::string& column, const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return same_name(name, column); });
}

/// Unless the table is WITHOUT ROWID, an INTEGER that is the key alone is the rowid; not one that
/// says DESC itself.
bool makes_rowid(const Column& column, const std::vector<std::string>& key) {
  const auto* own = column.rule<ColumnKey>();
  return key.size() == 1 && is_among(column.name, key) &&
         same_name(column.data_type(), "INTEGER") && (own == nullptr || !own->is_descending);
}

std::string_view word(Conflict conflict) {
  switch (conflict) {
    case Conflict::kAbort:
      return "abort";
    case Conflict::kRollback:
      return "rollback";
    case Conflict::kFail:
      return "fail";
    case Conflict::kIgnore:
      return "ignore";
    case Conflict::kReplace:
      return "replace";
  }
  return {};
}

}  // namespace

bool ConstraintDescription::is_deferrable() const {
  return reference && (reference->deferral == Deferral::kImmediate || is_deferred());
}

bool ConstraintDescription::is_deferred() const {
  return reference && reference->deferral == Deferral::kDeferred;
}

std::vector<ConstraintDescription> describe_constraints(const Table& table) {
  const auto constraints = all_constraints(table);
  std::vector<ConstraintDescription> descriptions;
  for (auto each = constraints.begin(); each != constraints.end(); ++each) {
    if (std::find(constraints.begin(), each, *each) != each) continue;
    auto& description = descriptions.emplace_back();
    description.name = each->name;
    description.definition = print_rule(*each);
    std::visit(Describer{table, description}, each->rule);
  }
  return descriptions;
}

std::string_view word(Action action) {
  switch (action) {
    case Action::kNoAction:
      return "no action";
    case Action::kRestrict:
      return "restrict";
    case Action::kSetNull:
      return "set null";
    case Action::kSetDefault:
      return "set default";
    case Action::kCascade:
      return "cascade";
  }
  return {};
}

std::optional<std::string> collation_of(const Column& column) {
  const auto* collate = column.rule<Collate>();
  if (collate == nullptr || same_name(collate->collation, "BINARY")) return std::nullopt;
  for (const auto* known : {"NOCASE", "RTRIM"})
    if (same_name(collate->collation, known)) return known;
  return collate->collation;
}

std::optional<std::string> generation_expression_of(const Column& column) {
  const auto* generated = column.rule<Generated>();
  if (generated == nullptr) return std::nullopt;
  return normal_form(generated->expression.text);
}

std::vector<ColumnDescription> describe_columns(const Table& table) {
  const auto key = key_columns(table);
  std::vector<ColumnDescription> descriptions;
  for (const auto& column : table.columns) {
    auto& description = descriptions.emplace_back();
    description.type = column.data_type();
    description.is_rowid = !table.is_without_rowid && makes_rowid(column, key);
    const bool keeps_null_out =
        table.is_without_rowid || (table.is_strict && !description.is_rowid);
    description.is_not_null =
        column.rule<NotNull>() != nullptr || (keeps_null_out && is_among(column.name, key));
    if (const auto* rule = column.rule<Default>())
      description.default_expression = rule->expression.text;
    description.generated = column.rule<Generated>();
  }
  return descriptions;
}

std::vector<std::string> options_of(const Table& table) {
  if (!table.is_without_rowid) return {};
  return {"without_rowid=true"};
}

std::vector<std::string> options_of(const Column& column) {
  const auto* rule = column.rule<NotNull>();
  if (rule == nullptr || rule->conflict == Conflict::kAbort) return {};
  return {"not_null_conflict=" + std::string(word(rule->conflict))};
}

}  // namespace ddltrail::create
