#include "plan/sqlite/reference_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/ascii.h"
#include "plan/sqlite/row_rules.h"

namespace ddltrail::sqlite_plan {
namespace {

using Names = std::set<std::string>;

/// In the words of the relation, whatever its name.
auto meaning(const ForeignKey& row) {
  return std::tie(row.columns, row.referenced_table, row.referenced_columns);
}

/// The columns by which the rows of a table can be referred to.
class Keys {
 public:
  explicit Keys(const Schema& schema) {
    for (const Table& row : schema.tables) tables_.insert(row.table_name);
    for (const Constraint& row : schema.constraints)
      if (row.kind == "primary key") add(row.table_name, row.columns.get<Names>());
    for (const Column& row : schema.columns)
      if (row.collation) collations_[{row.table_name, row.column_name}] = *row.collation;
    for (const Index& row : schema.indexes)
      if (row.is_unique && !row.is_partial && sorts_as_its_columns(row))
        add(row.table_name, row.columns.get<Names>());
  }

  /// SQLite refuses to look for a row by columns that are no key, or by a part of one.
  bool can_be_checked(const ForeignKey& row) const {
    return !tables_.contains(row.referenced_table) ||
           (row.columns.size() == row.referenced_columns.size() &&
            keys_.contains({row.referenced_table,
                            Names(row.referenced_columns.begin(), row.referenced_columns.end())}));
  }

 private:
  void add(const std::string& table, Names columns) { keys_.insert({table, std::move(columns)}); }

  bool sorts_as_its_columns(const Index& index) const {
    return std::all_of(index.keys.begin(), index.keys.end(), [&](const Json& key) {
      if (!key.at("column").is_string()) return false;
      const auto own = collations_.find({index.table_name, key.at("column")});
      const Json& collation = key.at("collation");
      return (collation.is_null() ? "" : collation.get<std::string>()) ==
             (own == collations_.end() ? "" : own->second);
    });
  }

  Names tables_;
  std::set<std::pair<std::string, Names>> keys_;
  std::map<std::pair<std::string, std::string>, std::string> collations_;
};

using References = std::map<std::string, std::vector<const ForeignKey*>>;

References references_of(const Schema& schema) {
  References references;
  for (const ForeignKey& row : schema.foreign_keys) references[row.table_name].push_back(&row);
  return references;
}

std::string violations_of(const std::string& table) {
  return "pragma_foreign_key_check(" + literal(table) + ")";
}

class Check {
 public:
  Check(const Schema& from, const Schema& to, const std::map<std::string, std::string>& former,
        const Names& copied, const Names& dropped)
      : former_(former),
        copied_(copied),
        dropped_(dropped),
        from_(references_of(from)),
        to_(references_of(to)),
        keys_before_(from),
        keys_after_(to) {}

  ReferenceCheck run() {
    for (const auto& [table, references] : to_)
      if (is_touched(table, references) && can_be_checked(references, keys_after_)) add(table);
    if (!check_.before.empty()) check_.after.push_back({"DROP TABLE temp.ddltrail_references", {}});
    return std::move(check_);
  }

 private:
  bool is_touched(const std::string& table, const std::vector<const ForeignKey*>& references) {
    return copied_.contains(table) ||
           std::any_of(references.begin(), references.end(), [&](const ForeignKey* row) {
             return copied_.contains(row->referenced_table) ||
                    dropped_.contains(row->referenced_table);
           });
  }

  static bool can_be_checked(const std::vector<const ForeignKey*>& references, const Keys& keys) {
    return std::all_of(references.begin(), references.end(),
                       [&](const ForeignKey* row) { return keys.can_be_checked(*row); });
  }

  void add(const std::string& table) {
    RowRule rule{"table " + table, news_of(table), "some rows refer to nothing", former_name(table),
                 ""};
    rule.is_expected = !rule.change.empty();
    rule.breaker = "SELECT 1 FROM " + violations_of(table);
    if (rule.change.empty() && counts_before(table)) {
      rule.change = "was copied";
      rule.breaker +=
          " GROUP BY 1 HAVING count(*) > (SELECT violations FROM "
          "temp.ddltrail_references WHERE name = " +
          literal(table) + ")";
    } else if (rule.change.empty()) {
      return;  // nobody can tell what there was
    }
    for (Step& step : check_steps({rule})) check_.after.push_back(std::move(step));
  }

  /// Why its rows may refer to nothing now; empty where they refer as they did.
  std::string news_of(const std::string& table) const {
    const auto before = from_.find(table);
    for (const ForeignKey* row : to_.at(table)) {
      if (dropped_.contains(row->referenced_table)) return "refers to a table that goes";
      if (before == from_.end() ||
          std::none_of(before->second.begin(), before->second.end(),
                       [&](const ForeignKey* former) { return meaning(*former) == meaning(*row); }))
        return "gets a foreign key to " + row->referenced_table;
    }
    return "";
  }

  const std::string& former_name(const std::string& table) const {
    const auto found = former_.find(table);
    return found == former_.end() ? table : found->second;
  }

  bool counts_before(const std::string& table) {
    if (!can_be_checked(from_.at(table), keys_before_)) return false;
    if (check_.before.empty())
      check_.before.push_back(
          {"CREATE TEMP TABLE ddltrail_references (name TEXT, violations INTEGER)", {}});
    check_.before.push_back(
        {fmt::format("INSERT INTO temp.ddltrail_references SELECT {}, count(*) FROM {}",
                     literal(table), violations_of(former_name(table))),
         {}});
    return true;
  }

  const std::map<std::string, std::string>& former_;
  const Names& copied_;
  const Names& dropped_;
  const References from_;
  const References to_;
  const Keys keys_before_;
  const Keys keys_after_;
  ReferenceCheck check_;
};

}  // namespace

ReferenceCheck reference_check(const Schema& from, const Schema& to,
                               const std::map<std::string, std::string>& former,
                               const Names& copied, const Names& dropped) {
  if (copied.empty() && dropped.empty()) return {};
  return Check(from, to, former, copied, dropped).run();
}

}  // namespace ddltrail::sqlite_plan
