#include "plain_table.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "relation.h"
#include "sqlite_create/description.h"
#include "sqlite_create/statement.h"
#include "statement.h"
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

/// A row of a pragma, of which only named columns matter.
struct ColumnInfo {
  std::int64_t position;
  std::string name;
  std::string type;
  bool is_not_null;
  std::optional<std::string> default_expression;
  std::int64_t key_position;  // 0: not of the primary key
  std::int64_t hidden;        // 2: virtual, 3: stored
};

struct IndexInfo {
  std::string name;
  std::string origin;
};

Json blank_row(const Relation& relation) {
  Json row = Json::object();
  for (const auto& column : relation.columns) row[column.name] = nullptr;
  row["schema_name"] = "main";
  return row;
}

std::map<std::string_view, Json> blank_rows() {
  std::map<std::string_view, Json> rows;
  for (const auto* name : {"tables", "columns", "constraints", "foreign_keys"})
    rows.emplace(name, blank_row(relation(name)));
  return rows;
}

/// A row of a relation in which nothing is told yet but whose it is.
Json row_of(std::string_view name, const std::string& table) {
  static const auto kBlank = blank_rows();
  Json row = kBlank.at(name);
  row["table_name"] = table;
  return row;
}

class PlainTable {
 public:
  PlainTable(const Database& db, const SchemaObject& object) : db_(db), object_(object) {}

  /// False where the text cannot be read, and where a foreign key leaves it to its parent which
  /// columns it refers to.
  bool read() {
    if (!read_text()) return false;
    read_columns();
    if (columns_.size() != text_.columns.size()) return false;
    if (has_integer_key() && contains_one_of(upper(*object_.sql), {"DESC", "WITHOUT"}))
      read_indexes();
    return std::all_of(constraints_.begin(), constraints_.end(), [](const auto& constraint) {
      return !constraint.reference || !constraint.reference->columns.empty();
    });
  }

  Json definition() const {
    // Made at once: to add a key to an object copies what is in it.
    Json definition = {{"tables", nullptr},
                       {"columns", nullptr},
                       {"constraints", nullptr},
                       {"foreign_keys", nullptr}};
    definition["tables"] = Json::array({table_row()});
    definition["columns"] = Json::array();
    for (const auto& column : columns_) definition["columns"].push_back(column_row(column));
    definition["constraints"] = constraint_rows();
    definition["foreign_keys"] = foreign_key_rows();
    return definition;
  }

 private:
  Statement pragma(const char* name, const std::string& argument) const {
    return Statement(db_, "PRAGMA main." + std::string(name) + '(' + quoted(argument) + ')');
  }

  void read_columns() {
    Statement rows = pragma("table_xinfo", object_.name);
    while (rows.step()) {
      columns_.push_back({rows.integer(0) + 1, rows.text(1), rows.text(2), rows.integer(3) != 0,
                          rows.optional_text(4), rows.integer(5), rows.integer(6)});
    }
  }

  /// Then the key is the rowid, unless the table is WITHOUT ROWID or the key descends.
  bool has_integer_key() const {
    const auto is_key = [](const ColumnInfo& column) { return column.key_position > 0; };
    const auto key = std::find_if(columns_.begin(), columns_.end(), is_key);
    return key != columns_.end() && upper(key->type) == "INTEGER" &&
           std::count_if(columns_.begin(), columns_.end(), is_key) == 1;
  }

  void read_indexes() {
    Statement rows = pragma("index_list", object_.name);
    while (rows.step()) indexes_.push_back({rows.text(1), rows.text(3)});
  }

  bool read_text() try {
    const auto statement = create::read_statement(*object_.sql);
    const auto* table = std::get_if<create::Table>(&statement);
    if (table == nullptr || table->is_strict) return false;
    text_ = *table;
    constraints_ = create::describe_constraints(text_);
    return true;
  } catch (const create::ReadError&) {
    return false;
  }

  Json table_row() const {
    Json row = row_of("tables", object_.name);
    row["kind"] = "table";
    row["object_id"] = object_.schema_rowid;
    row["is_partition"] = false;
    row["is_strict"] = false;
    row["is_insertable"] = true;
    return row;
  }

