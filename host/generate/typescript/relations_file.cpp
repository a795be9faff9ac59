#include "generate/typescript/relations_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "generate/check_rule.h"
#include "generate/naming.h"
#include "generate/typescript/column_rule.h"
#include "generate/typescript/database_file.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/relation.h"
#include "generate/typescript/syntax.h"
#include "generate/typescript/type_files.h"

namespace ddltrail::typescript {
namespace {

using Columns = std::vector<std::string>;
constexpr const char* kMetadataTypes = "runtime/metadata";
constexpr const char* kRelationTypes = "runtime/relation_types";

/// What is in a file of its own: JSON has a place for it.
std::string elsewhere(const std::string& code) { return "${" + code + "}"; }

/// JSON takes fewer forms of a number than SQL.
std::string number(const std::string& text) {
  return Json::accept(text) ? text : Json(std::stod(text)).dump();
}

std::string json_list(const std::vector<std::string>& items) {
  return fmt::format("[{}]", fmt::join(items, ", "));
}

std::string json_names(const Columns& names) {
  std::vector<std::string> items;
  for (const std::string& name : names) items.push_back(json_literal(name));
  return json_list(items);
}

/// A JSON object in one line, field by field.
class Fields {
 public:
  Fields& add(const char* name, const std::string& code) {
    fields_.push_back(fmt::format("\"{}\": {}", name, code));
    return *this;
  }
  Fields& add_literal(const char* name, const std::string& value) {
    return add(name, json_literal(value));
  }
  /// Nothing where there is no value.
  Fields& add_text(const char* name, const std::optional<std::string>& value) {
    return value ? add_literal(name, *value) : *this;
  }
  std::string object() const { return fmt::format("{{ {} }}", fmt::join(fields_, ", ")); }
  /// Its fields one a line.
  std::string lines() const { return fmt::format("{{\n  {}\n}}", fmt::join(fields_, ",\n  ")); }

 private:
  std::vector<std::string> fields_;
};

/// One a line.
std::string json_lines(const std::vector<std::string>& items) {
  return items.empty() ? "[]" : fmt::format("[\n    {}\n  ]", fmt::join(items, ",\n    "));
}

RepositoryNames exported(const Table& table, const Naming& naming, Imports& imports) {
  RepositoryNames names = RepositoryNames::of(table.table_name, naming);
  const std::string path = entity_path(table);
  for (std::string* name : {&names.id, &names.relations, &names.metadata})
    *name = imports.use(path, *name);
  return names;
}

class RelationsFile {
 public:
  RelationsFile(const TableObject& object, const RepositorySetting& setting, Imports& imports)
      : object_(object),
        setting_(setting),
        names_(exported(object.table, setting.naming, imports)),
        relations_(relations_of(object, setting.catalog, setting.naming)),
        key_(primary_key(object)),
        imports_(imports) {}

  std::string render() {
    const bool has_types = has_entity(object_.table);
    std::string type = imports_.use(kMetadataTypes, "TableMetadata");
    if (has_types) type += fmt::format("<{}, {}>", row_of(object_.table), names_.relations);
    const std::string begin =
        head(type, imports_.use_value(kMetadataTypes, "tableMetadata")) + metadata().substr(1);
    return (has_types ? types() : "") + begin + "`;\n";
  }

 private:
  /// Up to the bracket that the metadata begins with. Prettier breaks the line behind a type with
  /// arguments, and where that does not fit, in these.
  std::string head(const std::string& type, const std::string& reader) const {
    const std::string begin = "export const " + names_.metadata + ": ";
    const std::string end = reader + "`{";
    if (has_entity(object_.table) && !fits_one_line(begin + type + " = " + end + '\n') &&
        fits_one_line(begin + type + " =\n"))
      return begin + type + " =\n  " + end;
    return Layout::all({Layout::text(begin), Layout::type(type), Layout::text(" = " + end)})
        .print();
  }

  std::string types() { return type_alias(names_.id, id()) + '\n' + relation_types() + '\n'; }

  std::string id() {
    if (key_.empty()) return "never";
    const std::string row = row_of(object_.table);
    if (key_.size() == 1) return key_type(object_, row, key_.front(), setting_.naming);
    return "Pick<" + row + ", " + literal_union(spelled(key_)) + ">";
  }

