#include "plan/sqlite/table_change.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "diff/sql_tokens.h"
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

bool has_same_options(const TableShape& from, const TableShape& to) {
  return from.is_strict == to.is_strict && from.is_without_rowid == to.is_without_rowid &&
         from.module == to.module;
}

/// Those of the second that the first does not have; nothing where it has others.
std::optional<std::vector<const ConstraintShape*>> added_constraints(const TableShape& from,
                                                                     const TableShape& to) {
  auto before = constraint_texts(from);
  std::multiset<std::string> left(before.begin(), before.end());
  std::vector<const ConstraintShape*> added;
  for (const ConstraintShape& constraint : to.constraints)
    if (const auto same = left.find(constraint.text); same != left.end())
      left.erase(same);
    else
      added.push_back(&constraint);
  if (!left.empty()) return std::nullopt;
  return added;
}

bool has_same_columns(const TableShape& from, const TableShape& to) {
  return std::all_of(from.columns.begin(), from.columns.end(), [&](const ColumnShape& column) {
    const ColumnShape* later = to.column(column.name);
    return !later || *later == column;
  });
}

/// ALTER TABLE ADD COLUMN takes one literal only, where there are rows.
bool is_constant(const std::string& expression) {
  if (upper_case(expression).starts_with("CURRENT_")) return false;
  const auto is_sign = [](const SqlToken& token) { return token.kind == SqlToken::Kind::kSign; };
  const std::vector<SqlToken> tokens = sql_tokens(expression);
  auto token = std::find_if(tokens.begin(), tokens.end(), [&](const SqlToken& candidate) {
    return !is_sign(candidate) || (candidate.text != "-" && candidate.text != "+");
  });
  for (std::size_t end = token == tokens.end() ? 0 : token->begin; token != tokens.end(); ++token) {
    if (token->begin != end || (is_sign(*token) && token->text != ".")) return false;
    end = token->end;
  }
  return true;
}

bool is_filled_with_null(const ColumnShape& column) {
  return column.default_expression.empty() || upper_case(column.default_expression) == "NULL";
}

bool can_be_added(const ColumnShape& column) {
  if (column.is_generated) return !column.is_stored;
  return is_constant(column.default_expression) &&
         (column.is_nullable || !is_filled_with_null(column));
}

/// As a constraint of its one column.
std::string column_rule(const ConstraintShape& constraint) {
  const std::string name =
      constraint.text.substr(0, constraint.text.size() - constraint.definition.size());
  return " " + name +
         (constraint.kind == "foreign key"
              ? constraint.definition.substr(constraint.definition.find(") REFERENCES ") + 2)
              : constraint.definition);
}

class Change {
 public:
  Change(const TablePair& table, const Words& mentioned, const std::set<std::string>& taken)
      : table_(table),
        from_(table.from),
        to_(table.to),
        mentioned_(mentioned),
        taken_(taken),
        gone_(only_in(from_, to_)),
        come_(only_in(to_, from_)),
        added_(added_constraints(from_, to_)) {}

  TableChange run() {
    if (is_same()) {
      change_.rules = row_rules(table_, false);
      return std::move(change_);
    }
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
    return gone_.empty() && come_.empty() && has_same_frame() && has_same_columns(from_, to_);
  }

  bool has_same_frame() const {
    return added_ && added_->empty() && has_same_options(from_, to_) && !table_.must_be_rebuilt;
  }

  bool can_alter() const {
    return added_ && has_same_options(from_, to_) && has_same_columns(from_, to_) &&
           !table_.must_be_rebuilt &&
           std::all_of(added_->begin(), added_->end(),
                       [&](const ConstraintShape* constraint) {
                         return comes_with_a_column(*constraint);
                       }) &&
           std::all_of(come_.begin(), come_.end(),
                       [](const ColumnShape* column) { return can_be_added(*column); }) &&
           (gone_.empty() || table_.may_drop_in_place) &&
           std::none_of(gone_.begin(), gone_.end(), [&](const ColumnShape* column) {
             return mentioned_.may_mention(column->name) || is_in_another(*column);
           });
  }

