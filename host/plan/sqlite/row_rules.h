// What the rows of a table must keep so that they can be copied: rules that are new to them, each
// with the query that finds a row that breaks it. It is asked before anything is changed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diff/renames.h"
#include "plan/plan.h"
#include "plan/sqlite/table_shape.h"

namespace ddltrail::sqlite_plan {

struct RowRule {
  std::string object;       ///< for people: column t.b
  std::string change;       ///< "becomes NOT NULL"
  std::string breach;       ///< "some rows have no value there"
  std::string table;        ///< whose rows are asked, by its former name
  std::string breaker;      ///< SELECT of a row that breaks it
  bool is_expected = true;  ///< some row may break it: else only the plan could be at fault
};

/// Values that no other row may have: a primary key, a unique constraint or index.
struct UniqueKey {
  std::string shown;
  std::vector<std::string> columns;  ///< that it reads; empty: any of the table
  std::vector<std::string> terms;
  std::optional<std::string> predicate;
  bool is_new = false;
};

/// A table before the plan and after it: its shapes are both under the later names.
struct TablePair {
  const TableShape& from;
  const TableShape& to;
  std::string former_name;
  Renames::Names former_columns;  ///< later name -> former name, of those that are renamed
  std::vector<UniqueKey> indexes = {};
  bool must_be_rebuilt = false;   ///< renames alone make its text another one
  bool may_drop_in_place = true;  ///< no view and no trigger is in SQLite's way

  const std::string& former(const std::string& column) const;
};

/// `is_copied`: rows go into a table that is made anew; else only its indexes may refuse them.
std::vector<RowRule> row_rules(const TablePair& table, bool is_copied);

/// A column whose values depend on what is computed in the new table, so that no query can tell.
bool is_computed_anew(const TablePair& table, const std::string& column);

/// Steps that fail, each naming the rule, where a row breaks one. None for no rules.
std::vector<Step> check_steps(const std::vector<RowRule>& rules);

}  // namespace ddltrail::sqlite_plan
