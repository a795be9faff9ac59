#include "plan/sqlite/table_shape.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "base/error.h"
#include "sqlite_create/name.h"

namespace ddltrail::sqlite_plan {
namespace {

using Names = std::set<std::string>;

/// A literal stands alone; all else needs parentheses.
bool is_literal(const std::string& expression) {
  const char first = expression.front();
  if (first == '\'') return expression.find('\'', 1) == expression.size() - 1;
  const std::size_t digits = first == '-' || first == '+' ? 1 : 0;
  if (expression.size() > digits && std::all_of(expression.begin() + digits, expression.end(),
                                                [](char c) { return is_digit(c) || c == '.'; }))
    return true;
  static const Names kWords = {"NULL",         "TRUE",         "FALSE",
                               "CURRENT_TIME", "CURRENT_DATE", "CURRENT_TIMESTAMP"};
  return kWords.contains(upper_case(expression));
}

std::string default_clause(const std::string& expression) {
  return is_literal(expression) ? " DEFAULT " + expression : " DEFAULT (" + expression + ")";
}

/// ON CONFLICT of NOT NULL, from "not_null_conflict=ignore".
std::string conflict_clause(const ColumnProperties* properties) {
  constexpr std::string_view kOption = "not_null_conflict=";
  if (properties)
    for (const std::string& option : properties->options)
      if (option.starts_with(kOption))
        return " ON CONFLICT " + upper_case(option.substr(kOption.size()));
  return "";
}

std::string text_of(const Column& row, const ColumnProperties* properties, bool is_implied) {
  std::string text = create::quoted(row.column_name);
  if (!row.data_type.empty()) text += " " + row.data_type;
  if (row.collation) text += " COLLATE " + create::quoted(*row.collation);
  if (!row.is_nullable && !is_implied) text += " NOT NULL" + conflict_clause(properties);
  if (row.generation_expression)
    text += " GENERATED ALWAYS AS (" + *row.generation_expression + ")" +
            (row.generated == "stored" ? " STORED" : " VIRTUAL");
  else if (row.default_expression)
    text += default_clause(*row.default_expression);
  return text;
}

/// Fills in the shapes, relation by relation.
class Shapes {
 public:
  explicit Shapes(const Schema& schema) : schema_(schema) {
    for (const ColumnProperties& row : schema.column_properties)
      properties_[{row.table_name, row.column_name}] = &row;
  }

  std::map<std::string, TableShape> run() {
    for (const Table& row : schema_.tables)
      if (row.kind != "view") {
        shapes_[row.table_name].name = row.table_name;
        shapes_[row.table_name].is_strict = row.is_strict;
      }
    for (const TableProperties& row : schema_.table_properties) table(row);
    for (const Constraint& row : schema_.constraints) constraint(row);
    columns();
    for (const auto& [name, shape] : shapes_) require_columns(shape);
    return std::move(shapes_);
  }

 private:
  /// Nobody knows what to keep of a table that cannot be read.
  static void require_columns(const TableShape& shape) {
    if (shape.module.empty() && shape.columns.empty())
      throw Error("the table cannot be read", shape.name,
                  "Its text in sqlite_schema is damaged: restore a backup.");
  }

  TableShape* find(const std::string& table) {
    const auto found = shapes_.find(table);
    return found == shapes_.end() ? nullptr : &found->second;
  }

  void table(const TableProperties& row) {
    TableShape* shape = find(row.table_name);
    if (!shape) return;
    if (row.access_method)
      shape->module =
          fmt::format("{}({})", create::quoted(*row.access_method), fmt::join(row.options, ", "));
    else
      shape->is_without_rowid = std::find(row.options.begin(), row.options.end(),
                                          "without_rowid=true") != row.options.end();
  }

