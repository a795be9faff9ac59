#include "generate/typescript/column_rule.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "base/ascii.h"
#include "generate/typescript/described_type.h"

namespace ddltrail::typescript {
namespace {

/// The numbers in "numeric(10,2)" where `prefix` is "numeric".
std::vector<int> modifiers(std::string_view type, std::string_view prefix) {
  if (!type.starts_with(prefix) || !type.ends_with(')')) return {};
  type.remove_prefix(prefix.size());
  if (!type.starts_with('(')) return {};
  std::vector<int> numbers;
  while (type.size() > 1) {
    type.remove_prefix(1);
    int number = 0;
    const auto [end, error] = std::from_chars(type.data(), type.data() + type.size(), number);
    if (error != std::errc()) return {};
    numbers.push_back(number);
    type.remove_prefix(static_cast<std::size_t>(end - type.data()));
    if (type.front() != ',' && type.front() != ')') return {};
  }
  return numbers;
}

bool is_builtin(const Column& column, std::string_view name) {
  return column.base_schema == "pg_catalog" && column.base_name == name;
}

std::optional<int> whole_number_bits(const Column& column) {
  if (is_builtin(column, "int2")) return 16;
  if (is_builtin(column, "int4")) return 32;
  if (is_builtin(column, "int8")) return 64;
  return std::nullopt;
}

ColumnRule postgres_rule(const Column& column) {
  if (column.array_dimensions > 0) return {};
  ColumnRule rule;
  rule.bits = whole_number_bits(column);
  for (const std::string_view type : {"character varying", "character"})
    if (const auto found = modifiers(column.data_type, type); found.size() == 1)
      rule.max_length = found[0];
  const auto digits = modifiers(column.data_type, "numeric");
  if (digits.size() == 2 && digits[1] >= 0 && digits[1] <= digits[0]) {
    rule.precision = digits[0];
    if (digits[1] > 0) rule.scale = digits[1];
  }
  return rule;
}

/// Only STRICT tables keep to their types.
ColumnRule sqlite_rule(const Column& column, const Table& table) {
  const std::string type = lower_case(column.data_type);
  ColumnRule rule;
  if (table.is_strict && (type == "int" || type == "integer")) rule.bits = 64;
  return rule;
}

struct Kind {
  std::string_view base;
  const char* kind;
};

/// Everything else that PostgreSQL has comes as a string.
constexpr Kind kPostgresKinds[] = {
    {"bool", "boolean"},     {"int2", "number"},   {"int4", "number"}, {"oid", "number"},
    {"float4", "number"},    {"float8", "number"}, {"date", "Date"},   {"timestamp", "Date"},
    {"timestamptz", "Date"}, {"bytea", "Buffer"},  {"json", "other"},  {"jsonb", "other"},
    {"interval", "other"},   {"point", "other"},   {"circle", "other"}};

std::string postgres_kind(const Column& column) {
  for (const char* kind : {"composite", "range", "multirange"})
    if (column.base_kind == kind) return "other";
  if (column.array_dimensions > 0) return "other";
  for (const Kind& kind : kPostgresKinds)
    if (is_builtin(column, kind.base)) return kind.kind;
  return "string";
}

/// What the configuration says of declared types counts.
std::string sqlite_kind(const Column& column, const RepositorySetting& setting) {
  Imports unused("");
  const std::string type = setting.values.select(column, {unused, setting.catalog});
  for (const char* kind : {"boolean", "number", "string", "Date", "Buffer"})
    if (type == kind) return kind;
  return "other";
}

bool is_decimal(const Column& column) {
  return is_builtin(column, "int8") || is_builtin(column, "numeric");
}

bool are(const std::vector<CheckLiteral>& values, bool is_number) {
  return std::all_of(values.begin(), values.end(),
                     [&](const CheckLiteral& value) { return value.is_number == is_number; });
}

/// Prettier fills the lines of long lists of numbers; none is that long that people write.
bool is_short(const std::vector<CheckLiteral>& values) {
  std::size_t length = 0;
  for (const CheckLiteral& value : values) length += value.text.size() + 2;
  return length < 30;
}

bool is_checkable(const CheckRule& rule, const Column& column, const RepositorySetting& setting) {
  const std::string kind = value_kind(column, setting);
  if (rule.is_length && kind != "string") return false;
  const bool is_number = rule.op != "like" && (rule.is_length || kind == "number" ||
                                               (is_decimal(column) && kind == "string"));
  if (is_number) return are(rule.values, true) && is_short(rule.values);
  const bool is_order = rule.op.starts_with('<') || rule.op.starts_with('>');
  return kind == "string" && !is_decimal(column) && !rule.is_length && !column.collation &&
         (!is_order || rule.op == "<>") && are(rule.values, false);
}

}  // namespace

ColumnRule rule_of(const Column& column, const Table& table, Engine engine) {
  return engine == Engine::kSqlite ? sqlite_rule(column, table) : postgres_rule(column);
}

bool is_enum(const Column& column, const Catalog& catalog) {
  return column.array_dimensions == 0 && has_enum_file(column, catalog);
}

std::string value_kind(const Column& column, const RepositorySetting& setting) {
  if (setting.values.is_overridden(column)) return "other";
  return setting.engine == Engine::kSqlite ? sqlite_kind(column, setting) : postgres_kind(column);
}

std::vector<CheckRule> checkable_rules(const TableObject& table, const RepositorySetting& setting) {
  std::vector<CheckRule> rules;
  for (const Check& check : table.checks)
    for (const CheckRule& rule : rules_of(check.definition.value_or("")))
      for (const Column* column : row_columns(table))
        if (column->column_name == rule.column && is_checkable(rule, *column, setting))
          rules.push_back(rule);
  return rules;
}

}  // namespace ddltrail::typescript
