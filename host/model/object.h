// An object of a schema as the generator sees it: what it is called, and its contract rows. The
// JSON form is the `definition` of the contract, and is what the host caches.
#pragma once

#include <compare>
#include <variant>

#include "contract_rows.h"

namespace ddltrail {

/// Names are unique within a family and schema.
enum class Family { kTable, kEnum };

struct ObjectKey {
  Family family = Family::kTable;
  std::string schema;
  std::string name;
  auto operator<=>(const ObjectKey&) const = default;
};

/// "schema.name", for people.
std::string to_string(const ObjectKey& key);

/// A table, view or the like with its columns in table order.
struct TableObject {
  Table table;
  std::vector<Column> columns;
  bool operator==(const TableObject&) const = default;
};

using Object = std::variant<TableObject, EnumType>;

ObjectKey key_of(const Object& object);

/// Takes from a `definition` the rows that the model mirrors. Throws Error where they are not
/// there.
Object read_definition(Family family, const Json& definition);

/// The definition with the mirrored columns only: equal text for equal objects.
std::string write_definition(const Object& object);

/// Types that columns of the table have, as (schema, name) of the type, its element or its base:
/// what changes in the rows of the table when the type is renamed, moved or altered.
using TypeName = std::pair<std::string, std::string>;
std::vector<TypeName> types_of(const TableObject& table);

/// Stands in types_of for "some domain": NOT NULL and defaults of a domain, and of the domains that
/// it is made of, show in the rows of the columns.
inline const TypeName kAnyDomain{"", "domain"};

}  // namespace ddltrail
