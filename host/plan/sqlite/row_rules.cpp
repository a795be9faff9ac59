#include "plan/sqlite/row_rules.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "base/ascii.h"
#include "plan/sqlite/words.h"

namespace ddltrail::sqlite_plan {
namespace {

using Texts = std::vector<std::string>;

bool is_number(const std::string& affinity) {
  return affinity == "integer" || affinity == "real" || affinity == "numeric";
}

/// What a value of a STRICT table must be after SQLite has converted it as it does.
std::string misfit(const std::string& value, const std::string& affinity) {
  if (affinity == "integer")
    return fmt::format("{0} <> CAST(CAST({0} AS NUMERIC) AS INTEGER)", value);
  if (affinity == "real") return fmt::format("{0} <> CAST({0} AS NUMERIC)", value);
  if (affinity == "text") return fmt::format("typeof({}) = 'blob'", value);
  if (affinity == "blob") return fmt::format("typeof({}) NOT IN ('blob', 'null')", value);
  return "";
}

/// Digits that are not the same digits as a number: leading zeros, and more than a number holds.
std::string lost_digits(const std::string& value, const std::string& affinity) {
  const std::string number =
      affinity == "real" ? "CAST(" + value + " AS REAL) AS INTEGER" : value + " AS NUMERIC";
  return fmt::format(
      "typeof({0}) = 'text' AND {0} GLOB '[0-9+]*' AND substr({0}, 2) NOT GLOB '*[^0-9]*' AND "
      "CAST(CAST({1}) AS TEXT) <> {0}",
      value, number);
}

/// The rules of one table, in the order of its columns.
class Rules {
 public:
  explicit Rules(const TablePair& table) : table_(table) {}

  std::vector<RowRule> run(bool is_copied) {
    if (is_copied) {
      for (const ColumnShape& column : table_.to.columns)
        if (!column.is_generated) of(column);
      for (const ConstraintShape& constraint : table_.to.constraints) of(constraint);
    }
    for (const UniqueKey& key : table_.indexes) of(key);
    return std::move(rules_);
  }

 private:
  void of(const ColumnShape& column) {
    const ColumnShape* former = table_.from.column(column.name);
    if (!former) return of_new(column);
    const std::string value = quoted(table_.former(column.name));
    if (column.name == table_.to.rowid_column && column.name != table_.from.rowid_column)
      add(column, "becomes the rowid", "some values are no integers", misfit(value, "integer"));
    if (former->is_nullable && !column.is_nullable)
      add(column, "becomes NOT NULL", "some rows have no value there", value + " IS NULL");
    const bool is_stricter = table_.to.is_strict && !table_.from.is_strict;
    if (former->affinity == column.affinity && !is_stricter) return;
    if (table_.to.is_strict) fits(column, value);
    converts(column, former->affinity, value);
  }

  void of_new(const ColumnShape& column) {
    if (!column.is_nullable && column.default_expression.empty() &&
        column.name != table_.to.rowid_column)
      add(column, "is new, NOT NULL and without a default", "there are rows", "TRUE");
  }

  void fits(const ColumnShape& column, const std::string& value) {
    if (const std::string broken = misfit(value, column.affinity); !broken.empty())
      add(column, fmt::format("becomes {} of a STRICT table", upper_case(column.affinity)),
          "some values are not of that type", broken);
  }

  /// What a value means must stay.
  void converts(const ColumnShape& column, const std::string& former, const std::string& value) {
    const std::string& affinity = column.affinity;
    const std::string change = fmt::format("becomes {}", upper_case(affinity));
    if (affinity == "text" && former != "integer")
      add(column, change, "some numbers would be rounded",
          fmt::format("typeof({0}) = 'real' AND CAST(CAST({0} AS TEXT) AS REAL) <> {0}", value));
    if (affinity == "real")
      add(column, change, "some integers would be rounded",
          fmt::format("typeof({0}) = 'integer' AND CAST(CAST({0} AS REAL) AS INTEGER) <> {0}",
                      value));
    if (is_number(affinity) && !is_number(former))
      add(column, change, "some digits would be lost", lost_digits(value, affinity));
  }

  void of(const ConstraintShape& constraint) {
    const bool is_new = std::none_of(table_.from.constraints.begin(), table_.from.constraints.end(),
                                     [&](const ConstraintShape& former) {
                                       return former.kind == constraint.kind &&
                                              former.definition == constraint.definition;
                                     });
    if (constraint.kind == "check" && is_new) of_check(constraint);
    if (constraint.kind == "primary key" || constraint.kind == "unique")
      of(UniqueKey{
          constraint.definition, constraint.columns, terms_of(constraint.columns), {}, is_new});
  }

  void of_check(const ConstraintShape& check) {
    if (!can_be_asked(check.columns)) return;
    const std::string_view expression = std::string_view(check.definition).substr(6);
    add_to_table(
        "gets " + check.definition, "some rows break it",
        fmt::format("SELECT 1 FROM {} WHERE NOT {}", rows_with(check.columns), expression));
  }

  Texts terms_of(const Texts& columns) const {
    Texts terms;
    for (const std::string& name : columns) {
      const ColumnShape* column = table_.to.column(name);
      terms.push_back(converted(*column) +
                      (column->collation.empty() ? "" : " COLLATE " + quoted(column->collation)));
    }
    return terms;
  }

