#include "plain_table.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "sqlite_create/description.h"
#include "sqlite_create/statement.h"
#include "token.h"

namespace ddltrail {
namespace {

bool contains_one_of(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](auto part) { return text.find(part) != std::string_view::npos; });
}

/// As SQLite determines it from a declared type.
const char* affinity(const std::string& declared) {
  const std::string type = upper(declared);
  if (contains_one_of(type, {"INT"})) return "integer";
  if (contains_one_of(type, {"CHAR", "CLOB", "TEXT"})) return "text";
  if (type.empty() || contains_one_of(type, {"BLOB"})) return "blob";
  if (contains_one_of(type, {"REAL", "FLOA", "DOUB"})) return "real";
  return "numeric";
}

/// A row of a relation in which nothing is told yet but whose it is.
Row row_of(std::string_view name, const std::string& table) {
  Row row(relation(name));
  row["schema_name"] = "main";
  row["table_name"] = table;
  return row;
}

/// Behind some defaults SQLite keeps comments.
bool has_comment(std::string_view sql) { return contains_one_of(sql, {"--", "/*"}); }

class PlainTable {
 public:
  explicit PlainTable(const SchemaObject& object) : object_(object) {}

  /// False where the text does not tell all.
  bool read() {
    if (!read_text()) return false;
    for (const auto& constraint : constraints_) {
      // Its parent tells which columns it refers to.
      if (constraint.reference && constraint.reference->columns.empty()) return false;
    }
    return !has_comment(*object_.sql) ||
           std::none_of(columns_.begin(), columns_.end(),
                        [](const auto& column) { return column.default_expression.has_value(); });
  }

  void spell_as(ParentNames& parents) {
    for (auto& constraint : constraints_) {
      if (!constraint.reference) continue;
      auto spelled = parents.spelled(*constraint.reference);
      is_as_written_ = is_as_written_ && spelled == constraint.reference;
      constraint.reference = std::move(spelled);
    }
  }

  ObjectRows definition() const {
    ObjectRows rows{{}, is_as_written_};
    rows.parts.reserve(4);
    rows.parts.push_back({&relation("tables"), table_rows()});
    rows.parts.push_back({&relation("columns"), column_rows()});
    rows.parts.push_back({&relation("constraints"), constraint_rows()});
    rows.parts.push_back({&relation("foreign_keys"), foreign_key_rows()});
    return rows;
  }

 private:
  bool read_text() try {
    auto statement = create::read_statement(*object_.sql);
    auto* table = std::get_if<create::Table>(&statement);
    if (table == nullptr || table->columns.empty()) return false;
    text_ = std::move(*table);
    columns_ = create::describe_columns(text_);
    constraints_ = create::describe_constraints(text_);
    return true;
  } catch (const create::ReadError&) {
    return false;
  }

  std::vector<Row> table_rows() const {
    std::vector<Row> rows{row_of("tables", object_.name)};
    Row& row = rows[0];
    row["kind"] = "table";
    row["object_id"] = object_.schema_rowid;
    row["is_partition"] = false;
    row["is_strict"] = text_.is_strict;
    row["is_insertable"] = true;
    return rows;
  }

  Row column_row(std::size_t index) const {
    const create::Column& column = text_.columns[index];
    const create::ColumnDescription& told = columns_[index];
    Row row = row_of("columns", object_.name);
    row["column_name"] = column.name;
    row["position"] = static_cast<std::int64_t>(index) + 1;
    row["data_type"] = told.type;
    row["type_kind"] = row["base_kind"] = "base";
    row["type_name"] = row["base_name"] =
        text_.is_strict && told.type == "ANY" ? "any" : affinity(told.type);
    row["array_dimensions"] = 0;
    row["is_nullable"] = !told.is_not_null && !told.is_rowid;
    row["has_default"] = told.default_expression ? upper(*told.default_expression) != "NULL"
                                                 : told.generated || told.is_rowid;
    row["is_insertable"] = told.generated == nullptr;
    if (told.default_expression) row["default_expression"] = *told.default_expression;
    if (told.generated) row["generated"] = told.generated->is_stored ? "stored" : "virtual";
    tell_expressions(row, column);
    return row;
  }

