#include "generate/typescript/entity_manifest.h"

#include <map>

#include "base/error.h"
#include "generate/typescript/column_rule.h"
#include "generate/typescript/printed_type.h"
#include "generate/typescript/relation.h"
#include "generate/typescript/repository_setting.h"
#include "model/assembly.h"

namespace ddltrail::typescript {
namespace {

using Columns = std::vector<std::string>;

/// Adds the rows of tables to a schema of entities.
class Rows {
 public:
  explicit Rows(Engine engine) {
    schema_.engine = engine;
    schema_.is_of_entities = true;
  }

  void add_table(const Name& table, const std::string& kind) {
    schema_.tables.push_back(
        {.schema_name = table.first, .table_name = table.second, .kind = kind});
    columns_ = 0;
  }

  /// Of the last table. What is proven of the columns of a view is no property of theirs.
  void add_column(const Name& table, const std::string& name, const std::string& type,
                  bool is_nullable, std::optional<std::string> default_expression) {
    schema_.columns.push_back({.schema_name = table.first,
                               .table_name = table.second,
                               .column_name = name,
                               .position = ++columns_,
                               .data_type = type,
                               .is_nullable = is_nullable || schema_.tables.back().kind == "view",
                               .default_expression = std::move(default_expression)});
  }

  /// The labels that a column of the type can have, a domain over the enum included.
  void add_labels(const std::string& type, const Columns& labels) {
    const PrintedType name = read_type(type);
    enums_[{name.schema, name.name}] = labels;
  }

  void add_key(const Name& table, const char* kind, const Columns& columns) {
    if (columns.empty()) return;
    schema_.constraints.push_back({.schema_name = table.first,
                                   .table_name = table.second,
                                   .kind = kind,
                                   .columns = columns,
                                   .is_validated = true});
  }

  void add_foreign_key(const Name& table, const Columns& columns, const Name& referenced,
                       const Columns& referenced_columns) {
    schema_.foreign_keys.push_back({.schema_name = table.first,
                                    .table_name = table.second,
                                    .columns = columns,
                                    .referenced_schema = referenced.first,
                                    .referenced_table = referenced.second,
                                    .referenced_columns = referenced_columns});
  }

  Schema take() {
    for (const auto& [name, labels] : enums_)
      schema_.enums.push_back(
          {.schema_name = name.first, .enum_name = name.second, .values = labels});
    sort(schema_);
    return std::move(schema_);
  }

 private:
  Schema schema_;
  std::int64_t columns_ = 0;
  std::map<Name, Columns> enums_;
};

/// Reads the document.
class Reader {
 public:
  explicit Reader(const Json& document) : entities_(document.at("entities")) {
    for (const Json& entity : entities_) names_[entity.at("table")] = name_of(entity);
  }

  Schema read() const {
    Rows rows(entities_.at(0).at("engine") == "sqlite" ? Engine::kSqlite : Engine::kPostgres);
    for (const Json& entity : entities_) add(entity, rows);
    return rows.take();
  }

 private:
  /// The table's key in the Database interface has its schema, unless that is the default one.
  static Name name_of(const Json& entity) {
    const std::string schema = entity.at("schema");
    const std::string key = entity.at("table");
    return {schema, key.starts_with(schema + ".") ? key.substr(schema.size() + 1) : key};
  }

  void add(const Json& entity, Rows& rows) const {
    const Name name = name_of(entity);
    rows.add_table(name, entity.at("kind"));
    for (const Json& column : entity.at("columns")) add_column(name, column, rows);
    rows.add_key(name, "primary key", entity.at("primaryKey"));
    for (const Json& key : entity.at("uniqueKeys")) rows.add_key(name, "unique", key);
    for (const Json& relation : entity.at("relations"))
      if (relation.contains("foreignKey"))
        rows.add_foreign_key(name, relation.at("columns"), table_of(relation),
                             relation.at("referencedColumns"));
  }

  static void add_column(const Name& table, const Json& column, Rows& rows) {
    const std::string type = column.at("type");
    std::optional<std::string> value;
    if (column.contains("default")) value = column.at("default").get<std::string>();
    rows.add_column(table, column.at("name"), type, column.contains("nullable"), std::move(value));
    if (column.contains("values")) rows.add_labels(type, column.at("values"));
  }

  const Name& table_of(const Json& relation) const {
    const std::string key = relation.at("referencedTable");
    const auto found = names_.find(key);
    if (found == names_.end()) throw std::invalid_argument("it lacks the table " + key);
    return found->second;
  }

  const Json& entities_;
  std::map<std::string, Name> names_;
};

/// A row of the schema as the generator has it.
template <class Narrow, class Row>
Narrow narrowed(const Row& row) {
  return read_json<Narrow>(write_json(row));
}

/// The tables, indexes and enums of a schema as the generator sees them.
std::vector<Object> objects_of(const Schema& schema) {
  Assembly assembly;
  for (const Table& row : schema.tables) assembly.add(row);
  for (const Column& row : schema.columns) assembly.add(row);
  for (const Constraint& row : schema.constraints)
    if (row.kind == "primary key" || row.kind == "unique") assembly.add(narrowed<TableKey>(row));
  for (const ForeignKey& row : schema.foreign_keys) assembly.add(narrowed<Reference>(row));
  for (const EnumType& row : schema.enums) assembly.add(row);
  for (const Index& row : schema.indexes) assembly.add(narrowed<TableIndex>(row));
  return assembly.finish();
}

/// Of a column that is_enum().
const Columns& labels_of(const Column& column, const Catalog& catalog) {
  const Object* type = catalog.find({Family::kEnum, *column.base_schema, column.base_name});
  return std::get<EnumType>(*type).values;
}

/// What the generated code would know of a table.
void add_entity(const TableObject& object, const Catalog& catalog, Rows& rows) {
  const Name name = name_of(object.table);
  rows.add_table(name, object.table.kind);
  for (const Column* column : row_columns(object)) {
    rows.add_column(name, column->column_name, column->data_type, column->is_nullable,
                    column->default_expression);
    if (is_enum(*column, catalog)) rows.add_labels(column->data_type, labels_of(*column, catalog));
  }
  rows.add_key(name, "primary key", primary_key(object));
  for (const Columns& key : other_unique_keys(object, catalog)) rows.add_key(name, "unique", key);
  if (!has_entity(object.table)) return;
  for (const Relation& relation : relations_of(object, catalog))
    if (const Relationship& r = relation.relationship; r.holds_key)
      rows.add_foreign_key(name, r.columns, name_of(r.referenced->table), r.referenced_columns);
}

}  // namespace

bool is_entity_manifest(std::string_view text) {
  const auto key = text.find('"');
  return key != std::string_view::npos && text.substr(key).starts_with("\"manifest\"");
}

Schema read_entity_manifest(std::string_view text, const std::string& file) {
  try {
    const Json document = Json::parse(text);
    if (document.at("manifest") != 1)
      throw std::invalid_argument("of another version: " + document.at("manifest").dump());
    return Reader(document).read();
  } catch (const std::exception& error) {
    throw Error(std::string("not an entity manifest (") + error.what() + ")", file,
                "Print one with manifestOf(entities).");
  }
}

void keep_entities(Schema& schema) {
  if (schema.is_of_entities) return;
  const std::vector<Object> objects = objects_of(schema);
  const MemoryCatalog catalog(objects);
  Rows rows(schema.engine);
  for (const Object& object : objects)
    if (const auto* table = std::get_if<TableObject>(&object); table && !table->table.is_partition)
      add_entity(*table, catalog, rows);
  schema = rows.take();
}

}  // namespace ddltrail::typescript
