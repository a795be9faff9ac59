// What the files of a repository are rendered in, and the names that they export.
#pragma once

#include <string>

#include "generate/typescript/layout.h"
#include "generate/typescript/table_file.h"
#include "generate/typescript/value_types.h"
#include "model/engine.h"

namespace ddltrail::typescript {

struct RepositorySetting {
  Engine engine = Engine::kPostgres;
  std::string default_schema;
  const ValueTypes& values;
  const Naming& naming;
  const Catalog& catalog;
  std::string whole = "";  ///< the file that has all objects; empty where each has its own
};

/// Names that the files of a table's repository export.
struct RepositoryNames {
  std::string id;          ///< OrderItemsId
  std::string relations;   ///< OrderItemsRelations
  std::string metadata;    ///< orderItemsMetadata
  std::string entity;      ///< OrderItemsEntity
  std::string repository;  ///< OrderItemsRepository
  static RepositoryNames of(const std::string& table_name, const Naming& naming);
};

/// The columns of every unique key but the primary one, sorted.
std::vector<std::vector<std::string>> other_unique_keys(const TableObject& table,
                                                        const Catalog& catalog);

/// What rows are found by: a value of a column of `row`. No key is found by NULL, though SQLite
/// lets most of them be.
std::string key_type(const TableObject& table, const std::string& row, const std::string& column,
                     const Naming& naming);

/// The names as a list of literals.
Layout literal_list(const std::vector<std::string>& names);

/// The names as a union of literal types.
std::string literal_union(const std::vector<std::string>& names);

/// What the property of an entity is called: like the column, unless entities have such a member.
std::string entity_property(const TableObject& table, const Column& column, const Naming& naming);

}  // namespace ddltrail::typescript
