#include "plan/sqlite/table_change.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "plan/sqlite/rename_steps.h"

namespace ddltrail::sqlite_plan {
namespace {

using Columns = std::vector<const ColumnShape*>;

/// Those of the first that the second does not have.
Columns only_in(const TableShape& one, const TableShape& other) {
  Columns columns;
  for (const ColumnShape& column : one.columns)
    if (!other.column(column.name)) columns.push_back(&column);
  return columns;
}

std::multiset<std::string> constraints_of(const TableShape& table) {
  return {table.constraints.begin(), table.constraints.end()};
}

bool has_same_frame(const TableShape& from, const TableShape& to) {
  return constraints_of(from) == constraints_of(to) && from.is_strict == to.is_strict &&
         from.is_without_rowid == to.is_without_rowid && from.module == to.module;
}

bool has_same_columns(const TableShape& from, const TableShape& to) {
  return std::all_of(from.columns.begin(), from.columns.end(), [&](const ColumnShape& column) {
    const ColumnShape* later = to.column(column.name);
    return !later || *later == column;
  });
}

/// ALTER TABLE ADD COLUMN takes constants only.
bool is_constant(const std::string& expression) {
  const std::string word = upper_case(expression);
  return expression.find('(') == std::string::npos && !word.starts_with("CURRENT_");
}

bool can_be_added(const ColumnShape& column) {
  if (column.is_generated) return !column.is_stored;
  if (!is_constant(column.default_expression)) return false;
  const std::string word = upper_case(column.default_expression);
  return column.is_nullable || (!word.empty() && word != "NULL");
}

class Change {
 public:
  Change(const TableShape& from, const TableShape& to, const Words& mentioned,
         const std::set<std::string>& taken)
      : from_(from),
        to_(to),
        mentioned_(mentioned),
        taken_(taken),
        gone_(only_in(from, to)),
        come_(only_in(to, from)) {}

  TableChange run() {
    if (is_same()) return {};
    ask();
    if (!to_.module.empty() || !from_.module.empty())
      replace();
    else if (can_alter())
      alter();
    else
      rebuild();
    return std::move(change_);
  }

 private:
  bool is_same() const {
    return gone_.empty() && come_.empty() && has_same_frame(from_, to_) &&
           has_same_columns(from_, to_);
  }

  bool can_alter() const {
    return has_same_frame(from_, to_) && has_same_columns(from_, to_) &&
           std::all_of(come_.begin(), come_.end(),
                       [](const ColumnShape* column) { return can_be_added(*column); }) &&
           std::none_of(gone_.begin(), gone_.end(), [&](const ColumnShape* column) {
             return mentioned_.may_mention(column->name) || is_in_another(*column);
           });
  }

  /// In what another column is computed from.
  bool is_in_another(const ColumnShape& column) const {
    return std::any_of(from_.columns.begin(), from_.columns.end(), [&](const ColumnShape& other) {
      Words words;
      words.add(other.text);
      return other.name != column.name && words.may_mention(column.name);
    });
  }

  void alter() {
    const std::string alter = "ALTER TABLE " + quoted(to_.name);
    for (const ColumnShape* column : come_) add(alter + " ADD COLUMN " + column->text);
    for (const ColumnShape* column : gone_)
      add(alter + " DROP COLUMN " + quoted(column->name), {loss(column->name)});
  }

  /// Virtual tables: their modules alone know what is in them.
  void replace() {
    add("DROP TABLE " + quoted(to_.name),
        {{Hazard::kDataLoss, "table " + to_.name, "a virtual table is made anew, empty"}});
    add(to_.create(to_.name));
    change_.is_rebuild = true;
  }

  void rebuild() {
    const std::string name = free_name(to_.name, taken_);
    add(to_.create(name), risks());
    copy(name);
    if (from_.is_autoincrement && to_.is_autoincrement) keep_sequence(name);
    add("DROP TABLE " + quoted(to_.name));
    add("ALTER TABLE " + quoted(name) + " RENAME TO " + quoted(to_.name));
    change_.is_rebuild = true;
  }