  /// A primary key without an index of its own is the rowid.
  bool is_rowid(const ColumnInfo& column) const {
    return column.key_position > 0 && has_integer_key() &&
           std::none_of(indexes_.begin(), indexes_.end(),
                        [](const IndexInfo& index) { return index.origin == "pk"; });
  }

  Json column_row(const ColumnInfo& column) const {
    const bool is_generated = column.hidden > 0;
    Json row = row_of("columns", object_.name);
    row["column_name"] = column.name;
    row["position"] = column.position;
    row["data_type"] = column.type;
    for (const auto* kind : {"type_kind", "base_kind"}) row[kind] = "base";
    for (const auto* name : {"type_name", "base_name"}) row[name] = affinity(column.type);
    row["array_dimensions"] = 0;
    row["is_nullable"] = !column.is_not_null && !is_rowid(column);
    if (column.default_expression) row["default_expression"] = *column.default_expression;
    if (is_generated) row["generated"] = column.hidden == 2 ? "virtual" : "stored";
    row["has_default"] = column.default_expression ? upper(*column.default_expression) != "NULL"
                                                   : is_generated || is_rowid(column);
    row["is_insertable"] = !is_generated;
    tell_from_text(row, text_.columns.at(static_cast<std::size_t>(column.position) - 1));
    return row;
  }

  static void tell_from_text(Json& row, const create::Column& column) {
    if (auto collation = create::collation_of(column)) row["collation"] = std::move(*collation);
    if (auto expression = create::generation_expression_of(column))
      row["generation_expression"] = std::move(*expression);
  }

  Json constraint_row(const create::ConstraintDescription& constraint) const {
    Json row = row_of("constraints", object_.name);
    if (constraint.name) row["constraint_name"] = *constraint.name;
    row["kind"] = constraint.kind;
    row["columns"] = constraint.columns;
    row["definition"] = constraint.definition;
    row["is_deferrable"] = constraint.is_deferrable();
    row["is_deferred"] = constraint.is_deferred();
    row["is_validated"] = true;
    return row;
  }

  Json constraint_rows() const {
    std::vector<Json> rows;
    for (const auto& constraint : constraints_) rows.push_back(constraint_row(constraint));
    return in_order(std::move(rows), {"kind", "constraint_name", "columns", "definition"});
  }

  Json foreign_key_row(const create::ConstraintDescription& key) const {
    Json row = row_of("foreign_keys", object_.name);
    if (key.name) row["constraint_name"] = *key.name;
    row["columns"] = key.columns;
    row["referenced_schema"] = "main";
    row["referenced_table"] = key.reference->table;
    row["referenced_columns"] = key.reference->columns;
    row["on_update"] = create::word(key.reference->on_update);
    row["on_delete"] = create::word(key.reference->on_delete);
    return row;
  }

  Json foreign_key_rows() const {
    std::vector<Json> rows;
    for (const auto& constraint : constraints_)
      if (constraint.reference) rows.push_back(foreign_key_row(constraint));
    return in_order(std::move(rows), {"constraint_name", "columns", "referenced_table"});
  }

  /// Sorted by the parts of the key of the relation that differ within a table.
  static Json in_order(std::vector<Json> rows, std::initializer_list<const char*> key) {
    const auto is_before = [&](const Json& a, const Json& b) {
      const auto differs = [&](const char* part) { return a.at(part) != b.at(part); };
      const auto* part = std::find_if(key.begin(), key.end(), differs);
      return part != key.end() && place(a.at(*part)) < place(b.at(*part));
    };
    std::stable_sort(rows.begin(), rows.end(), is_before);
    return rows;
  }

  /// Null comes first.
  static std::string place(const Json& value) {
    if (value.is_null()) return {};
    return value.is_string() ? value.get<std::string>() : to_text(value);
  }

  const Database& db_;
  const SchemaObject& object_;
  std::vector<ColumnInfo> columns_;
  std::vector<IndexInfo> indexes_;
  create::Table text_;
  std::vector<create::ConstraintDescription> constraints_;
};

}  // namespace

std::optional<Json> read_plain_table(const Database& db, const SchemaObject& object) {
  if (object.kind != "table" || object.rootpage == 0 || !object.sql) return std::nullopt;
  PlainTable table(db, object);
  if (!table.read()) return std::nullopt;
  return table.definition();
}

}  // namespace ddltrail
