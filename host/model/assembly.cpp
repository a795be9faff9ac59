#include "model/assembly.h"

#include "contract_mirrors.h"

namespace ddltrail {

void Assembly::add(Table table) {
  Name name{table.schema_name, table.table_name};
  tables_.insert_or_assign(std::move(name), TableObject{std::move(table), {}, {}, {}, {}});
}

TableObject* Assembly::table_of(const Name& name) {
  if (last_ == tables_.end() || last_->first != name) last_ = tables_.find(name);
  return last_ == tables_.end() ? nullptr : &last_->second;
}

std::vector<Object> Assembly::finish() {
  std::vector<Object> objects;
  objects.reserve(tables_.size() + others_.size());
  for (auto& [name, object] : tables_) {
    sort_rows(object.columns);
    sort_rows(object.keys);
    sort_rows(object.checks);
    sort_rows(object.references);
    objects.emplace_back(std::move(object));
  }
  for (auto& [key, object] : others_) objects.push_back(std::move(object));
  return objects;
}

}  // namespace ddltrail
