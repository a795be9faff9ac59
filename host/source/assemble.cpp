#include "source/assemble.h"

#include <tuple>

namespace ddltrail {

std::vector<Object> assemble(std::vector<Table> tables, std::vector<Column> columns,
                             std::vector<EnumType> enums) {
  std::vector<Object> objects;
  objects.reserve(tables.size() + enums.size());
  auto column = columns.begin();
  for (Table& table : tables) {
    TableObject object{std::move(table), {}};
    const auto name = std::tie(object.table.schema_name, object.table.table_name);
    const auto precedes = [&] { return std::tie(column->schema_name, column->table_name) < name; };
    while (column != columns.end() && precedes()) ++column;
    while (column != columns.end() && std::tie(column->schema_name, column->table_name) == name)
      object.columns.push_back(std::move(*column++));
    objects.push_back(std::move(object));
  }
  for (EnumType& type : enums) objects.push_back(std::move(type));
  return objects;
}

}  // namespace ddltrail
