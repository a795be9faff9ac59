// What foreign keys mean for the tables on both of their sides, and what join tables are: the
// relation `relationships` of the contract, for one table, out of a catalog.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generate/catalog.h"

namespace ddltrail {

enum class RelationshipKind { kOneToOne, kManyToOne, kOneToMany, kManyToMany };

/// A join table: how its columns refer to the two tables.
struct Through {
  const TableObject* table = nullptr;
  std::vector<std::string> columns;             ///< to this side's `columns`, pairwise
  std::vector<std::string> referenced_columns;  ///< to the other side's, pairwise
};

/// One table's way to another one, or to itself.
struct Relationship {
  RelationshipKind kind = RelationshipKind::kManyToOne;
  const TableObject* referenced = nullptr;
  std::vector<std::string> columns;
  std::vector<std::string> referenced_columns;  ///< pairwise equal to `columns`
  bool holds_key = false;                       ///< the foreign key is this table's own
  std::optional<std::string> constraint_name;   ///< of the foreign key, of a join table the first
  std::optional<Through> through;
};

/// In the order: its own foreign keys, those that refer to it, join tables; each in that of the
/// other table's name and the key's. Tables that are not in the catalog are left out.
std::vector<Relationship> relationships_of(const TableObject& table, const Catalog& catalog);

/// The columns of each unique key, the primary one included, and of each unique index that leaves
/// no rows out and has no expression, sorted.
std::vector<std::vector<std::string>> unique_keys_of(const TableObject& table,
                                                     const Catalog& catalog);

}  // namespace ddltrail
