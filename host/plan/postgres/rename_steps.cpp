#include "plan/postgres/rename_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "plan/postgres/free_names.h"
#include "plan/postgres/names.h"
#include "plan/rename_order.h"

namespace ddltrail::postgres_plan {
namespace {

using Name = Renames::TableName;

/// A name like it that nothing has.
struct Aside {
  std::string operator()(const std::string& name, const std::set<std::string>& taken) const {
    std::string free = suffixed(name, kSuffix);
    while (taken.contains(free)) free += '_';
    return free;
  }
  Name operator()(const Name& name, const std::set<Name>& taken) const {
    Name free = {name.first, suffixed(name.second, kSuffix)};
    while (taken.contains(free)) free.second += '_';
    return free;
  }
  static constexpr const char* kSuffix = "_aside";
};
constexpr Aside aside;

class RenameSteps {
 public:
  RenameSteps(const Schema& from, const Renames& renames) : from_(from), renames_(renames) {}

  Steps run() {
    schemas();
    types();
    relations("TABLE", all_moved(renames_.tables));
    relations("INDEX", indexes());
    relations("SEQUENCE", all_moved(renames_.sequences));
    routines();
    for (const auto& [owner, names] : renames_.columns) columns(owner, names);
    for (const auto& [type, names] : renames_.enum_values) values(type, names);
    for (const auto& [owner, names] : renames_.constraints) constraints(owner, names);
    return std::move(steps_);
  }

 private:
  using TableNames = Renames::TableNames;
  struct Move {
    const char* noun;
    Name former;
    Name later;
    std::string arguments = {};  ///< of a routine
  };
  using Routines = std::vector<Move>;

  void schemas() {
    std::set<std::string> taken;
    for (const Namespace& row : from_.schemas) taken.insert(row.schema_name);
    rename_all(renames_.schemas, taken, aside,
               [&](const std::string& former, const std::string& later, const auto&) {
                 add(fmt::format("ALTER SCHEMA {} RENAME TO {}", quoted(former), quoted(later)));
               });
  }

  /// Once the schemas have their later names.
  Name moved(const Name& name) const { return {renames_.later_schema(name.first), name.second}; }

  TableNames all_moved(const TableNames& names) const {
    TableNames result;
    for (const auto& [former, later] : names)
      if (moved(former) != later) result[moved(former)] = later;
    return result;
  }

  /// With its table.
  Name index_moved(const Index& row) const {
    return {renames_.later({row.schema_name, row.table_name}).first, row.index_name};
  }

  /// Those of keys too, which are called as their indexes.
  TableNames indexes() const {
    TableNames result;
    for (const Index& row : from_.indexes) {
      const Name name = {row.schema_name, row.index_name};
      const Name table = {row.schema_name, row.table_name};
      Name later = index_moved(row);
      if (row.is_constraint)
        later.second = Renames::later(renames_.constraints, table, row.index_name);
      else if (const auto named = renames_.indexes.find(name); named != renames_.indexes.end())
        later = named->second;
      if (later != index_moved(row)) result[index_moved(row)] = later;
    }
    return result;
  }

  bool is_key(const Name& table, const std::string& constraint) const {
    return std::any_of(from_.indexes.begin(), from_.indexes.end(), [&](const Index& row) {
      return row.is_constraint && row.index_name == constraint &&
             Name(row.schema_name, row.table_name) == table;
    });
  }

  std::set<Name> relations_taken() const {
    std::set<Name> taken;
    for (const Table& row : from_.tables) taken.insert(moved({row.schema_name, row.table_name}));
    for (const Index& row : from_.indexes) taken.insert(index_moved(row));
    for (const Sequence& row : from_.sequences)
      taken.insert(moved({row.schema_name, row.sequence_name}));
    return taken;
  }

  std::set<Name> types_taken() const {
    std::set<Name> taken;
    for (const auto& row : from_.enums) taken.insert(moved({row.schema_name, row.enum_name}));
    for (const auto& row : from_.domains) taken.insert(moved({row.schema_name, row.domain_name}));
    for (const auto& row : from_.composite_types)
      taken.insert(moved({row.schema_name, row.type_name}));
    for (const auto& row : from_.range_types) taken.insert(moved({row.schema_name, row.type_name}));
    for (const auto& row : from_.tables) taken.insert(moved({row.schema_name, row.table_name}));
    return taken;
  }

  void relations(const char* noun, const TableNames& names) {
    rename_all(names, relations_taken(), aside,
               [&](const Name& former, const Name& later, const std::set<Name>& held) {
                 move({noun, former, later}, held);
               });
  }

  void types() {
    std::set<Name> domains;
    for (const Domain& row : from_.domains)
      domains.insert(moved({row.schema_name, row.domain_name}));
    rename_all(all_moved(renames_.types), types_taken(), aside,
               [&](const Name& former, const Name& later, const std::set<Name>& held) {
                 const bool is_domain = domains.erase(former) > 0;
                 if (is_domain) domains.insert(later);
                 move({is_domain ? "DOMAIN" : "TYPE", former, later}, held);
               });
  }

