// The file of a table or view: its Kysely interface and the types of a row, an insert, an update.
#pragma once

#include <string>
#include <vector>

#include "generate/typescript/naming.h"
#include "generate/typescript/value_types.h"
#include "model/object.h"

namespace ddltrail::typescript {

/// Names that the file of a table exports.
struct TableNames {
  std::string row;         ///< OrderItems
  std::string table;       ///< OrderItemsTable, what the Database interface refers to
  std::string new_row;     ///< NewOrderItems
  std::string row_update;  ///< OrderItemsUpdate
  std::string id;          ///< OrderItemsId, where ids have brands
  static TableNames of(const std::string& table_name, const Naming& naming);
  /// What the names of that module are in a file.
  TableNames in(Imports& imports, const std::string& path, bool has_brands) const;
};

/// The columns that are properties of rows: of names that differ in malformed bytes only, the
/// first.
std::vector<const Column*> row_columns(const TableObject& table);

/// `has_brands`: ids are told from those of other tables.
std::string render_table(const TableObject& object, const ValueTypes& values, const Naming& naming,
                         bool has_brands, const Scope& scope);

}  // namespace ddltrail::typescript
