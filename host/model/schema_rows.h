// The rows of the contract that describe a schema, as structs. sql/contract.json documents each
// column; a test compares the two. Only the relations that the host reads are mirrored.
#pragma once

#include "model/row.h"

namespace ddltrail {

struct Table {
  std::string schema_name;
  std::string table_name;
  std::string kind;
  bool is_partition = false;
  bool is_insertable = true;
  std::optional<std::string> comment;
  bool operator==(const Table&) const = default;
};

template <>
struct Mirror<Table> {
  static constexpr std::string_view kRelation = "tables";
  static constexpr auto kFields = std::tuple{Field{"schema_name", &Table::schema_name},
                                             Field{"table_name", &Table::table_name},
                                             Field{"kind", &Table::kind},
                                             Field{"is_partition", &Table::is_partition},
                                             Field{"is_insertable", &Table::is_insertable},
                                             Field{"comment", &Table::comment}};
};

struct Column {
  std::string schema_name;
  std::string table_name;
  std::string column_name;
  std::int64_t position = 0;
  std::string data_type;
  std::string type_kind;
  std::optional<std::string> type_schema;
  std::string type_name;
  std::string base_kind;
  std::optional<std::string> base_schema;
  std::string base_name;
  std::int64_t array_dimensions = 0;
  bool is_nullable = true;
  std::optional<std::string> default_expression;
  std::optional<std::string> identity;
  std::optional<std::string> generated;
  bool has_default = false;
  bool is_insertable = true;
  std::optional<std::string> comment;
  bool operator==(const Column&) const = default;
};

template <>
struct Mirror<Column> {
  static constexpr std::string_view kRelation = "columns";
  static constexpr auto kFields =
      std::tuple{Field{"schema_name", &Column::schema_name},
                 Field{"table_name", &Column::table_name},
                 Field{"column_name", &Column::column_name},
                 Field{"position", &Column::position},
                 Field{"data_type", &Column::data_type},
                 Field{"type_kind", &Column::type_kind},
                 Field{"type_schema", &Column::type_schema},
                 Field{"type_name", &Column::type_name},
                 Field{"base_kind", &Column::base_kind},
                 Field{"base_schema", &Column::base_schema},
                 Field{"base_name", &Column::base_name},
                 Field{"array_dimensions", &Column::array_dimensions},
                 Field{"is_nullable", &Column::is_nullable},
                 Field{"default_expression", &Column::default_expression},
                 Field{"identity", &Column::identity},
                 Field{"generated", &Column::generated},
                 Field{"has_default", &Column::has_default},
                 Field{"is_insertable", &Column::is_insertable},
                 Field{"comment", &Column::comment}};
};

struct EnumType {
  std::string schema_name;
  std::string enum_name;
  std::vector<std::string> values;
  std::optional<std::string> comment;
  bool operator==(const EnumType&) const = default;
};

template <>
struct Mirror<EnumType> {
  static constexpr std::string_view kRelation = "enums";
  static constexpr auto kFields = std::tuple{
      Field{"schema_name", &EnumType::schema_name}, Field{"enum_name", &EnumType::enum_name},
      Field{"values", &EnumType::values}, Field{"comment", &EnumType::comment}};
};

}  // namespace ddltrail
