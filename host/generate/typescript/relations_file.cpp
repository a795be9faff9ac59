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

namespace ddltrail::typescript {
namespace {

using Columns = std::vector<std::string>;
constexpr const char* kMetadataTypes = "runtime/metadata";
constexpr const char* kRelationTypes = "runtime/relation_types";

Layout text(const std::string& code) { return Layout::text(code); }

/// An object literal, field by field.
class Fields {
 public:
  Fields& add(const char* name, Layout value) {
    fields_.push_back(Layout::all({text(std::string(name) + ": "), std::move(value)}));
    return *this;
  }
  Fields& add(const char* name, const std::string& code) { return add(name, text(code)); }
  Fields& add_literal(const char* name, const std::string& value) {
    return add(name, literal(value));
  }
  Layout layout() const { return Layout::list("{", fields_, "}", true); }

 private:
  std::vector<Layout> fields_;
};

/// A field of the constant itself, two columns from the left.
std::string field(const char* name, const Layout& value) {
  return "  " + Layout::all({text(std::string(name) + ": "), value, text(",")}).print(2) + '\n';
}

/// A list of objects, or of lists of several items: Prettier breaks those wherever there are two.
std::string broken_list(const char* name, const std::vector<Layout>& items) {
  if (items.size() < 2) return field(name, Layout::list("[", items, "]", false));
  return fmt::format("  {}: {},\n", name, one_a_line(items, 2));
}

class RelationsFile {
 public:
  RelationsFile(const TableObject& object, const RepositorySetting& setting)
      : object_(object),
        setting_(setting),
        names_(RepositoryNames::of(object.table.table_name)),
        relations_(relations_of(object, setting.catalog)),
        key_(primary_key(object)),
        imports_({names_.id, names_.relations, names_.metadata}, relations_path(object.table)) {}

  std::string render() {
    const std::string& type = imports_.use(kMetadataTypes, "TableMetadata");
    std::string body = has_entity(object_.table) ? types() : "";
    body += fmt::format("export const {}: {} = {{\n", names_.metadata, type);
    body += metadata() + "};\n";
    return imports_.render() + '\n' + body;
  }

 private:
  std::string types() { return type_alias(names_.id, id()) + '\n' + relation_types() + '\n'; }

  std::string id() {
    if (key_.empty()) return "never";
    const std::string row = row_of(object_.table);
    if (key_.size() == 1) return key_type(object_, row, key_.front());
    return "Pick<" + row + ", " + literal_union(key_) + ">";
  }

  const std::string& row_of(const Table& table) {
    return imports_.use(table_path(table), TableNames::of(table.table_name).row);
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
    const std::string shape = imports_.use(kRelationTypes, kind);
    const std::string row = row_of(other);
    return shape + "<" + row + ", " + relations_of_other(other) + ">";
  }

  std::string relations_of_other(const Table& other) {
    const RepositoryNames names = RepositoryNames::of(other.table_name);
    return is_own(other) ? names.relations : imports_.use(relations_path(other), names.relations);
  }

  std::string metadata_of_other(const Table& other) {
    const RepositoryNames names = RepositoryNames::of(other.table_name);
    return is_own(other) ? names.metadata
                         : imports_.use_value(relations_path(other), names.metadata);
  }

  bool is_own(const Table& other) const { return name_of(other) == name_of(object_.table); }

  static bool is_to_many(const Relation& relation) {
    return relation.relationship.kind == RelationshipKind::kOneToMany ||
           relation.relationship.kind == RelationshipKind::kManyToMany;
  }

  std::string metadata() {
    const bool is_sqlite = setting_.engine == Engine::kSqlite;
    return field("engine", text(literal(is_sqlite ? "sqlite" : "postgres"))) +
           field("schema", text(literal(object_.table.schema_name))) +
           field("table", text(literal(key_of(object_.table)))) +
           field("kind", text(literal(object_.table.kind))) + broken_list("columns", columns()) +
           field("primaryKey", literal_list(key_)) + keys() + broken_list("checks", checks()) +
           broken_list("relations", relations());
  }

  std::string key_of(const Table& table) const {
    return key_in_database(name_of(table), setting_.default_schema);
  }

