#include "diff/renames.h"

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

/// Erases the renames to a name that something has which stays as it is called.
struct EraseCollisions {
  template <class Name, class Unlisted>
  void operator()(std::map<Name, Name>& renames, const std::set<Name>& names,
                  Unlisted unlisted) const {
    for (bool is_done = renames.empty(); !is_done;) {
      std::set<Name> taken;
      for (const Name& name : names)
        if (!renames.contains(name)) taken.insert(unlisted(name));
      const auto collides = [&](const auto& rename) { return taken.contains(rename.second); };
      is_done = std::erase_if(renames, collides) == 0;
    }
  }
};

/// Gives what has such a name another one.
struct MakeWay {
  template <class Name, class Unlisted>
  void operator()(std::map<Name, Name>& renames, const std::set<Name>& names,
                  Unlisted unlisted) const {
    std::set<Name> targets;
    for (const auto& [former, later] : renames) targets.insert(later);
    for (const Name& name : names)
      if (!renames.contains(name) && targets.contains(unlisted(name)))
        renames.emplace(name, aside(unlisted(name), names, targets));
  }

  template <class Name>
  static Name aside(Name name, const std::set<Name>& names, const std::set<Name>& targets) {
    std::string& word = word_of(name);
    word = "dropped_" + word;
    while (names.contains(name) || targets.contains(name)) word += '_';
    return name;
  }
  static std::string& word_of(std::string& name) { return name; }
  static std::string& word_of(TableName& name) { return name.second; }
  static std::string& word_of(RoutineName& name) { return name.first.second; }
};

/// Calls action(renames, names, unlisted) for each kind of names. `names`: all that there are;
/// `unlisted(name)`: the later name of one that is not among the renames.
template <class Action>
class EachKind {
 public:
  EachKind(Renames renames, const Schema& from) : renames_(std::move(renames)), from_(from) {}

  Renames run() {
    if (renames_.empty()) return {};
    std::set<std::string> schemas;
    for (const Namespace& row : from_.schemas) schemas.insert(row.schema_name);
    action_(renames_.schemas, schemas, kItself);
    in_schemas(renames_.tables, names(from_.tables, &Table::table_name));
    in_schemas(renames_.indexes, names(from_.indexes, &Index::index_name));
    in_schemas(renames_.sequences, names(from_.sequences, &Sequence::sequence_name));
    in_schemas(renames_.types, types());
    if (!renames_.routines.empty()) routines();
    if (!renames_.columns.empty()) columns();
    if (!renames_.enum_values.empty()) values();
    if (!renames_.constraints.empty()) constraints();
    return std::move(renames_);
  }

 private:
  using PartNames = std::map<TableName, std::set<std::string>>;
  static constexpr auto kItself = [](const std::string& name) { return name; };

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
    action_(renames, names, [&](const TableName& name) {
      return TableName(renames_.later_schema(name.first), name.second);
    });
  }

  void routines() {
    std::map<RoutineName, RoutineName> renames;
    std::set<RoutineName> names;
    for (const auto& [former, later] : renames_.routines) renames[former] = renames_.later(former);
    for (const Routine& row : from_.routines)
      names.insert({{row.schema_name, row.routine_name}, row.identity_arguments});
    action_(renames, names, [&](const RoutineName& name) { return renames_.later(name); });
    renames_.routines.clear();
    for (const auto& [former, later] : renames) renames_.routines[former] = later.first;
  }

  void parts(Parts& parts, const PartNames& names) {
    for (auto& [owner, renames] : parts)
      if (const auto found = names.find(owner); found != names.end())
        action_(renames, found->second, kItself);
    std::erase_if(parts, [](const auto& part) { return part.second.empty(); });
  }

  void columns() {
    PartNames names;
    for (const Column& row : from_.columns)
      names[{row.schema_name, row.table_name}].insert(row.column_name);
    for (const CompositeType& row : from_.composite_types)
      for (const Json& attribute : row.attributes)
        names[{row.schema_name, row.type_name}].insert(attribute.at("name"));
    parts(renames_.columns, names);
  }

  void values() {
    PartNames names;
    for (const EnumType& row : from_.enums)
      names[{row.schema_name, row.enum_name}] = {row.values.begin(), row.values.end()};
    parts(renames_.enum_values, names);
  }

  void constraints() {
    PartNames names;
    for (const Constraint& row : from_.constraints)
      if (row.constraint_name)
        names[{row.schema_name, row.table_name}].insert(*row.constraint_name);
    for (const Domain& row : from_.domains)
      for (const Json& constraint : row.constraints)
        names[{row.schema_name, row.domain_name}].insert(constraint.at("name"));
    parts(renames_.constraints, names);
  }

  const Action action_{};
  Renames renames_;
  const Schema& from_;
};

}  // namespace

void Renames::add(Renames others) {
  const auto take = [&](auto... names) {
    (((others.*names).merge(this->*names), std::swap(this->*names, others.*names)), ...);
  };
  take(&Renames::schemas, &Renames::tables, &Renames::types, &Renames::indexes, &Renames::sequences,
       &Renames::routines);
  for (const auto parts : {&Renames::columns, &Renames::enum_values, &Renames::constraints})
    for (auto& [owner, names] : others.*parts) {
      names.merge((this->*parts)[owner]);
      (this->*parts)[owner] = std::move(names);
    }
}

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
  return EachKind<EraseCollisions>(std::move(renames), from).run();
}

Renames with_way_made(Renames renames, const Schema& from) {
  return EachKind<MakeWay>(std::move(renames), from).run();
}

}  // namespace ddltrail
