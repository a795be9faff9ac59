#include "source/assemble.h"

#include <algorithm>

namespace ddltrail {
namespace {

bool precedes(const Column& a, const Column& b) { return a.position < b.position; }

bool is_of(const Column& column, const Table& table) {
  return column.table_name == table.table_name && column.schema_name == table.schema_name;
}

}  // namespace

void Assembly::add(Table table) {
  Name name{table.schema_name, table.table_name};
  tables_.insert_or_assign(std::move(name), TableObject{std::move(table), {}});
}

void Assembly::add(Column column) {
  if (TableObject* object = table_of(column)) object->columns.push_back(std::move(column));
}

void Assembly::add(EnumType type) {
  Name name{type.schema_name, type.enum_name};
  enums_.insert_or_assign(std::move(name), std::move(type));
}

TableObject* Assembly::table_of(const Column& column) {
  if (last_ && is_of(column, last_->table)) return last_;
  const auto found = tables_.find({column.schema_name, column.table_name});
  last_ = found == tables_.end() ? nullptr : &found->second;
  return last_;
}

std::vector<Object> Assembly::finish() {
  std::vector<Object> objects;
  objects.reserve(tables_.size() + enums_.size());
  for (auto& [name, object] : tables_) {
    std::sort(object.columns.begin(), object.columns.end(), precedes);
    objects.emplace_back(std::move(object));
  }
  for (auto& [name, type] : enums_) objects.emplace_back(std::move(type));
  return objects;
}

}  // namespace ddltrail
