#include "plan/postgres/questions.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>

namespace ddltrail::postgres_plan {
namespace {

using Name = std::pair<std::string, std::string>;
using Columns = std::map<std::string, std::string>;  // name -> type

std::map<Name, Columns> tables_of(const Schema& schema) {
  std::map<Name, Columns> tables;
  for (const Table& row : schema.tables)
    if (row.kind == "table" || row.kind == "partitioned table")
      tables[{row.schema_name, row.table_name}];
  for (const Column& row : schema.columns)
    if (const auto table = tables.find({row.schema_name, row.table_name}); table != tables.end())
      table->second[row.column_name] = row.data_type;
  return tables;
}

void ask_for_columns(const Name& table, const Columns& from, const Columns& to,
                     std::vector<std::string>& asked) {
  for (const auto& [former, type] : from)
    for (const auto& [later, other] : to)
      if (type == other && !to.contains(former) && !from.contains(later))
        asked.push_back(
            fmt::format("column:{}.{}.{}={}", table.first, table.second, former, later));
}

}  // namespace

std::vector<std::string> questions(const Schema& from, const Schema& to) {
  const auto before = tables_of(from), after = tables_of(to);
  std::vector<std::string> asked;
  std::multimap<Columns, Name> came;
  for (const auto& [name, columns] : after)
    if (!before.contains(name)) came.emplace(columns, name);
  for (const auto& [name, columns] : before) {
    if (const auto same = after.find(name); same != after.end()) {
      ask_for_columns(name, columns, same->second, asked);
      continue;
    }
    auto [other, end] = came.equal_range(columns);
    for (; other != end; ++other)
      asked.push_back(fmt::format("table:{}.{}={}.{}", name.first, name.second, other->second.first,
                                  other->second.second));
  }
  return asked;
}

}  // namespace ddltrail::postgres_plan
