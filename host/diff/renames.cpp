#include "diff/renames.h"

#include <algorithm>
#include <set>

#include "diff/renamed_text.h"

namespace ddltrail {
namespace {

using TableName = Renames::TableName;
using RoutineName = Renames::RoutineName;
using Names = Renames::Names;
using Parts = std::map<TableName, Names>;

template <class Name, class Later>
void turn(const std::map<Name, Later>& renames, std::map<Later, Name>& back) {
  for (const auto& [former, later] : renames) back[later] = former;
}

/// Erases what would get the name of something that stays. `names`: all that there are.
/// `unlisted`: the later name of one that is not among the renames.
template <class Name, class Unlisted>
void erase_collisions(std::map<Name, Name>& renames, const std::set<Name>& names,
                      Unlisted unlisted) {
  for (bool is_done = renames.empty(); !is_done;) {
    std::set<Name> taken;
    for (const Name& name : names)
      if (!renames.contains(name)) taken.insert(unlisted(name));
    is_done = std::erase_if(renames,
                            [&](const auto& rename) { return taken.contains(rename.second); }) == 0;
  }
}

void erase_collisions(Parts& parts, const std::map<TableName, std::set<std::string>>& names) {
  for (auto& [owner, renames] : parts)
    if (const auto found = names.find(owner); found != names.end())
      erase_collisions(renames, found->second, [](const std::string& name) { return name; });
  std::erase_if(parts, [](const auto& part) { return part.second.empty(); });
}

class Collisions {
 public:
  Collisions(Renames renames, const Schema& from) : renames_(std::move(renames)), from_(from) {}

  Renames run() {
    std::set<std::string> schemas;
    for (const Namespace& row : from_.schemas) schemas.insert(row.schema_name);
    erase_collisions(renames_.schemas, schemas, [](const std::string& name) { return name; });
    in_schemas(renames_.tables, names(from_.tables, &Table::table_name));
    in_schemas(renames_.indexes, names(from_.indexes, &Index::index_name));
    in_schemas(renames_.sequences, names(from_.sequences, &Sequence::sequence_name));
    in_schemas(renames_.types, types());
    routines();
    parts();
    return std::move(renames_);
  }

 private:
  template <class Struct>
  static std::set<TableName> names(const std::vector<Struct>& rows, std::string Struct::*name) {
    std::set<TableName> names;
    for (const Struct& row : rows) names.insert({row.schema_name, row.*name});
    return names;
  }

  std::set<TableName> types() const {
    std::set<TableName> all = names(from_.enums, &EnumType::enum_name);
    all.merge(names(from_.domains, &Domain::domain_name));
    all.merge(names(from_.composite_types, &CompositeType::type_name));
    all.merge(names(from_.range_types, &RangeType::type_name));
    return all;
  }

  void in_schemas(Renames::TableNames& renames, const std::set<TableName>& names) {
    erase_collisions(renames, names, [&](const TableName& name) {
      return TableName(renames_.later_schema(name.first), name.second);
    });
  }

  void routines() {
    std::map<RoutineName, RoutineName> renames;
    std::set<RoutineName> names;
    for (const auto& [former, later] : renames_.routines) renames[former] = renames_.later(former);
    for (const Routine& row : from_.routines)
      names.insert({{row.schema_name, row.routine_name}, row.identity_arguments});
    erase_collisions(renames, names, [&](const RoutineName& name) { return renames_.later(name); });
    std::erase_if(renames_.routines,
                  [&](const auto& rename) { return !renames.contains(rename.first); });
  }

  void parts() {
    std::map<TableName, std::set<std::string>> columns, values, constraints;
    for (const Column& row : from_.columns)
      columns[{row.schema_name, row.table_name}].insert(row.column_name);
    for (const CompositeType& row : from_.composite_types)
      for (const Json& attribute : row.attributes)
        columns[{row.schema_name, row.type_name}].insert(attribute.at("name"));
    for (const EnumType& row : from_.enums)
      values[{row.schema_name, row.enum_name}].insert(row.values.begin(), row.values.end());
    for (const Constraint& row : from_.constraints)
      if (row.constraint_name)
        constraints[{row.schema_name, row.table_name}].insert(*row.constraint_name);
    for (const Domain& row : from_.domains)
      for (const Json& constraint : row.constraints)
        constraints[{row.schema_name, row.domain_name}].insert(constraint.at("name"));
    erase_collisions(renames_.columns, columns);
    erase_collisions(renames_.enum_values, values);
    erase_collisions(renames_.constraints, constraints);
  }

  Renames renames_;
  const Schema& from_;
};

}  // namespace

std::string Renames::later_schema(const std::string& schema) const {
  const auto found = schemas.find(schema);
  return found == schemas.end() ? schema : found->second;
}

TableName Renames::later(const TableName& name) const {
  for (const TableNames* listed : {&tables, &types})
    if (const auto found = listed->find(name); found != listed->end()) return found->second;
  return {later_schema(name.first), name.second};
}

TableName Renames::later_sequence(const TableName& sequence) const {
  const auto found = sequences.find(sequence);
  return found == sequences.end() ? TableName(later_schema(sequence.first), sequence.second)
                                  : found->second;
}

RoutineName Renames::later(const RoutineName& routine) const {
  const auto found = routines.find(routine);
  const TableName name = found == routines.end()
                             ? TableName(later_schema(routine.first.first), routine.first.second)
                             : found->second;
  return {name, RenamedText(*this).rewritten(routine.second, {RenamedText::kTypes})};
}

std::string Renames::later(const Parts& listed, const TableName& owner, const std::string& name) {
  const auto names = listed.find(owner);
  if (names == listed.end()) return name;
  const auto found = names->second.find(name);
  return found == names->second.end() ? name : found->second;
}

Renames Renames::turned() const {
  Renames back;
  turn(schemas, back.schemas);
  turn(tables, back.tables);
  turn(types, back.types);
  turn(indexes, back.indexes);
  turn(sequences, back.sequences);
  for (const auto& [former, later_name] : routines) back.routines[later(former)] = former.first;
  for (const auto parts : {&Renames::columns, &Renames::enum_values, &Renames::constraints})
    for (const auto& [owner, names] : this->*parts) turn(names, (back.*parts)[later(owner)]);
  return back;
}

Renames without_collisions(Renames renames, const Schema& from) {
  return Collisions(std::move(renames), from).run();
}

}  // namespace ddltrail