  void constraint(const Constraint& row) {
    TableShape* shape = find(row.table_name);
    if (!shape) return;
    const std::string name =
        row.constraint_name ? "CONSTRAINT " + create::quoted(*row.constraint_name) + " " : "";
    const std::string definition = row.definition.value_or("");
    shape->constraints.push_back(
        {row.kind, row.columns.get<std::vector<std::string>>(), definition, name + definition});
    if (row.kind != "primary key") return;
    keys_[row.table_name] = row.columns.get<Names>();
    shape->is_autoincrement = definition.find(" AUTOINCREMENT") != std::string::npos;
  }

  void columns() {
    std::vector<const Column*> rows;
    for (const Column& row : schema_.columns) rows.push_back(&row);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Column* a, const Column* b) { return a->position < b->position; });
    for (const Column* row : rows)
      if (TableShape* shape = find(row->table_name)) column(*row, *shape);
  }

  void column(const Column& row, TableShape& shape) {
    const Names& key = keys_[row.table_name];
    const bool is_integer_key = !shape.is_without_rowid && key == Names{row.column_name} &&
                                lower_case(row.data_type) == "integer";
    const bool is_rowid = is_integer_key && !row.is_nullable;
    if (is_integer_key && row.is_nullable) shape.descending_key = row.column_name;
    if (is_rowid) shape.rowid_column = row.column_name;
    const bool is_implied = is_rowid || (shape.is_without_rowid && key.contains(row.column_name));
    const auto found = properties_.find({row.table_name, row.column_name});
    shape.columns.push_back(
        {row.column_name,
         text_of(row, found == properties_.end() ? nullptr : found->second, is_implied),
         row.type_name, row.collation.value_or(""), row.generated.has_value(),
         row.generated == "stored", row.is_nullable, row.default_expression.value_or("")});
  }

  const Schema& schema_;
  std::map<std::pair<std::string, std::string>, const ColumnProperties*> properties_;
  std::map<std::string, Names> keys_;
  std::map<std::string, TableShape> shapes_;
};

/// The primary key, of its one column.
std::string key_clause(const TableShape& shape) {
  for (const ConstraintShape& key : shape.constraints)
    if (key.kind == "primary key")
      return " " + key.text.substr(0, key.text.size() - key.definition.size()) +
             "PRIMARY KEY DESC" + key.definition.substr(key.definition.rfind(')') + 1);
  return "";
}

std::string options_of(const TableShape& shape) {
  std::vector<std::string> options;
  if (shape.is_strict) options.push_back("STRICT");
  if (shape.is_without_rowid) options.push_back("WITHOUT ROWID");
  return options.empty() ? "" : " " + list_of(options);
}

}  // namespace

const ColumnShape* TableShape::column(const std::string& name) const {
  for (const ColumnShape& column : columns)
    if (column.name == name) return &column;
  return nullptr;
}

std::string TableShape::create(const std::string& name) const {
  if (!module.empty()) return "CREATE VIRTUAL TABLE " + quoted(name) + " USING " + module;
  std::vector<std::string> lines;
  for (const ColumnShape& column : columns)
    lines.push_back("  " + column.text + (column.name == descending_key ? key_clause(*this) : ""));
  for (const ConstraintShape& constraint : constraints)
    if (!descending_key || constraint.kind != "primary key")
      lines.push_back("  " + constraint.text);
  return fmt::format("CREATE TABLE {} (\n{}\n){}", quoted(name), fmt::join(lines, ",\n"),
                     options_of(*this));
}

std::map<std::string, TableShape> shapes_of(const Schema& schema) { return Shapes(schema).run(); }

std::vector<std::string> constraint_texts(const TableShape& table) {
  std::vector<std::string> texts;
  for (const ConstraintShape& constraint : table.constraints) texts.push_back(constraint.text);
  std::sort(texts.begin(), texts.end());
  return texts;
}

std::string quoted(const std::string& name) { return create::quoted(name); }

std::string literal(const std::string& text) {
  std::string sql = "'";
  for (const char c : text) sql += c == '\'' ? "''" : std::string(1, c);
  return sql + "'";
}

std::string list_of(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace ddltrail::sqlite_plan
