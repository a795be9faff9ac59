#include "plan/postgres/free_names.h"

#include <algorithm>

namespace ddltrail::postgres_plan {
namespace {

constexpr std::size_t kLongest = 50;  // with the suffix, less than what the server cuts

}  // namespace

std::set<FreeNames::Name> names_of_objects(const Schema& schema) {
  std::set<FreeNames::Name> names;
  const auto add = [&](const auto& rows, auto member) {
    for (const auto& row : rows) names.insert({row.schema_name, row.*member});
  };
  add(schema.enums, &EnumType::enum_name);
  add(schema.domains, &Domain::domain_name);
  add(schema.composite_types, &CompositeType::type_name);
  add(schema.range_types, &RangeType::type_name);
  add(schema.tables, &Table::table_name);
  add(schema.sequences, &Sequence::sequence_name);
  add(schema.indexes, &Index::index_name);
  add(schema.routines, &Routine::routine_name);
  return names;
}

std::string suffixed(const std::string& name, const std::string& suffix) {
  const auto continues = [&](std::size_t at) { return (name[at] & 0xC0) == 0x80; };
  std::size_t end = std::min(name.size(), kLongest);
  while (end > 0 && end < name.size() && continues(end)) --end;
  return name.substr(0, end) + suffix;
}

FreeNames::Name FreeNames::like(const Name& name, const std::string& suffix) {
  if (taken_.empty())
    for (const Schema* schema : {&from_, &to_}) taken_.merge(names_of_objects(*schema));
  Name free = {name.first, suffixed(name.second, suffix)};
  while (!taken_.insert(free).second) free.second += '_';
  return free;
}

}  // namespace ddltrail::postgres_plan