  /// SQLite adds a column with what is said of it alone, and refers from it only where it is null.
  bool comes_with_a_column(const ConstraintShape& constraint) const {
    const bool is_reference = constraint.kind == "foreign key";
    if (constraint.columns.size() != 1 || (constraint.kind != "check" && !is_reference))
      return false;
    const ColumnShape* column = to_.column(constraint.columns.front());
    return column && !from_.column(column->name) &&
           (!is_reference || (is_filled_with_null(*column) && !column->is_generated));
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
    for (const ColumnShape* column : come_)
      add(alter + " ADD COLUMN " + column->text + rules_of(column->name));
    for (const ColumnShape* column : gone_)
      add(alter + " DROP COLUMN " + quoted(column->name), {loss(column->name)});
    change_.rules = row_rules(table_, true);
  }

  std::string rules_of(const std::string& column) const {
    std::string rules;
    for (const ConstraintShape* constraint : *added_)
      if (constraint->columns.front() == column) rules += column_rule(*constraint);
    return rules;
  }

  /// Virtual tables: their modules alone know what is in them.
  void replace() {
    add("DROP TABLE " + quoted(to_.name),
        {{Hazard::kDataLoss, "table " + to_.name, "a virtual table is made anew, empty"}});
    add(to_.create(to_.name));
    change_.is_rebuild = true;
  }

  void rebuild() {
    const std::string aside = free_name(to_.name, taken_);
    if (!mentions_itself(to_))
      rebuild_beside(aside);
    else if (!mentions_itself(from_))
      rebuild_in_place(aside);
    else
      rebuild_through(aside);
    change_.is_rebuild = true;
  }

  void rebuild_beside(const std::string& name) {
    add(to_.create(name), risks());
    copy(to_.name, name);
    add("DROP TABLE " + quoted(to_.name));
    add("ALTER TABLE " + quoted(name) + " RENAME TO " + quoted(to_.name));
  }

  /// A rule that says t.a can only be written for a table that is called t.
  void rebuild_in_place(const std::string& former) {
    add("ALTER TABLE " + quoted(to_.name) + " RENAME TO " + quoted(former));
    add(to_.create(to_.name), risks());
    copy(former, to_.name);
    add("DROP TABLE " + quoted(former));
  }

  /// Nor can one with such a rule be called otherwise: its rows wait in a table without any.
  void rebuild_through(const std::string& waiting) {
    const std::string list = list_of(copied_columns());
    const bool has_sequence = from_.is_autoincrement && to_.is_autoincrement;
    if (!list.empty()) {
      add("CREATE TABLE " + quoted(waiting) + " (" + list + ")");
      add(fmt::format("INSERT INTO {} ({}) SELECT {} FROM {}", quoted(waiting), list, list,
                      quoted(to_.name)));
      if (has_sequence) copy_sequence(to_.name, waiting);
    }
    add("DROP TABLE " + quoted(to_.name));
    add(to_.create(to_.name), risks());
    copy(waiting, to_.name);
    if (list.empty()) return;
    if (has_sequence) add("DELETE FROM sqlite_sequence WHERE name = " + literal(waiting));
    add("DROP TABLE " + quoted(waiting));
  }

  bool mentions_itself(const TableShape& table) const {
    Words words;
    for (const ConstraintShape& constraint : table.constraints)
      if (constraint.kind == "check") words.add(constraint.definition);
    for (const ColumnShape& column : table.columns)
      if (column.is_generated) words.add(column.text);
    return words.may_mention(to_.name);
  }

  /// Empty: no rows can be copied.
  std::vector<std::string> copied_columns() const {
    std::vector<std::string> columns;
    if (const std::string rowid = rowid_name(); !rowid.empty() && keeps_rowids())
      columns.push_back(rowid);
    for (const ColumnShape& column : to_.columns)
      if (!column.is_generated && from_.column(column.name)) columns.push_back(quoted(column.name));
    return columns;
  }

