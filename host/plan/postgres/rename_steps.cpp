#include "plan/postgres/rename_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/error.h"
#include "plan/postgres/names.h"

namespace ddltrail::postgres_plan {
namespace {

using Name = Renames::TableName;

/// Names that are all given up in the end for others, one step at a time. `Name`: what must differ.
template <class Name, class Aside, class Give>
void rename_all(std::map<Name, Name> renames, std::set<Name> taken, Aside aside, Give give) {
  std::vector<std::pair<Name, Name>> pending(renames.begin(), renames.end());
  const auto go = [&](const Name& former, const Name& later) {
    give(former, later, taken);
    taken.erase(former);
    taken.insert(later);
  };
  std::size_t steps_left = 2 * pending.size();
  while (!pending.empty()) {
    if (steps_left-- == 0)
      throw Error("a rename is to a name that something else holds", "",
                  "Rename that too, or choose another name.");
    const auto next = std::find_if(pending.begin(), pending.end(), [&](const auto& rename) {
      return !taken.contains(rename.second);
    });
    if (next != pending.end()) {
      go(next->first, next->second);
      pending.erase(next);
    } else {
      Name free = aside(pending.front().first);
      while (taken.contains(free)) free = aside(free);
      go(pending.front().first, free);
      pending.front().first = free;
    }
  }
}

std::string aside(const std::string& name) { return name.substr(0, 56) + "_aside"; }

class RenameSteps {
 public:
  RenameSteps(const Schema& from, const Renames& renames) : from_(from), renames_(renames) {}

  Steps run() {
    schemas();
    types();
    relations("TABLE", renames_.tables);
    relations("INDEX", renames_.indexes);
    relations("SEQUENCE", renames_.sequences);
    routines();
    for (const auto& [owner, names] : renames_.columns) columns(owner, names);
    for (const auto& [type, names] : renames_.enum_values) values(type, names);
    for (const auto& [owner, names] : renames_.constraints) constraints(owner, names);
    return std::move(steps_);
  }

 private:
  using TableNames = Renames::TableNames;

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

  std::set<Name> relations_taken() const {
    std::set<Name> taken;
    for (const Table& row : from_.tables) taken.insert(moved({row.schema_name, row.table_name}));
    for (const Index& row : from_.indexes) taken.insert(moved({row.schema_name, row.index_name}));
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

  static Name name_aside(const Name& name) { return {name.first, aside(name.second)}; }

  void relations(const char* noun, const TableNames& names) {
    rename_all(all_moved(names), relations_taken(), name_aside,
               [&](const Name& former, const Name& later, const std::set<Name>& held) {
                 move(noun, former, later, held);
               });
  }

  void types() {
    std::set<Name> domains;
    for (const Domain& row : from_.domains)
      domains.insert(moved({row.schema_name, row.domain_name}));
    rename_all(all_moved(renames_.types), types_taken(), name_aside,
               [&](const Name& former, const Name& later, const std::set<Name>& held) {
                 const bool is_domain = domains.erase(former) > 0;
                 if (is_domain) domains.insert(later);
                 move(is_domain ? "DOMAIN" : "TYPE", former, later, held);
               });
  }

  void routines() {
    for (const auto& [former, later] : renames_.routines) {
      const std::string arguments = "(" + renames_.later(former).second + ")";
      const Name name = moved(former.first);
      if (name.second != later.second)
        add(fmt::format("ALTER ROUTINE {}{} RENAME TO {}", qualified(name), arguments,
                        quoted(later.second)));
      if (name.first != later.first)
        add(fmt::format("ALTER ROUTINE {}{} SET SCHEMA {}", qualified(name.first, later.second),
                        arguments, quoted(later.first)));
    }
  }

  /// Another schema and another name are two steps, and neither may meet what is there.
  void move(const char* noun, const Name& former, const Name& later, const std::set<Name>& held) {
    const Name between = {former.first, later.second};
    if (former.first == later.first || !held.contains(between)) {
      rename(noun, former, later.second);
      set_schema(noun, between, later.first);
    } else {
      set_schema(noun, former, later.first);
      rename(noun, {later.first, former.second}, later.second);
    }
  }

  void rename(const char* noun, const Name& former, const std::string& later) {
    if (former.second != later)
      add(fmt::format("ALTER {} {} RENAME TO {}", noun, qualified(former), quoted(later)));
  }

  void set_schema(const char* noun, const Name& former, const std::string& later) {
    if (former.first != later)
      add(fmt::format("ALTER {} {} SET SCHEMA {}", noun, qualified(former), quoted(later)));
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