  std::string keys() const {
    const auto keys = other_unique_keys(object_, setting_.catalog);
    std::vector<Layout> items;
    for (const Columns& key : keys) items.push_back(literal_list(key));
    const bool is_broken =
        std::all_of(keys.begin(), keys.end(), [](const Columns& key) { return key.size() > 1; });
    return is_broken ? broken_list("uniqueKeys", items)
                     : field("uniqueKeys", Layout::list("[", items, "]", false));
  }

  std::vector<Layout> columns() {
    std::vector<Layout> items;
    for (const Column* column : row_columns(object_)) items.push_back(column_fields(*column));
    return items;
  }

  Layout column_fields(const Column& column) {
    Fields fields;
    fields.add_literal("name", column.column_name);
    const std::string property_name = entity_property(object_, column.column_name);
    if (property_name != column.column_name) fields.add_literal("property", property_name);
    fields.add_literal("type", column.data_type);
    fields.add_literal("value", value_kind(column, setting_));
    if (setting_.catalog.may_be_null(object_.table, column)) fields.add("nullable", "true");
    if (!column.is_insertable) {
      fields.add("generated", "true");
    } else if (column.has_default) {
      fields.add("hasDefault", "true");
    }
    if (column.default_expression) fields.add_literal("default", *column.default_expression);
    add_rules(fields, column);
    return fields.layout();
  }

  void add_rules(Fields& fields, const Column& column) {
    if (setting_.values.is_overridden(column)) return;
    const ColumnRule rule = rule_of(column, object_.table, setting_.engine);
    if (rule.max_length) fields.add("maxLength", std::to_string(*rule.max_length));
    if (rule.precision) fields.add("precision", std::to_string(*rule.precision));
    if (rule.scale) fields.add("scale", std::to_string(*rule.scale));
    if (rule.bits) fields.add("bits", std::to_string(*rule.bits));
    if (is_enum(column, setting_.catalog))
      fields.add("values", imports_.use_value(enum_path(*column.base_schema, column.base_name),
                                              camel_case(column.base_name) + "Values"));
  }

  std::vector<Layout> checks() const {
    std::vector<Layout> items;
    for (const CheckRule& rule : checkable_rules(object_, setting_)) items.push_back(check(rule));
    return items;
  }

  static Layout check(const CheckRule& rule) {
    std::vector<Layout> values;
    for (const CheckLiteral& value : rule.values)
      values.push_back(text(value.is_number ? value.text : literal(value.text)));
    Fields fields;
    fields.add_literal("column", rule.column).add_literal("op", rule.op);
    fields.add("value", rule.op == "in" ? Layout::list("[", values, "]", false) : values.front());
    if (rule.is_length) fields.add_literal("of", "length");
    return fields.layout();
  }

  std::vector<Layout> relations() {
    std::vector<Layout> items;
    for (const Relation& relation : relations_) items.push_back(relation_fields(relation));
    return items;
  }

  Layout relation_fields(const Relation& relation) {
    static constexpr std::array<const char*, 4> kKinds{"one-to-one", "many-to-one", "one-to-many",
                                                       "many-to-many"};
    const Relationship& r = relation.relationship;
    Fields fields;
    fields.add_literal("name", relation.name)
        .add_literal("kind", kKinds.at(static_cast<std::size_t>(r.kind)))
        .add("columns", literal_list(r.columns))
        .add_literal("referencedTable", key_of(r.referenced->table))
        .add("referencedColumns", literal_list(r.referenced_columns));
    if (r.holds_key) fields.add("foreignKey", "true");
    if (relation.is_optional) fields.add("optional", "true");
    if (r.through) fields.add("through", through(*r.through));
    fields.add("target", "() => " + metadata_of_other(r.referenced->table));
    return fields.layout();
  }

  Layout through(const Through& join) const {
    return Fields()
        .add_literal("table", key_of(join.table->table))
        .add("columns", literal_list(join.columns))
        .add("referencedColumns", literal_list(join.referenced_columns))
        .layout();
  }

  const TableObject& object_;
  const RepositorySetting& setting_;
  const RepositoryNames names_;
  const std::vector<Relation> relations_;
  const Columns key_;
  Imports imports_;
};

}  // namespace

std::string render_relations(const TableObject& table, const RepositorySetting& setting) {
  return RelationsFile(table, setting).render();
}

}  // namespace ddltrail::typescript