  const std::string& row_of(const Table& table) {
    return imports_.use(table_path(table), TableNames::of(table.table_name, setting_.naming).row);
  }

  std::string relation_types() {
    std::string members;
    for (const Relation& relation : relations_)
      members += member(property(relation.name), relation_type(relation));
    return interface_of(names_.relations, members);
  }

  std::string relation_type(const Relation& relation) {
    const Table& other = relation.relationship.referenced->table;
    const char* kind = is_to_many(relation)   ? "ToMany"
                       : relation.is_optional ? "ToOptional"
                                              : "ToOne";
    return imports_.use(kRelationTypes, kind) + "<typeof " + metadata_of(other) + ">";
  }

  std::string metadata_of(const Table& other) {
    const RepositoryNames names = RepositoryNames::of(other.table_name, setting_.naming);
    return imports_.use_value(entity_path(other), names.metadata);
  }

  static bool is_to_many(const Relation& relation) {
    return relation.relationship.kind == RelationshipKind::kOneToMany ||
           relation.relationship.kind == RelationshipKind::kManyToMany;
  }

  std::string metadata() {
    const bool is_sqlite = setting_.engine == Engine::kSqlite;
    Fields fields;
    fields.add_literal("engine", is_sqlite ? "sqlite" : "postgres")
        .add_literal("schema", object_.table.schema_name)
        .add_literal("table", key_of(object_.table))
        .add_literal("kind", object_.table.kind)
        .add_text("comment", object_.table.comment);
    if (setting_.naming.spelling.camel_case()) fields.add("camelCase", plugin_options());
    return fields.add("columns", json_lines(columns()))
        .add("primaryKey", json_names(spelled(key_)))
        .add("uniqueKeys", keys())
        .add("constraints", json_lines(constraints()))
        .add("checks", json_lines(checks()))
        .add("relations", json_lines(relations()))
        .lines();
  }

  /// What turns the names back into those of the database.
  std::string plugin_options() const {
    const auto& options = *setting_.naming.spelling.camel_case();
    Fields fields;
    if (options.underscore_before_digits) fields.add("underscoreBeforeDigits", "true");
    if (options.underscore_between_uppercase_letters)
      fields.add("underscoreBetweenUppercaseLetters", "true");
    return fields.object();
  }

  std::string key_of(const Table& table) const {
    return key_in_database(name_of(table), setting_.default_schema, setting_.naming);
  }

  Columns spelled(const Columns& columns) const { return spelled(columns, object_.table); }

  Columns spelled(const Columns& columns, const Table& table) const {
    return setting_.naming.spelling.of_columns(name_of(table), columns);
  }

  std::string keys() const {
    std::vector<std::string> items;
    for (const Columns& key : other_unique_keys(object_, setting_.catalog))
      items.push_back(json_names(spelled(key)));
    return json_list(items);
  }

  std::vector<std::string> columns() {
    std::vector<std::string> items;
    for (const Column* column : row_columns(object_)) items.push_back(column_fields(*column));
    return items;
  }

  std::string column_fields(const Column& column) {
    Fields fields;
    const std::string name = setting_.naming.spelling.of_column(column);
    fields.add_literal("name", name);
    const std::string property_name = entity_property(object_, column, setting_.naming);
    if (property_name != name) fields.add_literal("property", property_name);
    fields.add_literal("type", column.data_type);
    fields.add_literal("value", value_kind(column, setting_));
    if (setting_.catalog.may_be_null(object_.table, column)) fields.add("nullable", "true");
    if (!setting_.catalog.is_insertable(object_.table, column)) {
      fields.add("generated", "true");
    } else if (column.has_default) {
      fields.add("hasDefault", "true");
    }
    fields.add_text("default", column.default_expression)
        .add_text("identity", column.identity)
        .add_text("expression", column.generation_expression);
    if (column.generated == "virtual") fields.add("virtual", "true");
    fields.add_text("comment", column.comment);
    add_rules(fields, column);
    return fields.object();
  }