  static void tell_expressions(Row& row, const create::Column& column) {
    if (auto collation = create::collation_of(column)) row["collation"] = std::move(*collation);
    if (auto expression = create::generation_expression_of(column))
      row["generation_expression"] = std::move(*expression);
  }

  std::vector<Row> column_rows() const {
    std::vector<Row> rows;
    rows.reserve(text_.columns.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) rows.push_back(column_row(i));
    return rows;
  }

  Row constraint_row(const create::ConstraintDescription& constraint) const {
    Row row = row_of("constraints", object_.name);
    if (constraint.name) row["constraint_name"] = *constraint.name;
    row["kind"] = constraint.kind;
    row["columns"] = constraint.columns;
    row["definition"] = constraint.definition;
    row["is_deferrable"] = constraint.is_deferrable();
    row["is_deferred"] = constraint.is_deferred();
    row["is_validated"] = true;
    return row;
  }

  std::vector<Row> constraint_rows() const {
    std::vector<Row> rows;
    for (const auto& constraint : constraints_) rows.push_back(constraint_row(constraint));
    return in_order(std::move(rows), {"kind", "constraint_name", "columns", "definition"});
  }

  Row foreign_key_row(const create::ConstraintDescription& key) const {
    Row row = row_of("foreign_keys", object_.name);
    if (key.name) row["constraint_name"] = *key.name;
    row["columns"] = key.columns;
    row["referenced_schema"] = "main";
    row["referenced_table"] = key.reference->table;
    row["referenced_columns"] = key.reference->columns;
    row["on_update"] = create::word(key.reference->on_update);
    row["on_delete"] = create::word(key.reference->on_delete);
    return row;
  }

  std::vector<Row> foreign_key_rows() const {
    std::vector<Row> rows;
    for (const auto& constraint : constraints_)
      if (constraint.reference) rows.push_back(foreign_key_row(constraint));
    return in_order(std::move(rows), {"constraint_name", "columns", "referenced_table"});
  }

  /// Sorted by the parts of the key of the relation that differ within a table.
  static std::vector<Row> in_order(std::vector<Row> rows,
                                   std::initializer_list<std::string_view> key) {
    const auto is_before = [&](const Row& a, const Row& b) {
      const auto differs = [&](std::string_view part) { return a[part] != b[part]; };
      const auto* part = std::find_if(key.begin(), key.end(), differs);
      return part != key.end() && place(a[*part]) < place(b[*part]);
    };
    std::stable_sort(rows.begin(), rows.end(), is_before);
    return rows;
  }

  /// Null comes first.
  static std::string place(const Json& value) {
    if (value.is_null()) return {};
    return value.is_string() ? value.get<std::string>() : to_text(value);
  }

  const SchemaObject& object_;
  create::Table text_;
  std::vector<create::ColumnDescription> columns_;
  std::vector<create::ConstraintDescription> constraints_;
  bool is_as_written_ = true;
};

std::optional<PlainTable> read_text_of(const SchemaObject& object) {
  if (object.kind != "table" || object.rootpage == 0 || !object.sql) return std::nullopt;
  std::optional<PlainTable> table(object);
  if (!table->read()) return std::nullopt;
  return table;
}

}  // namespace

std::optional<ObjectRows> read_plain_table(const SchemaObject& object, ParentNames& parents) {
  auto table = read_text_of(object);
  if (!table) return std::nullopt;
  table->spell_as(parents);
  return table->definition();
}

std::optional<ObjectRows> read_written_table(const SchemaObject& object) {
  const auto table = read_text_of(object);
  if (!table) return std::nullopt;
  return table->definition();
}

}  // namespace ddltrail
