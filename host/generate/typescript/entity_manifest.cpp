#include "generate/typescript/entity_manifest.h"

#include <map>
#include <set>

#include "base/error.h"
#include "contract_mirrors.h"
#include "generate/typescript/camel_case.h"
#include "generate/typescript/column_rule.h"
#include "generate/typescript/printed_type.h"
#include "generate/typescript/repository_setting.h"
#include "model/assembly.h"

namespace ddltrail::typescript {
namespace {

using Columns = std::vector<std::string>;

constexpr int kVersion = 2;

/// Adds the rows of tables to a schema of entities.
class Rows {
 public:
  explicit Rows(Engine engine) {
    schema_.engine = engine;
    schema_.is_of_entities = true;
  }

  void add_table(const Name& table, const std::string& kind, std::optional<std::string> comment) {
    schema_.tables.push_back({.schema_name = table.first,
                              .table_name = table.second,
                              .kind = kind,
                              .comment = std::move(comment)});
    columns_ = 0;
    keys_.clear();
  }

  /// Of the last table. What is proven of the columns of a view is no property of theirs.
  void add_column(Column column) {
    column.position = ++columns_;
    column.is_nullable = column.is_nullable || schema_.tables.back().kind == "view";
    schema_.columns.push_back(of_last_table(std::move(column)));
  }

  /// The labels that a column of the type can have, a domain over the enum included.
  void add_labels(const std::string& type, const Columns& labels) {
    const PrintedType name = read_type(type);
    enums_[{name.schema, name.name}] = labels;
  }

  void add_constraint(Constraint constraint) {
    constraint.is_validated = true;
    if (constraint.kind != "check") keys_.insert(constraint.columns);
    schema_.constraints.push_back(of_last_table(std::move(constraint)));
  }

  /// A unique index, unless it is that of a key.
  void add_unique(const Columns& columns) {
    if (!keys_.contains(columns)) add_constraint({.kind = "unique", .columns = columns});
  }

  void add_foreign_key(ForeignKey key) {
    schema_.foreign_keys.push_back(of_last_table(std::move(key)));
  }

  Schema take() {
    for (const auto& [name, labels] : enums_)
      schema_.enums.push_back(
          {.schema_name = name.first, .enum_name = name.second, .values = labels});
    sort(schema_);
    return std::move(schema_);
  }

 private:
  template <class Row>
  Row of_last_table(Row row) const {
    row.schema_name = schema_.tables.back().schema_name;
    row.table_name = schema_.tables.back().table_name;
    return row;
  }

  Schema schema_;
  std::int64_t columns_ = 0;
  std::set<Json> keys_;
  std::map<Name, Columns> enums_;
};

std::optional<std::string> optional_text(const Json& object, const char* key) {
  return object.contains(key) ? std::optional(object.at(key).get<std::string>()) : std::nullopt;
}

/// Reads the document.
class Reader {
 public:
  explicit Reader(const Json& document) : entities_(document.at("entities")) {}

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
    const std::string prefix =
        (entity.contains("camelCase") ? plugin_camel_case(schema) : schema) + '.';
    return {schema, in_database(key.starts_with(prefix) ? key.substr(prefix.size()) : key, entity)};
  }

  void add(const Json& entity, Rows& rows) const {
    rows.add_table(name_of(entity), entity.at("kind"), optional_text(entity, "comment"));
    for (const Json& column : entity.at("columns")) add_column(column, entity, rows);
    for (const Json& constraint : entity.at("constraints")) add_constraint(constraint, rows);
    for (const Json& key : entity.at("uniqueKeys")) rows.add_unique(columns_of(key, entity));
  }

  /// The name that the database has, where the entity has the one that rows have.
  static std::string in_database(const std::string& name, const Json& entity) {
    const auto options = entity.find("camelCase");
    if (options == entity.end()) return name;
    return plugin_snake_case(name, {options->contains("underscoreBeforeDigits"),
                                    options->contains("underscoreBetweenUppercaseLetters")});
  }

  static Columns columns_of(const Json& names, const Json& entity) {
    Columns columns = names;
    for (std::string& column : columns) column = in_database(column, entity);
    return columns;
  }

