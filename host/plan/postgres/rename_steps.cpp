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
  RenameSteps(const Schema& from, const Renames& renames)
      : from_(from),
        renames_(renames),
        indexes_(all_moved(renames.indexes)),
        sequences_(all_moved(renames.sequences)) {
    for (const Table& row : from_.tables)
      relations_.insert(moved({row.schema_name, row.table_name}));
    for (const Index& row : from_.indexes) add(row);
    for (const Sequence& row : from_.sequences) add(row);
  }

  Steps run() {
    schemas();
    types();
    make_way();
    relations("TABLE", all_moved(renames_.tables));
    follow_tables();
    relations("INDEX", beside_tables(indexes_));
    relations("SEQUENCE", beside_tables(sequences_));
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

  void add(const Index& row) {
    const Name name = moved({row.schema_name, row.index_name});
    const Name table = {row.schema_name, row.table_name};
    relations_.insert(name);
    homes_[name] = renames_.later(table).first;
    if (row.is_constraint) keys_[{table, row.index_name}] = name;
  }

  void add(const Sequence& row) {
    const Name name = moved({row.schema_name, row.sequence_name});
    relations_.insert(name);
    if (row.table_name) homes_[name] = renames_.later({*row.table_schema, *row.table_name}).first;
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
    rename_all(names, relations_, aside,
               [&](const Name& former, const Name& later, const std::set<Name>& held) {
                 move({noun, former, later}, held);
                 relations_.erase(former);
                 relations_.insert(later);
               });
  }

  /// Relations have no two of one name: what has one that is wanted before it is renamed itself
  /// steps aside.
  void make_way() {
    std::set<Name> wanted;
    for (const auto& [former, later] : all_moved(renames_.tables)) wanted.insert(later);
    make_way("INDEX", indexes_, wanted);
    make_way("SEQUENCE", sequences_, wanted);
    for (const auto& [table, names] : renames_.constraints) {
      TableNames keys;
      for (const auto& [former, later] : names)
        if (const auto key = keys_.find({table, former}); key != keys_.end())
          keys[key->second] = {renames_.later(table).first, later};
      make_way("INDEX", keys, wanted);
    }
  }

  void make_way(const char* noun, TableNames& names, std::set<Name>& wanted) {
    for (const auto& [former, later] : TableNames(names)) {
      if (!wanted.contains(former)) continue;
      const Name free = aside(former, relations_);
      rename({noun, former, free}, former, free.second);
      relations_.erase(former);
      relations_.insert(free);
      asides_[former] = free.second;
      if (const auto home = homes_.find(former); home != homes_.end()) homes_[free] = home->second;
      names.erase(former);
      names[free] = later;
    }
    for (const auto& [former, later] : names) wanted.insert(later);
  }

  /// Indexes, and sequences of columns, go with the table to its schema.
  void follow_tables() {
    for (const auto& [name, schema] : homes_)
      if (name.first != schema && relations_.erase(name) > 0)
        relations_.insert({schema, name.second});
  }

  TableNames beside_tables(const TableNames& names) const {
    TableNames result;
    for (const auto& [name, later] : names) {
      const auto home = homes_.find(name);
      if (home == homes_.end())
        result[name] = later;
      else if (name.second != later.second)
        result[{home->second, name.second}] = {home->second, later.second};
    }
    return result;
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

  void constraints(const Name& former, const Renames::Names& names) {
    const Name owner = renames_.later(former);
    std::set<std::string> taken, keys;
    Renames::Names renames;
    for (const Constraint& row : from_.constraints) {
      if (Name(row.schema_name, row.table_name) != former || !row.constraint_name) continue;
      const std::string name = name_by_now(former, *row.constraint_name);
      taken.insert(name);
      const auto later = names.find(*row.constraint_name);
      if (later == names.end() || comes_from_parent(row)) continue;
      renames[name] = later->second;
      if (!keys_.contains({former, *row.constraint_name})) continue;
      keys.insert(name);
      if (relations_.contains({owner.first, later->second})) taken.insert(later->second);
    }
    const bool is_domain = std::any_of(
        from_.domains.begin(), from_.domains.end(),
        [&](const Domain& row) { return Name(row.schema_name, row.domain_name) == former; });
    if (is_domain) renames = names;
    rename_all(
        renames, taken, aside,
        [&](const std::string& before, const std::string& after, const auto&) {
          add(fmt::format("ALTER {} {} RENAME CONSTRAINT {} TO {}", is_domain ? "DOMAIN" : "TABLE",
                          qualified(owner), quoted(before), quoted(after)));
          if (keys.erase(before) == 0) return;
          keys.insert(after);
          relations_.erase({owner.first, before});
          relations_.insert({owner.first, after});
        });
  }

  std::string name_by_now(const Name& table, const std::string& name) const {
    const auto key = keys_.find({table, name});
    const auto aside = key == keys_.end() ? asides_.end() : asides_.find(key->second);
    return aside == asides_.end() ? name : aside->second;
  }

  /// Its check is renamed where that of the parent is.
  bool comes_from_parent(const Constraint& row) const {
    if (row.kind != "check") return false;
    return std::any_of(from_.parents.begin(), from_.parents.end(), [&](const Parent& parent) {
      const auto of = renames_.constraints.find({parent.parent_schema, parent.parent_table});
      return parent.schema_name == row.schema_name && parent.table_name == row.table_name &&
             of != renames_.constraints.end() && of->second.contains(*row.constraint_name);
    });
  }

  void add(std::string sql) { steps_.push_back({std::move(sql), {}}); }

  const Schema& from_;
  const Renames& renames_;
  TableNames indexes_;        ///< as they are called once schemas are renamed, and have made way
  TableNames sequences_;      ///< the same
  std::set<Name> relations_;  ///< all of them as they are called by now
  std::map<Name, std::string> homes_;  ///< of an index or sequence: where its table is in the end
  std::map<std::pair<Name, std::string>, Name> keys_;  ///< constraints with an index, and that
  std::map<Name, std::string> asides_;                 ///< names of what has made way
  Steps steps_;
};

/// Gives another name to what has one that something of another kind gets, and is not renamed.
class WayAcrossKinds {
 public:
  WayAcrossKinds(Renames renames, const Schema& from) : renames_(std::move(renames)), from_(from) {}

  Renames run() {
    find_wanted();
    if (wanted_.empty()) return std::move(renames_);
    for (const Table& row : from_.tables) move(row, row.table_name, renames_.tables);
    for (const Sequence& row : from_.sequences) move(row, row.sequence_name, renames_.sequences);
    for (const Index& row : from_.indexes)
      row.is_constraint ? move_key(row) : move(row, row.index_name, renames_.indexes);
    return std::move(renames_);
  }

 private:
  void find_wanted() {
    for (const auto* names : {&renames_.tables, &renames_.indexes, &renames_.sequences})
      for (const auto& [former, later] : *names) wanted_.insert(later);
    for (const Index& row : from_.indexes) {
      const Name table = {row.schema_name, row.table_name};
      const std::string later = Renames::later(renames_.constraints, table, row.index_name);
      if (row.is_constraint && later != row.index_name)
        wanted_.insert({renames_.later(table).first, later});
    }
  }

  template <class Row>
  void move(const Row& row, const std::string& name, Renames::TableNames& names) {
    const Name later = {renames_.later_schema(row.schema_name), name};
    if (wanted_.contains(later) && !names.contains({row.schema_name, name}))
      names[{row.schema_name, name}] = free_name(later);
  }

  void move_key(const Index& row) {
    const Name table = {row.schema_name, row.table_name};
    const Name later = {renames_.later(table).first, row.index_name};
    Renames::Names& names = renames_.constraints[table];
    if (wanted_.contains(later) && !names.contains(row.index_name))
      names[row.index_name] = free_name(later).second;
    if (names.empty()) renames_.constraints.erase(table);
  }

  Name free_name(const Name& name) {
    if (taken_.empty()) taken_ = names_of_objects(from_);
    Name free = {name.first, suffixed("dropped_" + name.second, "")};
    while (wanted_.contains(free) || !taken_.insert(free).second) free.second += '_';
    return free;
  }

  Renames renames_;
  const Schema& from_;
  std::set<Name> wanted_;
  std::set<Name> taken_;
};

}  // namespace

Renames with_way_across_kinds(Renames renames, const Schema& from) {
  if (renames.empty()) return renames;
  return WayAcrossKinds(std::move(renames), from).run();
}

Steps rename_steps(const Schema& from, const Renames& renames) {
  return RenameSteps(from, renames).run();
}

}  // namespace ddltrail::postgres_plan
