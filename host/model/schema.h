// A whole schema: the rows of the relations that describe one, each relation in the order of its
// key. What follows from other rows (relationships, dependencies, members of extensions) is left
// out.
#pragma once

#include <string>

#include "contract_rows.h"
#include "model/engine.h"

namespace ddltrail {

struct Schema {
  // These are large: each is compiled once.
  Schema();
  explicit Schema(Engine of);
  Schema(const Schema&);
  Schema(Schema&&) noexcept;
  Schema& operator=(const Schema&);
  Schema& operator=(Schema&&) noexcept;
  ~Schema();
  bool operator==(const Schema&) const;

  Engine engine;
  bool is_of_entities = false;  ///< it tells what an entity manifest does, and nothing else
  /// The role that read it; empty where that is not known, and where there are no roles.
  std::string reader;
  std::vector<Namespace> schemas;
  std::vector<Extension> extensions;
  std::vector<ForeignServer> foreign_servers;
  std::vector<EnumType> enums;
  std::vector<Domain> domains;
  std::vector<CompositeType> composite_types;
  std::vector<RangeType> range_types;
  std::vector<Routine> routines;
  std::vector<Sequence> sequences;
  std::vector<Table> tables;
  std::vector<Parent> parents;
  std::vector<TableProperties> table_properties;
  std::vector<Column> columns;
  std::vector<ColumnProperties> column_properties;
  std::vector<Constraint> constraints;
  std::vector<ForeignKey> foreign_keys;
  std::vector<Index> indexes;
  std::vector<View> views;
  std::vector<Trigger> triggers;
  std::vector<Rule> rules;
  std::vector<Policy> policies;
  std::vector<Statistics> statistics;
  std::vector<Publication> publications;
  std::vector<Privilege> privileges;
  std::vector<DefaultPrivilege> default_privileges;

  static constexpr auto kRelations =
      std::tuple{&Schema::schemas,           &Schema::extensions,
                 &Schema::foreign_servers,   &Schema::enums,
                 &Schema::domains,           &Schema::composite_types,
                 &Schema::range_types,       &Schema::routines,
                 &Schema::sequences,         &Schema::tables,
                 &Schema::parents,           &Schema::table_properties,
                 &Schema::columns,           &Schema::column_properties,
                 &Schema::constraints,       &Schema::foreign_keys,
                 &Schema::indexes,           &Schema::views,
                 &Schema::triggers,          &Schema::rules,
                 &Schema::policies,          &Schema::statistics,
                 &Schema::publications,      &Schema::privileges,
                 &Schema::default_privileges};
};

/// Calls `visit(rows)` with the rows of each relation, as vectors of structs.
template <class SchemaType, class Visit>
void for_each_relation(SchemaType& schema, Visit visit) {
  std::apply([&](auto... rows) { (visit(schema.*rows), ...); }, Schema::kRelations);
}

/// Puts every relation in the order of its key.
void sort(Schema& schema);

/// Adds a row that was written as JSON; nothing where the schema has no such relation.
void add_row(Schema& schema, std::string_view relation, const Json& row);

/// Drops the relations that the definitions of the log do not hold.
void keep_logged(Schema& schema);

}  // namespace ddltrail