  /// Those whose later names others give up wait aside until that is done: which arguments make
  /// two of them meet is not looked into.
  void routines() {
    std::set<Name> given_up, taken;
    std::set<std::string> words;
    for (const auto& [former, later] : renames_.routines) given_up.insert(moved(former.first));
    for (const Routine& row : from_.routines) {
      taken.insert(moved({row.schema_name, row.routine_name}));
      words.insert(row.routine_name);
    }
    Routines waiting, others;
    for (const auto& [former, later] : renames_.routines) {
      Move routine = {"ROUTINE", moved(former.first), later, arguments_of(former)};
      const bool waits = given_up.contains(later) && routine.former != later;
      if (!waits) {
        others.push_back(std::move(routine));
        continue;
      }
      const Name free = {routine.former.first, aside(routine.former.second, words)};
      words.insert(free.second);
      move({"ROUTINE", routine.former, free, routine.arguments}, taken);
      routine.former = free;
      waiting.push_back(std::move(routine));
    }
    for (const Routines* list : {&others, &waiting})
      for (const Move& routine : *list) move(routine, taken);
  }

  std::string arguments_of(const Renames::RoutineName& former) const {
    return "(" + renames_.later(former).second + ")";
  }

  /// Another schema and another name are two steps, and neither may meet what is there.
  void move(const Move& what, const std::set<Name>& held) {
    const auto& [noun, former, later, arguments] = what;
    const Name between = {former.first, later.second};
    if (former.first == later.first || !held.contains(between)) {
      rename(what, former, later.second);
      set_schema(what, between, later.first);
    } else {
      set_schema(what, former, later.first);
      rename(what, {later.first, former.second}, later.second);
    }
  }

  void rename(const Move& what, const Name& former, const std::string& later) {
    if (former.second != later)
      add(fmt::format("ALTER {} {}{} RENAME TO {}", what.noun, qualified(former), what.arguments,
                      quoted(later)));
  }

  void set_schema(const Move& what, const Name& former, const std::string& later) {
    if (former.first != later)
      add(fmt::format("ALTER {} {}{} SET SCHEMA {}", what.noun, qualified(former), what.arguments,
                      quoted(later)));
  }

  /// Those that a parent brings along are not said again.
  Renames::Names own(const Name& table, const Renames::Names& names,
                     const std::map<Name, Renames::Names>& all) const {
    Renames::Names result = names;
    for (const Parent& row : from_.parents)
      if (const auto of = all.find({row.parent_schema, row.parent_table});
          Name(row.schema_name, row.table_name) == table && of != all.end())
        std::erase_if(result,
                      [&](const auto& rename) { return of->second.contains(rename.first); });
    return result;
  }

  void columns(const Name& former, const Renames::Names& names) {
    const std::string owner = qualified(renames_.later(former));
    std::set<std::string> taken;
    for (const Column& row : from_.columns)
      if (Name(row.schema_name, row.table_name) == former) taken.insert(row.column_name);
    bool is_type = false;
    for (const CompositeType& row : from_.composite_types)
      if (Name(row.schema_name, row.type_name) == former) {
        is_type = true;
        for (const Json& attribute : row.attributes)
          taken.insert(attribute.at("name").get<std::string>());
      }
    rename_all(
        own(former, names, renames_.columns), taken, aside,
        [&](const std::string& before, const std::string& after, const auto&) {
          add(fmt::format("ALTER {} {} RENAME {} {} TO {}", is_type ? "TYPE" : "TABLE", owner,
                          is_type ? "ATTRIBUTE" : "COLUMN", quoted(before), quoted(after)));
        });
  }

  void values(const Name& former, const Renames::Names& names) {
    const std::string type = qualified(renames_.later(former));
    std::set<std::string> taken;
    for (const EnumType& row : from_.enums)
      if (Name(row.schema_name, row.enum_name) == former)
        taken.insert(row.values.begin(), row.values.end());
    rename_all(names, taken, aside,
               [&](const std::string& before, const std::string& after, const auto&) {
                 add(fmt::format("ALTER TYPE {} RENAME VALUE {} TO {}", type, literal(before),
                                 literal(after)));
               });
  }

  void constraints(const Name& former, Renames::Names names) {
    std::erase_if(names, [&](const auto& rename) { return is_key(former, rename.first); });
    const std::string owner = qualified(renames_.later(former));
    std::set<std::string> taken;
    for (const Constraint& row : from_.constraints)
      if (Name(row.schema_name, row.table_name) == former && row.constraint_name)
        taken.insert(*row.constraint_name);
    const bool is_domain = std::any_of(
        from_.domains.begin(), from_.domains.end(),
        [&](const Domain& row) { return Name(row.schema_name, row.domain_name) == former; });
    rename_all(
        own(former, names, renames_.constraints), taken, aside,
        [&](const std::string& before, const std::string& after, const auto&) {
          add(fmt::format("ALTER {} {} RENAME CONSTRAINT {} TO {}", is_domain ? "DOMAIN" : "TABLE",
                          owner, quoted(before), quoted(after)));
        });
  }

  void add(std::string sql) { steps_.push_back({std::move(sql), {}}); }

  const Schema& from_;
  const Renames& renames_;
  Steps steps_;
};

}  // namespace

Steps rename_steps(const Schema& from, const Renames& renames) {
  return RenameSteps(from, renames).run();
}

}  // namespace ddltrail::postgres_plan