  /// Empty: no rows can be copied.
  std::vector<std::string> copied_columns() const {
    std::vector<std::string> columns;
    if (keeps_rowids()) columns.push_back("rowid");
    for (const ColumnShape& column : to_.columns)
      if (!column.is_generated && from_.column(column.name)) columns.push_back(quoted(column.name));
    return columns;
  }

  void copy(const std::string& name) {
    const std::vector<std::string> columns = copied_columns();
    if (columns.empty()) return;
    const std::string list = list_of(columns);
    add(fmt::format("INSERT INTO {} ({}) SELECT {} FROM {}", quoted(name), list, list,
                    quoted(to_.name)));
  }

  /// Others may know the rows by what no column shows, and a table without its columns keeps them.
  /// Not where a column is the rowid, and its values are copied.
  bool keeps_rowids() const {
    const auto has_rowids = [](const TableShape& table) {
      return !table.is_without_rowid && std::none_of(table.columns.begin(), table.columns.end(),
                                                     [](const ColumnShape& column) {
                                                       return lower_case(column.name) == "rowid";
                                                     });
    };
    return has_rowids(from_) && has_rowids(to_) &&
           (to_.rowid_column.empty() || !from_.column(to_.rowid_column));
  }

  /// The highest row may be gone, and its number must not come again.
  void keep_sequence(const std::string& name) {
    add("DELETE FROM sqlite_sequence WHERE name = " + literal(name));
    add(
        fmt::format("INSERT INTO sqlite_sequence (name, seq) SELECT {}, seq FROM sqlite_sequence "
                    "WHERE name = {}",
                    literal(name), literal(to_.name)));
  }

  std::vector<Risk> risks() const {
    std::vector<Risk> risks = {
        {Hazard::kTableRewrite, "table " + to_.name, "all of its rows are copied"}};
    for (const ColumnShape* column : gone_) risks.push_back(loss(column->name));
    if (copied_columns().empty())
      risks.push_back({Hazard::kDataLoss, "table " + to_.name, "its rows are gone"});
    else if (can_refuse_rows())
      risks.push_back({Hazard::kMayFail, "table " + to_.name, "rows may break a rule that is new"});
    return risks;
  }

  bool can_refuse_rows() const {
    if (to_.is_strict && !from_.is_strict) return true;
    for (const ColumnShape& column : to_.columns) {
      const ColumnShape* former = from_.column(column.name);
      const bool was_nullable = !former || former->is_nullable;
      const bool is_filled = !former && !column.default_expression.empty();
      if (was_nullable && !column.is_nullable && !is_filled && !column.is_generated) return true;
    }
    const auto before = constraints_of(from_), after = constraints_of(to_);
    return !std::includes(before.begin(), before.end(), after.begin(), after.end());
  }

  Risk loss(const std::string& column) const {
    return {Hazard::kDataLoss, "column " + to_.name + "." + column, "its values are gone"};
  }

  /// A column that could be another one: the same but for its name.
  void ask() {
    for (const ColumnShape* former : gone_)
      for (const ColumnShape* later : come_)
        if (later->text.substr(quoted(later->name).size()) ==
            former->text.substr(quoted(former->name).size()))
          change_.questions.push_back(
              fmt::format("column:{}.{}={}", to_.name, former->name, later->name));
  }

  void add(std::string sql, std::vector<Risk> risks = {}) {
    change_.steps.push_back({std::move(sql), std::move(risks)});
  }

  const TableShape& from_;
  const TableShape& to_;
  const Words& mentioned_;
  const std::set<std::string>& taken_;
  const Columns gone_;
  const Columns come_;
  TableChange change_;
};

}  // namespace

TableChange change(const TableShape& from, const TableShape& to, const Words& mentioned,
                   const std::set<std::string>& taken) {
  return Change(from, to, mentioned, taken).run();
}

}  // namespace ddltrail::sqlite_plan
