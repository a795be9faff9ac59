// An object of a schema as the generator sees it: what it is called, and its contract rows. The
// JSON form is the `definition` of the contract, and is what the host caches.
#pragma once

#include <compare>
#include <variant>

#include "contract_rows.h"
#include "model/narrow_rows.h"

namespace ddltrail {

/// Names are unique within a family and schema; a routine is named with its arguments. What is
/// proven of a view's columns is an object of its own, named as the view: it changes with the
/// tables below, and no definition in the log holds it.
enum class Family {
  kTable,
  kEnum,
  kIndex,
  kDomain,
  kCompositeType,
  kRoutine,
  kProvenColumns,
  kRangeType
};

struct ObjectKey {
  Family family = Family::kTable;
  std::string schema;
  std::string name;
  auto operator<=>(const ObjectKey&) const = default;
};

/// "schema.name", for people.
std::string to_string(const ObjectKey& key);

/// A table, view or the like. Columns stand in table order, the rest in the order of its relation's
/// key.
struct TableObject {
  Table table;
  std::vector<Column> columns;
  std::vector<TableKey> keys;
  std::vector<Check> checks;
  std::vector<Reference> references;
  bool operator==(const TableObject&) const = default;
};

/// How much of the schema is looked at: the columns of tables, or their keys, checks, foreign keys
/// and indexes too.
enum class Detail { kColumns, kKeys };

/// In the order of Family.
using Object = std::variant<TableObject, EnumType, TableIndex, Domain, CompositeType,
                            RoutineSignature, ProvenColumns, RangeType>;

ObjectKey key_of(const Object& object);

/// Null where there is none.
const Column* find_column(const TableObject& table, const std::string& name);

/// The columns of the primary key; none where there is none.
std::vector<std::string> primary_key(const TableObject& table);

/// Takes from a `definition` the rows that the model mirrors. Throws Error where they are not
/// there.
Object read_definition(Family family, const Json& definition);

/// The definition with the mirrored columns only: equal text for equal objects.
std::string write_definition(const Object& object);

/// Takes away what is not looked at. False where nothing is left: the object is an index.
bool narrow(Object& object, Detail detail);

/// The schema and name of a type or a relation.
using Name = std::pair<std::string, std::string>;

Name name_of(const Table& table);

/// The types that the columns of a table have, their elements and bases: what changes in its rows
/// when such a type is renamed, moved or altered.
std::vector<Name> types_in(const Object& object);

/// The tables that the foreign keys of a table refer to, and the table of an index.
std::vector<Name> relations_in(const Object& object);

/// Stands in types_in for "some domain": NOT NULL and defaults of a domain, and of the domains that
/// it is made of, show in the rows of the columns.
inline const Name kAnyDomain{"", "domain"};

}  // namespace ddltrail