  static void add_column(const Json& column, const Json& entity, Rows& rows) {
    const auto expression = optional_text(column, "expression");
    const char* generated = column.contains("virtual") ? "virtual" : "stored";
    rows.add_column({.column_name = in_database(column.at("name"), entity),
                     .data_type = column.at("type"),
                     .is_nullable = column.contains("nullable"),
                     .default_expression = optional_text(column, "default"),
                     .identity = optional_text(column, "identity"),
                     .generated = expression ? std::optional(generated) : std::nullopt,
                     .generation_expression = expression,
                     .comment = optional_text(column, "comment")});
    if (column.contains("values")) rows.add_labels(column.at("type"), column.at("values"));
  }

  static void add_constraint(const Json& constraint, Rows& rows) {
    if (constraint.at("kind") == "foreign key") return add_foreign_key(constraint, rows);
    rows.add_constraint({.constraint_name = optional_text(constraint, "name"),
                         .kind = constraint.at("kind"),
                         .columns = constraint.at("columns"),
                         .definition = optional_text(constraint, "definition")});
  }

  static void add_foreign_key(const Json& key, Rows& rows) {
    rows.add_foreign_key({.constraint_name = optional_text(key, "name"),
                          .columns = key.at("columns"),
                          .referenced_schema = key.at("referencedSchema"),
                          .referenced_table = key.at("referencedTable"),
                          .referenced_columns = key.at("referencedColumns"),
                          .on_update = key.value("onUpdate", "no action"),
                          .on_delete = key.value("onDelete", "no action")});
  }

  const Json& entities_;
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
    if (row.kind == "check")
      assembly.add(narrowed<Check>(row));
    else if (row.kind == "primary key" || row.kind == "unique")
      assembly.add(narrowed<TableKey>(row));
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
  rows.add_table(name_of(object.table), object.table.kind, object.table.comment);
  for (const Column* column : row_columns(object)) {
    rows.add_column({.column_name = column->column_name,
                     .data_type = column->data_type,
                     .is_nullable = column->is_nullable,
                     .default_expression = column->default_expression,
                     .identity = column->identity,
                     .generated = column->generated,
                     .generation_expression = column->generation_expression,
                     .comment = column->comment});
    if (is_enum(*column, catalog)) rows.add_labels(column->data_type, labels_of(*column, catalog));
  }
  for (const TableKey& key : object.keys)
    rows.add_constraint(
        {.constraint_name = key.constraint_name, .kind = key.kind, .columns = key.columns});
  for (const Check& check : object.checks)
    rows.add_constraint({.constraint_name = check.constraint_name,
                         .kind = check.kind,
                         .columns = check.columns,
                         .definition = check.definition});
  for (const Columns& columns : other_unique_keys(object, catalog)) rows.add_unique(columns);
  for (const Reference& reference : object.references)
    rows.add_foreign_key(read_json<ForeignKey>(write_json(reference)));
}

std::set<Name> names_of_tables(const Schema& schema) {
  std::set<Name> names;
  for (const Table& table : schema.tables) names.insert(name_of(table));
  return names;
}

}  // namespace

bool is_entity_manifest(std::string_view text) {
  const auto key = text.find('"');
  return key != std::string_view::npos && text.substr(key).starts_with("\"manifest\"");
}

Schema read_entity_manifest(std::string_view text, const std::string& file) {
  try {
    const Json document = Json::parse(text);
    if (document.at("manifest") != kVersion)
      throw std::invalid_argument("of another version: " + document.at("manifest").dump());
    return Reader(document).read();
  } catch (const std::exception& error) {
    throw Error(std::string("not an entity manifest (") + error.what() + ")", file,
                "Print one with manifestOf(entities).");
  }
}

void keep_entities(Schema& schema, const Schema& entities) {
  if (schema.is_of_entities) return;
  const std::set<Name> told = names_of_tables(entities);
  const std::vector<Object> objects = objects_of(schema);
  const MemoryCatalog catalog(objects);
  Rows rows(schema.engine);
  for (const Object& object : objects)
    if (const auto* table = std::get_if<TableObject>(&object);
        table && (!table->table.is_partition || told.contains(name_of(table->table))))
      add_entity(*table, catalog, rows);
  schema = rows.take();
}

}  // namespace ddltrail::typescript
