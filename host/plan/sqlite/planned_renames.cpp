#include "plan/sqlite/planned_renames.h"

#include <map>
#include <set>
#include <string>

#include "base/ascii.h"
#include "plan/sqlite/rename_steps.h"

namespace ddltrail::sqlite_plan {
namespace {

using TableName = Renames::TableName;
using Names = std::set<std::string>;

/// The columns of each table, views left out.
std::map<TableName, Names> columns_of(const Schema& schema) {
  std::map<TableName, Names> columns;
  for (const Table& row : schema.tables)
    if (row.kind != "view") columns[{row.schema_name, row.table_name}];
  for (const Column& row : schema.columns)
    if (const auto table = columns.find({row.schema_name, row.table_name}); table != columns.end())
      table->second.insert(row.column_name);
  return columns;
}

/// Makes the renames of names that stand beside each other complete.
class Completion {
 public:
  Completion(Renames::Names known, const Names& from, const Names& to)
      : renames_(std::move(known)), from_(from), to_(to) {
    for (const auto& [former, later] : renames_) given_.insert(lower_case(later));
  }

  /// `taken`: in lower case, names that nothing may get.
  Renames::Names run(Names taken) {
    other_case();
    displaced(std::move(taken));
    return std::move(renames_);
  }

 private:
  void other_case() {
    std::map<std::string, std::string> later;
    for (const std::string& name : to_)
      if (!from_.contains(name)) later[lower_case(name)] = name;
    for (const std::string& name : from_) {
      const auto same = later.find(lower_case(name));
      if (same != later.end() && is_free(name, same->first)) {
        renames_[name] = same->second;
        given_.insert(same->first);
      }
    }
  }

  bool is_free(const std::string& former, const std::string& later) const {
    return !to_.contains(former) && !renames_.contains(former) && !given_.contains(later);
  }

  void displaced(Names taken) {
    for (const std::string& name : from_)
      if (given_.contains(lower_case(name)) && !renames_.contains(name)) {
        const std::string aside = free_name(name, taken);
        renames_[name] = aside;
        taken.insert(lower_case(aside));
      }
  }

  Renames::Names renames_;
  const Names& from_;
  const Names& to_;
  Names given_;  ///< in lower case
};

Names names_of(const std::map<TableName, Names>& tables) {
  Names names;
  for (const auto& [table, columns] : tables) names.insert(table.second);
  return names;
}

class Planned {
 public:
  Planned(const Renames& known, const Schema& from, const Schema& to)
      : known_(known), from_(columns_of(from)), to_(columns_of(to)) {
    for (const Schema* schema : {&from, &to}) take_names(*schema);
  }

  Renames run() {
    tables();
    for (const auto& [former, names] : from_) columns(former, names);
    return std::move(planned_);
  }

 private:
  void take_names(const Schema& schema) {
    for (const Table& row : schema.tables) taken_.insert(lower_case(row.table_name));
    for (const Index& row : schema.indexes) taken_.insert(lower_case(row.index_name));
  }

  /// All are of the one schema that there is.
  void tables() {
    Renames::Names known;
    for (const auto& [former, later] : known_.tables)
      if (from_.contains(former) && to_.contains(later)) known[former.second] = later.second;
    const Names before = names_of(from_), after = names_of(to_);
    for (const auto& [former, later] : Completion(known, before, after).run(taken_))
      planned_.tables[{"main", former}] = {"main", later};
  }

  void columns(const TableName& table, const Names& before) {
    const auto after = to_.find(planned_.later(table));
    if (after == to_.end()) return;
    Names taken = lower_cased(before);
    taken.merge(lower_cased(after->second));
    auto names = Completion(known_columns(table, before, after->second), before, after->second)
                     .run(std::move(taken));
    if (!names.empty()) planned_.columns[table] = std::move(names);
  }

  Renames::Names known_columns(const TableName& table, const Names& before,
                               const Names& after) const {
    Renames::Names known;
    if (const auto found = known_.columns.find(table); found != known_.columns.end())
      for (const auto& [former, later] : found->second)
        if (before.contains(former) && after.contains(later)) known[former] = later;
    return known;
  }

  const Renames& known_;
  const std::map<TableName, Names> from_;
  const std::map<TableName, Names> to_;
  Names taken_;  ///< in lower case
  Renames planned_;
};

}  // namespace

Renames planned_renames(const Renames& known, const Schema& from, const Schema& to) {
  return Planned(known, from, to).run();
}

}  // namespace ddltrail::sqlite_plan
