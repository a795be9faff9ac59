#include "plain_table.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "relation.h"
#include "statement.h"

namespace ddltrail {
namespace {

std::string upper(std::string text) {
  for (auto& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

std::string lower(std::string text) {
  for (auto& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

bool contains_one_of(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](auto part) { return text.find(part) != std::string_view::npos; });
}

/// Rather true: what is no option of the table may look like one.
bool may_be_strict(const std::string& upper_sql) {
  auto at = upper_sql.find("STRICT");
  while (at != std::string::npos && upper_sql.compare(at - 2, 2, "RE") == 0)
    at = upper_sql.find("STRICT", at + 1);
  return at != std::string::npos;
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

struct ForeignKeyInfo {
  std::int64_t id;
  std::string parent;
  std::string on_update;
  std::string on_delete;
  Json columns = Json::array();
  Json referenced_columns = Json::array();
};

/// A row of a relation in which nothing is told yet but whose it is.
Json row_of(std::string_view name, const std::string& table) {
  Json row = Json::object();
  for (const auto& column : relation(name).columns) row[column.name] = nullptr;
  row["schema_name"] = "main";
  row["table_name"] = table;
  return row;
}

class PlainTable {
 public:
  PlainTable(const Database& db, const SchemaObject& object) : db_(db), object_(object) {}

  /// False where a foreign key leaves it to its parent which columns it refers to.
  bool read() {
    read_columns();
    // Without a constraint in its text it has none.
    const std::string text = upper(*object_.sql);
    if (contains_one_of(text, {"PRIMARY", "UNIQUE"})) read_indexes();
    return !contains_one_of(text, {"REFERENCES"}) || read_foreign_keys();
  }

  Json definition() const {
    Json definition = Json::object();
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

  void read_indexes() {
    Statement rows = pragma("index_list", object_.name);
    while (rows.step()) indexes_.push_back({rows.text(1), rows.text(3)});
  }

  bool read_foreign_keys() {
    Statement rows = pragma("foreign_key_list", object_.name);
    while (rows.step()) {
      if (rows.is_null(4)) return false;
      if (foreign_keys_.empty() || foreign_keys_.back().id != rows.integer(0))
        foreign_keys_.push_back(
            {rows.integer(0), rows.text(2), lower(rows.text(5)), lower(rows.text(6))});
      foreign_keys_.back().columns.push_back(rows.text(3));
      foreign_keys_.back().referenced_columns.push_back(rows.text(4));
    }
    return true;
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
    return column.key_position > 0 &&
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
    return row;
  }

  Json constraint_row(const char* kind, Json columns) const {
    Json row = row_of("constraints", object_.name);
    row["kind"] = kind;
    row["columns"] = std::move(columns);
    row["is_validated"] = true;
    return row;
  }

  Json primary_key() const {
    std::vector<std::pair<std::int64_t, std::string>> key;
    for (const auto& column : columns_) {
      if (column.key_position > 0) key.emplace_back(column.key_position, column.name);
    }
    std::sort(key.begin(), key.end());
    Json columns = Json::array();
    for (auto& [position, name] : key) columns.push_back(name);
    return columns;
  }

  Json columns_of_index(const std::string& name) const {
    Statement rows = pragma("index_info", name);
    Json columns = Json::array();
    while (rows.step()) columns.push_back(rows.text(2));
    return columns;
  }

  Json constraint_rows() const {
    std::vector<Json> rows;
    for (const auto& key : foreign_keys_)
      rows.push_back(constraint_row("foreign key", key.columns));
    if (Json key = primary_key(); !key.empty())
      rows.push_back(constraint_row("primary key", std::move(key)));
    for (const auto& index : indexes_) {
      if (index.origin == "u")
        rows.push_back(constraint_row("unique", columns_of_index(index.name)));
    }
    return in_order(std::move(rows), {"kind", "columns"});
  }

  Json foreign_key_rows() const {
    std::vector<Json> rows;
    for (const auto& key : foreign_keys_) {
      Json row = row_of("foreign_keys", object_.name);
      row["columns"] = key.columns;
      row["referenced_schema"] = "main";
      row["referenced_table"] = key.parent;
      row["referenced_columns"] = key.referenced_columns;
      row["on_update"] = key.on_update;
      row["on_delete"] = key.on_delete;
      rows.push_back(std::move(row));
    }
    return in_order(std::move(rows), {"columns", "referenced_table"});
  }

  /// Sorted by the parts of the key of the relation that differ within a table.
  static Json in_order(std::vector<Json> rows, std::pair<const char*, const char*> key) {
    const auto place = [&](const Json& row) {
      return std::make_pair(to_text(row.at(key.first)), to_text(row.at(key.second)));
    };
    if (rows.size() > 1)
      std::stable_sort(rows.begin(), rows.end(),
                       [&](const Json& a, const Json& b) { return place(a) < place(b); });
    return rows;
  }

  const Database& db_;
  const SchemaObject& object_;
  std::vector<ColumnInfo> columns_;
  std::vector<IndexInfo> indexes_;
  std::vector<ForeignKeyInfo> foreign_keys_;
};

}  // namespace

std::optional<Json> read_plain_table(const Database& db, const SchemaObject& object) {
  if (object.kind != "table" || object.rootpage == 0 || !object.sql) return std::nullopt;
  if (may_be_strict(upper(*object.sql))) return std::nullopt;
  PlainTable table(db, object);
  if (!table.read()) return std::nullopt;
  return table.definition();
}

}  // namespace ddltrail
