#include "parent_names.h"

#include <utility>

#include "schema_row.h"
#include "statement.h"
#include "token.h"

namespace ddltrail {

create::Reference ParentNames::spelled(create::Reference reference) {
  const auto table = tables().find(upper(reference.table));
  if (table == tables().end()) return reference;
  reference.table = table->second;
  const Spellings& columns = columns_of(reference.table);
  for (auto& column : reference.columns) {
    if (const auto found = columns.find(upper(column)); found != columns.end())
      column = found->second;
  }
  return reference;
}

const ParentNames::Spellings& ParentNames::tables() {
  if (tables_) return *tables_;
  tables_.emplace();
  read_schema(db_, [&](const SchemaRow& row) {
    if (row.type() != "table" || row.rootpage() == 0) return;
    std::string name(row.name());
    tables_->emplace(upper(name), std::move(name));
  });
  return *tables_;
}

const ParentNames::Spellings& ParentNames::columns_of(const std::string& table) {
  const auto [place, is_new] = columns_.try_emplace(table);
  if (!is_new) return place->second;
  Statement rows(db_, "SELECT name FROM pragma_table_xinfo(?1, 'main')");
  rows.bind_all(table);
  while (rows.step()) place->second.emplace(upper(rows.text(0)), rows.text(0));
  return place->second;
}

}  // namespace ddltrail