  /// As it will be compared.
  std::string converted(const ColumnShape& column) const {
    const std::string value = quoted(column.name);
    const ColumnShape* former = table_.from.column(column.name);
    if (!former || former->affinity == column.affinity) return value;
    if (column.affinity == "text") return "CAST(" + value + " AS TEXT)";
    if (!is_number(column.affinity)) return value;
    return fmt::format("iif({0} = CAST({0} AS NUMERIC), CAST({0} AS NUMERIC), {0})", value);
  }

  void of(const UniqueKey& key) {
    const Texts columns = key.columns.empty() ? all_columns() : key.columns;
    if (!key.is_new && std::none_of(columns.begin(), columns.end(), [&](const std::string& name) {
          return is_compared_anew(name);
        }))
      return;
    if (!can_be_asked(columns) || is_filled_with_numbers(columns)) return;
    Texts conditions;
    for (const std::string& term : key.terms) conditions.push_back(term + " IS NOT NULL");
    if (key.predicate) conditions.push_back("(" + *key.predicate + ")");
    add_to_table(
        "gets " + key.shown, "some rows are alike in it",
        fmt::format("SELECT 1 FROM {} WHERE {} GROUP BY {} HAVING count(*) > 1", rows_with(columns),
                    fmt::join(conditions, " AND "), fmt::join(key.terms, ", ")));
  }

  bool is_compared_anew(const std::string& name) const {
    const ColumnShape *former = table_.from.column(name), *later = table_.to.column(name);
    return !former || !later || former->collation != later->collation ||
           (former->affinity != later->affinity && !is_number(former->affinity));
  }

  /// SQLite numbers the rows in a new INTEGER PRIMARY KEY.
  bool is_filled_with_numbers(const Texts& columns) const {
    return columns == Texts{table_.to.rowid_column} && !table_.from.column(columns.front());
  }

  Texts all_columns() const {
    Texts names;
    for (const ColumnShape& column : table_.to.columns) names.push_back(column.name);
    return names;
  }

  bool can_be_asked(const Texts& columns) const {
    return std::none_of(columns.begin(), columns.end(), [&](const std::string& column) {
      return is_computed_anew(table_, column);
    });
  }

  /// The rows as they are before the plan, with these columns under their later names.
  std::string rows_with(const Texts& columns) const {
    const bool is_as_before =
        table_.former_name == table_.to.name &&
        std::all_of(columns.begin(), columns.end(), [&](const std::string& name) {
          return table_.from.column(name) && table_.former(name) == name;
        });
    if (is_as_before) return quoted(table_.to.name);
    Texts list;
    for (const std::string& name : columns) list.push_back(value_of(name) + " AS " + quoted(name));
    return fmt::format("(SELECT {} FROM {}) AS {}", list_of(list), quoted(table_.former_name),
                       quoted(table_.to.name));
  }

  std::string value_of(const std::string& name) const {
    if (table_.from.column(name)) return quoted(table_.former(name));
    const std::string& expression = table_.to.column(name)->default_expression;
    return expression.empty() ? "NULL" : "(" + expression + ")";
  }

  void add(const ColumnShape& column, std::string change, std::string breach,
           const std::string& condition) {
    rules_.push_back(
        {"column " + table_.to.name + "." + column.name, std::move(change), std::move(breach),
         table_.former_name,
         fmt::format("SELECT 1 FROM {} WHERE {}", quoted(table_.former_name), condition)});
  }

  void add_to_table(std::string change, std::string breach, std::string breaker) {
    rules_.push_back({"table " + table_.to.name, std::move(change), std::move(breach),
                      table_.former_name, std::move(breaker)});
  }

  const TablePair& table_;
  std::vector<RowRule> rules_;
};

}  // namespace

const std::string& TablePair::former(const std::string& column) const {
  const auto found = former_columns.find(column);
  return found == former_columns.end() ? column : found->second;
}

std::vector<RowRule> row_rules(const TablePair& table, bool is_copied) {
  return Rules(table).run(is_copied);
}

bool is_computed_anew(const TablePair& table, const std::string& column) {
  const ColumnShape *former = table.from.column(column), *later = table.to.column(column);
  return later && later->is_generated && (!former || former->text != later->text);
}

std::vector<Step> check_steps(const std::vector<RowRule>& rules) {
  if (rules.empty()) return {};
  Texts columns, values;
  std::vector<Risk> risks;
  for (const RowRule& rule : rules) {
    const std::string name = fmt::format("rule_{}", columns.size() + 1);
    const std::string message = fmt::format("{} {}, and {}", rule.object, rule.change, rule.breach);
    columns.push_back(
        fmt::format("  {} INTEGER CONSTRAINT {} CHECK ({} = 0)", name, quoted(message), name));
    values.push_back("  EXISTS (" + rule.breaker + ")");
    if (rule.is_expected)
      risks.push_back({Hazard::kMayFail, rule.object, rule.change, {{"main", rule.table}}});
  }
  return {{fmt::format("CREATE TEMP TABLE ddltrail_check (\n{}\n)", fmt::join(columns, ",\n")), {}},
          {fmt::format("INSERT INTO temp.ddltrail_check SELECT\n{}", fmt::join(values, ",\n")),
           std::move(risks)},
          {"DROP TABLE temp.ddltrail_check", {}}};
}

}  // namespace ddltrail::sqlite_plan
