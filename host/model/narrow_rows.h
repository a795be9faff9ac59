// Rows of wide relations with only the columns that generators look at, so that a full read does
// not make the server print what nobody reads.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "model/row.h"

namespace ddltrail {

/// A primary key or a unique constraint, of `constraints`.
struct TableKey {
  std::string schema_name;
  std::string table_name;
  std::optional<std::string> constraint_name;
  std::string kind;
  std::vector<std::string> columns;
  bool operator==(const TableKey&) const = default;
};

template <>
struct Mirror<TableKey> {
  static constexpr std::string_view kRelation = "constraints";
  static constexpr auto kFields = std::tuple{
      Field{"schema_name", &TableKey::schema_name}, Field{"table_name", &TableKey::table_name},
      Field{"constraint_name", &TableKey::constraint_name}, Field{"kind", &TableKey::kind},
      Field{"columns", &TableKey::columns}};
  static constexpr auto kKey =
      std::tuple{&TableKey::kind, &TableKey::constraint_name, &TableKey::columns};
  static constexpr std::array<std::string_view, 2> kKinds{"primary key", "unique"};
};

/// A check, of `constraints`. A null among the columns is the row as a whole.
struct Check {
  std::string schema_name;
  std::string table_name;
  std::optional<std::string> constraint_name;
  std::string kind;
  Json columns;
  std::optional<std::string> definition;
  bool operator==(const Check&) const = default;
};

template <>
struct Mirror<Check> {
  static constexpr std::string_view kRelation = "constraints";
  static constexpr auto kFields = std::tuple{Field{"schema_name", &Check::schema_name},
                                             Field{"table_name", &Check::table_name},
                                             Field{"constraint_name", &Check::constraint_name},
                                             Field{"kind", &Check::kind},
                                             Field{"columns", &Check::columns},
                                             Field{"definition", &Check::definition}};
  static constexpr auto kKey =
      std::tuple{&Check::constraint_name, &Check::columns, &Check::definition};
  static constexpr std::array<std::string_view, 1> kKinds{"check"};
};

/// A foreign key, of `foreign_keys`.
struct Reference {
  std::string schema_name;
  std::string table_name;
  std::optional<std::string> constraint_name;
  std::vector<std::string> columns;
  std::string referenced_schema;
  std::string referenced_table;
  std::vector<std::string> referenced_columns;
  std::string on_update = "no action";
  std::string on_delete = "no action";
  bool operator==(const Reference&) const = default;
};

template <>
struct Mirror<Reference> {
  static constexpr std::string_view kRelation = "foreign_keys";
  static constexpr auto kFields =
      std::tuple{Field{"schema_name", &Reference::schema_name},
                 Field{"table_name", &Reference::table_name},
                 Field{"constraint_name", &Reference::constraint_name},
                 Field{"columns", &Reference::columns},
                 Field{"referenced_schema", &Reference::referenced_schema},
                 Field{"referenced_table", &Reference::referenced_table},
                 Field{"referenced_columns", &Reference::referenced_columns},
                 Field{"on_update", &Reference::on_update},
                 Field{"on_delete", &Reference::on_delete}};
  static constexpr auto kKey =
      std::tuple{&Reference::constraint_name, &Reference::columns, &Reference::referenced_schema,
                 &Reference::referenced_table};
};

/// An index, of `indexes`. An expression among the columns is null.
struct TableIndex {
  std::string schema_name;
  std::string table_name;
  std::string index_name;
  std::string method;
  Json columns;
  bool is_unique = false;
  bool is_constraint = false;
  bool is_partial = false;
  bool is_valid = false;
  bool operator==(const TableIndex&) const = default;
};

template <>
struct Mirror<TableIndex> {
  static constexpr std::string_view kRelation = "indexes";
  static constexpr auto kFields = std::tuple{Field{"schema_name", &TableIndex::schema_name},
                                             Field{"table_name", &TableIndex::table_name},
                                             Field{"index_name", &TableIndex::index_name},
                                             Field{"method", &TableIndex::method},
                                             Field{"columns", &TableIndex::columns},
                                             Field{"is_unique", &TableIndex::is_unique},
                                             Field{"is_constraint", &TableIndex::is_constraint},
                                             Field{"is_partial", &TableIndex::is_partial},
                                             Field{"is_valid", &TableIndex::is_valid}};
};

/// A routine without its body, of `routines`.
struct RoutineSignature {
  std::string schema_name;
  std::string routine_name;
  std::string identity_arguments;
  std::string kind;
  std::string arguments;
  std::optional<std::string> result;
  std::optional<std::string> comment;
  bool operator==(const RoutineSignature&) const = default;
};

template <>
struct Mirror<RoutineSignature> {
  static constexpr std::string_view kRelation = "routines";
  static constexpr auto kFields =
      std::tuple{Field{"schema_name", &RoutineSignature::schema_name},
                 Field{"routine_name", &RoutineSignature::routine_name},
                 Field{"identity_arguments", &RoutineSignature::identity_arguments},
                 Field{"kind", &RoutineSignature::kind},
                 Field{"arguments", &RoutineSignature::arguments},
                 Field{"result", &RoutineSignature::result},
                 Field{"comment", &RoutineSignature::comment}};
};

/// What is proven of the columns of a view, by their names, of `view_columns`. Every view has one.
struct ProvenColumns {
  std::string schema_name;
  std::string view_name;
  std::vector<std::string> columns;    ///< hold no NULL
  std::vector<std::string> generated;  ///< the table below lets nobody write them
  bool operator==(const ProvenColumns&) const = default;
};

template <>
struct Mirror<ProvenColumns> {
  static constexpr std::string_view kRelation = "view_columns";
  static constexpr auto kFields = std::tuple{Field{"schema_name", &ProvenColumns::schema_name},
                                             Field{"view_name", &ProvenColumns::view_name},
                                             Field{"columns", &ProvenColumns::columns},
                                             Field{"generated", &ProvenColumns::generated}};
};

/// Structs that mirror some kinds of a relation's rows list them.
template <class Struct>
concept OfSomeKinds = requires {
  Mirror<Struct>::kKinds;
};

}  // namespace ddltrail