  void copy(const std::string& from, const std::string& to) {
    const std::vector<std::string> columns = copied_columns();
    if (columns.empty()) return;
    change_.rules = row_rules(table_, true);
    const std::string list = list_of(columns);
    // OR ABORT: what ON CONFLICT of a column says would leave rows out.
    add(fmt::format("INSERT OR ABORT INTO {} ({}) SELECT {} FROM {}", quoted(to), list, list,
                    quoted(from)));
    if (from_.is_autoincrement && to_.is_autoincrement) keep_sequence(from, to);
  }

  /// Others may know the rows by what no column shows, and a table without its columns keeps them.
  /// Not where a column is the rowid, and its values are copied.
  bool keeps_rowids() const {
    return !from_.is_without_rowid && !to_.is_without_rowid &&
           (to_.rowid_column.empty() || !from_.column(to_.rowid_column));
  }

  /// The first of its names that no column has.
  std::string rowid_name() const {
    for (const char* name : {"rowid", "_rowid_", "oid"})
      if (!has_column(from_, name) && !has_column(to_, name)) return name;
    return "";
  }

  static bool has_column(const TableShape& table, const std::string& lower_name) {
    return std::any_of(table.columns.begin(), table.columns.end(), [&](const ColumnShape& column) {
      return lower_case(column.name) == lower_name;
    });
  }

  /// The highest row may be gone, and its number must not come again.
  void keep_sequence(const std::string& from, const std::string& to) {
    add("DELETE FROM sqlite_sequence WHERE name = " + literal(to));
    copy_sequence(from, to);
  }

  void copy_sequence(const std::string& from, const std::string& to) {
    add(
        fmt::format("INSERT INTO sqlite_sequence (name, seq) SELECT {}, seq FROM sqlite_sequence "
                    "WHERE name = {}",
                    literal(to), literal(from)));
  }

  std::vector<Risk> risks() const {
    std::vector<Risk> risks = {
        {Hazard::kTableRewrite, "table " + to_.name, "all of its rows are copied"}};
    for (const ColumnShape* column : gone_) risks.push_back(loss(column->name));
    for (const ColumnShape& column : to_.columns)
      if (const auto* former = from_.column(column.name);
          former && column.is_generated && !former->is_generated)
        risks.push_back({Hazard::kDataLoss, loss(column.name).object,
                         "its values are computed from now on, and those it had are gone"});
    if (copied_columns().empty())
      risks.push_back({Hazard::kDataLoss, "table " + to_.name, "its rows are gone"});
    for (const ColumnShape& column : to_.columns)
      if (may_refuse(column))
        risks.push_back({Hazard::kMayFail, "column " + to_.name + "." + column.name,
                         "its values are computed anew and may break its rules"});
    return risks;
  }

  /// What no query can tell before the column is there.
  bool may_refuse(const ColumnShape& column) const {
    const auto reads_it = [&](const ConstraintShape& constraint) {
      return std::find(constraint.columns.begin(), constraint.columns.end(), column.name) !=
             constraint.columns.end();
    };
    return is_computed_anew(table_, column.name) &&
           (!column.is_nullable || to_.is_strict ||
            std::any_of(to_.constraints.begin(), to_.constraints.end(), reads_it));
  }

  Risk loss(const std::string& column) const {
    return {Hazard::kDataLoss, "column " + to_.name + "." + table_.former(column),
            "its values are gone"};
  }

  void add(std::string sql, std::vector<Risk> risks = {}) {
    for (Risk& risk : risks) risk.table = {"main", table_.former_name};
    change_.steps.push_back({std::move(sql), std::move(risks)});
  }

  const TablePair& table_;
  const TableShape& from_;
  const TableShape& to_;
  const Words& mentioned_;
  const std::set<std::string>& taken_;
  const Columns gone_;
  const Columns come_;
  const std::optional<std::vector<const ConstraintShape*>> added_;  ///< nothing: others are gone
  TableChange change_;
};

}  // namespace

TableChange change(const TablePair& table, const Words& mentioned,
                   const std::set<std::string>& taken) {
  return Change(table, mentioned, taken).run();
}

}  // namespace ddltrail::sqlite_plan