  void add_rules(Fields& fields, const Column& column) {
    if (setting_.values.is_overridden(column)) return;
    const ColumnRule rule = rule_of(column, object_.table, setting_.engine);
    if (rule.max_length) fields.add("maxLength", std::to_string(*rule.max_length));
    if (rule.precision) fields.add("precision", std::to_string(*rule.precision));
    if (rule.scale) fields.add("scale", std::to_string(*rule.scale));
    if (rule.bits) fields.add("bits", std::to_string(*rule.bits));
    if (is_enum(column, setting_.catalog))
      fields.add("values",
                 elsewhere(imports_.use_value(enum_path(*column.base_schema, column.base_name),
                                              values_name(column.base_name))));
  }

  std::vector<std::string> constraints() const {
    std::vector<std::string> items;
    for (const TableKey& key : object_.keys) items.push_back(constraint(key.kind, key).object());
    for (const Check& check : object_.checks)
      items.push_back(
          constraint(check.kind, check).add_text("definition", check.definition).object());
    for (const Reference& reference : object_.references)
      items.push_back(foreign_key(reference).object());
    return items;
  }

  template <class Row>
  static Fields constraint(const std::string& kind, const Row& row) {
    Fields fields;
    fields.add_literal("kind", kind).add_text("name", row.constraint_name);
    return fields.add("columns", nullable_list(row.columns));
  }

  /// A check may read the row as a whole, which is null among its columns.
  static std::string nullable_list(const Json& names) {
    std::vector<std::string> items;
    for (const Json& name : names)
      items.push_back(name.is_null() ? "null" : json_literal(name.get<std::string>()));
    return json_list(items);
  }

  static Fields foreign_key(const Reference& reference) {
    Fields fields = constraint("foreign key", reference);
    fields.add_literal("referencedSchema", reference.referenced_schema)
        .add_literal("referencedTable", reference.referenced_table)
        .add("referencedColumns", json_names(reference.referenced_columns));
    if (reference.on_update != "no action") fields.add_literal("onUpdate", reference.on_update);
    if (reference.on_delete != "no action") fields.add_literal("onDelete", reference.on_delete);
    return fields;
  }

  std::vector<std::string> checks() const {
    std::vector<std::string> items;
    for (const CheckRule& rule : checkable_rules(object_, setting_)) items.push_back(check(rule));
    return items;
  }

  std::string check(const CheckRule& rule) const {
    std::vector<std::string> values;
    for (const CheckLiteral& value : rule.values)
      values.push_back(value.is_number ? number(value.text) : json_literal(value.text));
    Fields fields;
    fields.add_literal("column", spelled({rule.column}).front()).add_literal("op", rule.op);
    fields.add("value", rule.op == "in" ? json_list(values) : values.front());
    if (rule.is_length) fields.add_literal("of", "length");
    return fields.object();
  }

  std::vector<std::string> relations() {
    std::vector<std::string> items;
    for (const Relation& relation : relations_) items.push_back(relation_fields(relation));
    return items;
  }

  std::string relation_fields(const Relation& relation) {
    static constexpr std::array<const char*, 4> kKinds{"one-to-one", "many-to-one", "one-to-many",
                                                       "many-to-many"};
    const Relationship& r = relation.relationship;
    Fields fields;
    fields.add_literal("name", relation.name)
        .add_literal("kind", kKinds.at(static_cast<std::size_t>(r.kind)))
        .add("columns", json_names(spelled(r.columns)))
        .add_literal("referencedTable", key_of(r.referenced->table))
        .add("referencedColumns", json_names(spelled(r.referenced_columns, r.referenced->table)));
    if (r.holds_key) fields.add("foreignKey", "true");
    if (relation.is_optional) fields.add("optional", "true");
    if (r.through) fields.add("through", through(*r.through));
    fields.add("target", elsewhere("() => " + metadata_of(r.referenced->table)));
    return fields.object();
  }

  std::string through(const Through& join) const {
    return Fields()
        .add_literal("table", key_of(join.table->table))
        .add("columns", json_names(spelled(join.columns, join.table->table)))
        .add("referencedColumns", json_names(spelled(join.referenced_columns, join.table->table)))
        .object();
  }

  const TableObject& object_;
  const RepositorySetting& setting_;
  const RepositoryNames names_;
  const std::vector<Relation> relations_;
  const Columns key_;
  Imports& imports_;
};

}  // namespace

std::string render_relations(const TableObject& table, const RepositorySetting& setting,
                             Imports& imports) {
  return RelationsFile(table, setting, imports).render();
}

}  // namespace ddltrail::typescript
