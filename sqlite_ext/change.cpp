#include "change.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <vector>

#include "sqlite_create/expression.h"

namespace ddltrail {
namespace {

// Longer texts are in the definitions anyway.
constexpr std::size_t kShortText = 1000;

const std::string& name_of(const Row& column) { return column.text("column_name"); }

std::set<std::string_view> names_of(const std::vector<Row>& columns) {
  std::set<std::string_view> names;
  for (const auto& column : columns) names.insert(name_of(column));
  return names;
}

/// Same places, other names, everything else equal: one statement cannot drop and add that way.
ColumnRenames find_column_renames(const std::vector<Row>& before, const std::vector<Row>& after) {
  if (before.size() != after.size()) return {};
  const auto old_names = names_of(before);
  const auto new_names = names_of(after);
  ColumnRenames renames;
  for (std::size_t i = 0; i < before.size(); ++i) {
    // Where they stand, and what may mention the name of another, may differ too.
    if (!same_but_for(before[i], after[i],
                      {"table_name", "column_name", "position", "generation_expression"}))
      return {};
    const auto& from = name_of(before[i]);
    const auto& to = name_of(after[i]);
    if (from == to) continue;
    if (new_names.contains(from) || old_names.contains(to)) return {};
    renames[from] = to;
  }
  return renames;
}

/// The operations of one change of a table, view or virtual table.
class TableComparison {
 public:
  TableComparison(Change& change, const Renames& renames, ColumnRenames column_renames)
      : change_(change), renames_(renames), column_renames_(std::move(column_renames)) {}

  void run() {
    compare_columns();
    compare_strictness();
    // Where the text of the table is the same, a foreign key differs because its parent does.
    if (change_.before->sql == change_.after->sql) return;
    compare_constraints();
    if (change_.object().kind == "view") change_.details.push_back({{"op", "alter_view"}});
  }

 private:
  void add(Json operation) { change_.details.push_back(std::move(operation)); }

  std::string renamed(const std::string& column) const {
    const auto found = column_renames_.find(column);
    return found == column_renames_.end() ? column : found->second;
  }

  void compare_columns() {
    const auto& before = rows_of(change_.old_definition, "columns");
    const auto& after = rows_of(change_.new_definition, "columns");
    std::map<std::string_view, const Row*> left;
    for (const auto& column : after) left[name_of(column)] = &column;
    std::vector<std::pair<const Row*, const Row*>> kept;
    for (const auto& column : before) {
      const auto found =
          is_replaced(name_of(column)) ? left.end() : left.find(renamed(name_of(column)));
      if (found == left.end()) {
        add({{"op", "drop_column"}, {"column", name_of(column)}});
        continue;
      }
      kept.emplace_back(&column, found->second);
      left.erase(found);
    }
    for (const auto& [column, now] : kept) compare_column(*column, *now);
    for (const auto& column : after) {
      if (!left.contains(name_of(column))) continue;
      add({{"op", "add_column"}, {"column", name_of(column)}, {"type", column["data_type"]}});
    }
  }

  /// Another column has its name now.
  bool is_replaced(const std::string& column) const {
    return !column_renames_.contains(column) &&
           std::any_of(column_renames_.begin(), column_renames_.end(),
                       [&](const auto& rename) { return rename.second == column; });
  }

  void compare_column(const Row& before, const Row& after) {
    if (before == after) return;
    const auto& name = name_of(after);
    if (name_of(before) != name)
      add({{"op", "rename_column"}, {"from", name_of(before)}, {"to", name}});
    compare_property("alter_column_type", "data_type", before, after);
    if (before["is_nullable"] != after["is_nullable"]) {
      const bool is_nullable = after["is_nullable"].get<bool>();
      add({{"op", is_nullable ? "drop_not_null" : "set_not_null"}, {"column", name}});
    }
    compare_property("alter_column_default", "default_expression", before, after);
    compare_generation(before, after);
    for (const auto* property : {"collation", "generated"})
      compare_column_property(property, before, after);
  }

  void compare_generation(const Row& before, const Row& after) {
    const Json& expression = before["generation_expression"];
    if (expression.is_null() || !are_renamed(create::names_in(expression.get<std::string>())))
      compare_property("alter_column_generated", "generation_expression", before, after);
  }

  /// Where the expression comes or goes that tells it.
  void compare_column_property(const char* property, const Row& before, const Row& after) {
    const Json& from = before[property];
    const Json& to = after[property];
    const bool is_told =
        property == std::string_view("generated") && (from.is_null() || to.is_null());
    if (from == to || is_told) return;
    add({{"op", "alter_property"},
         {"property", property},
         {"column", name_of(after)},
         {"from", from},
         {"to", to}});
  }

  bool are_renamed(const std::vector<std::string>& columns) const {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const auto& column) { return column_renames_.contains(column); });
  }

  void compare_strictness() {
    const auto& before = rows_of(change_.old_definition, "tables");
    const auto& after = rows_of(change_.new_definition, "tables");
    if (before.empty() || after.empty() || before[0] == after[0]) return;
    const Json& from = before[0]["is_strict"];
    const Json& to = after[0]["is_strict"];
    if (from != to)
      add({{"op", "alter_property"}, {"property", "is_strict"}, {"from", from}, {"to", to}});
  }

  void compare_property(const char* op, const char* key, const Row& before, const Row& after) {
    if (before[key] == after[key]) return;
    add({{"op", op}, {"column", name_of(after)}, {"from", before[key]}, {"to", after[key]}});
  }

  /// In the names of now nothing can differ either.
  bool has_same_constraints() const {
    const auto is_same = [&](const char* relation) {
      return rows_of(change_.old_definition, relation) == rows_of(change_.new_definition, relation);
    };
    return renames_.tables.empty() && renames_.columns.empty() && is_same("constraints") &&
           is_same("foreign_keys");
  }

  void compare_constraints() {
    if (has_same_constraints()) return;
    auto before = constraints_of(change_.old_definition, true);
    auto after = constraints_of(change_.new_definition, false);
    const auto matched = std::remove_if(before.begin(), before.end(), [&](const auto& old) {
      const auto found = std::find_if(after.begin(), after.end(),
                                      [&](const auto& now) { return are_same(old, now); });
      if (found == after.end()) return false;
      after.erase(found);
      return true;
    });
    before.erase(matched, before.end());
    for (const auto& constraint : before) add_constraint_operation("drop_constraint", constraint);
    for (const auto& constraint : after) add_constraint_operation("add_constraint", constraint);
  }

  /// What a foreign key refers to, in the names of now.
  struct Target {
    std::string table;
    std::vector<std::string> columns;
    Json on_update;
    Json on_delete;
    bool operator==(const Target&) const = default;
  };

  struct Constraint {
    const Row* row;
    std::vector<std::string> columns;  // in the names of now
    std::optional<Target> target = std::nullopt;
    bool is_told_by_definition = false;
  };

  /// The same one, in the names of now.
  static bool are_same(const Constraint& a, const Constraint& b) {
    const auto is_same = [&](const char* part) { return (*a.row)[part] == (*b.row)[part]; };
    return is_same("kind") && is_same("constraint_name") && is_same("is_deferrable") &&
           is_same("is_deferred") && a.columns == b.columns && a.target == b.target &&
           a.is_told_by_definition == b.is_told_by_definition &&
           (!a.is_told_by_definition || is_same("definition"));
  }

  void add_constraint_operation(const char* op, const Constraint& constraint) {
    add({{"op", op},
         {"constraint", (*constraint.row)["constraint_name"]},
         {"kind", (*constraint.row)["kind"]},
         {"columns", constraint.columns},
         {"definition", (*constraint.row)["definition"]}});
  }

  std::vector<Constraint> constraints_of(const Definition& definition, bool is_old) const {
    std::vector<Constraint> constraints;
    std::vector<const Row*> foreign_keys;
    for (const auto& row : rows_of(definition, "foreign_keys")) foreign_keys.push_back(&row);
    for (const auto& row : rows_of(definition, "constraints")) {
      const auto columns = row["columns"].get<std::vector<std::string>>();
      Constraint constraint{&row, is_old ? renamed(columns) : columns};
      if (row["kind"] == "foreign key")
        constraint.target = target(take_foreign_key(foreign_keys, row), is_old);
      else
        constraint.is_told_by_definition = constraint.columns == columns && !reads_renamed(columns);
      constraints.push_back(std::move(constraint));
    }
    return constraints;
  }

  /// A definition mentions its columns: where one has another name, both differ in that.
  bool reads_renamed(const std::vector<std::string>& columns) const {
    return std::any_of(columns.begin(), columns.end(), [&](const auto& column) {
      return std::any_of(column_renames_.begin(), column_renames_.end(),
                         [&](const auto& rename) { return rename.second == column; });
    });
  }

  /// The row of a constraint among the foreign keys, which are in the same order.
  static const Row* take_foreign_key(std::vector<const Row*>& foreign_keys, const Row& constraint) {
    const auto is_same = [&](const Row* row) {
      return (*row)["columns"] == constraint["columns"] &&
             (*row)["constraint_name"] == constraint["constraint_name"];
    };
    const auto found = std::find_if(foreign_keys.begin(), foreign_keys.end(), is_same);
    if (found == foreign_keys.end()) return nullptr;
    const Row* row = *found;
    foreign_keys.erase(found);
    return row;
  }

  std::optional<Target> target(const Row* row, bool is_old) const {
    if (row == nullptr) return std::nullopt;
    const auto& parent = row->text("referenced_table");
    auto columns = (*row)["referenced_columns"].get<std::vector<std::string>>();
    if (is_old) {
      for (auto& column : columns) column = renames_.column(parent, column);
    }
    return Target{is_old ? renames_.table(parent) : parent, std::move(columns), (*row)["on_update"],
                  (*row)["on_delete"]};
  }

  std::vector<std::string> renamed(std::vector<std::string> columns) const {
    for (auto& column : columns) column = renamed(column);
    return columns;
  }

  Change& change_;
  const Renames& renames_;
  ColumnRenames column_renames_;
};

bool differs(const Change& change) {
  if (change.before->sql != change.after->sql ||
      change.before->table_name != change.after->table_name)
    return true;
  return !look_the_same(change.old_definition, change.new_definition);
}

/// For what no other operation tells.
Json altered_definition(const Change& change) {
  Json operation = {{"op", "alter_definition"}};
  const auto& from = change.before->sql;
  const auto& to = change.after->sql;
  if (from && to && from != to && from->size() <= kShortText && to->size() <= kShortText) {
    operation["from"] = *from;
    operation["to"] = *to;
  }
  return operation;
}

void describe_one(Change& change, const Renames& renames, const ColumnRenames& column_renames) {
  if (!change.before || !change.after) {
    change.details.push_back({{"op", change.after ? "create" : "drop"}});
    return;
  }
  if (change.is_renamed()) {
    change.details.push_back(
        {{"op", "rename"}, {"from", change.before->name}, {"to", change.after->name}});
  }
  if (!differs(change) && column_renames.empty()) return;
  if (change.object().is_table_like()) TableComparison(change, renames, column_renames).run();
  if (change.details.empty()) change.details.push_back(altered_definition(change));
}

bool is_side_effect(const Change& change) {
  return std::all_of(change.details.begin(), change.details.end(), [](const Json& operation) {
    return operation.at("op") == "alter_definition" || operation.at("op") == "alter_view";
  });
}

int rank_of_action(const Change& change) {
  const auto action = change.action();
  if (action == "drop") return 0;
  if (action == "rename") return 1;
  if (action == "create") return 2;
  return is_side_effect(change) ? 4 : 3;
}

int rank_of_kind(const std::string& kind) {
  constexpr std::array kKinds = {"table", "virtual table", "view", "index"};
  return static_cast<int>(std::find(kKinds.begin(), kKinds.end(), kind) - kKinds.begin());
}

}  // namespace

std::string Change::action() const {
  if (!before) return "create";
  if (!after) return "drop";
  return is_renamed() ? "rename" : "alter";
}

std::string Renames::table(const std::string& name) const {
  const auto found = tables.find(name);
  return found == tables.end() ? name : found->second;
}

std::string Renames::column(const std::string& table, const std::string& name) const {
  const auto found = columns.find({table, name});
  return found == columns.end() ? name : found->second;
}

ColumnRenames renamed_in_place(const Change& change) {
  return find_column_renames(rows_of(change.old_definition, "columns"),
                             rows_of(change.new_definition, "columns"));
}

void describe(std::span<Change> changes, Certainty certainty) {
  Renames renames;
  std::vector<ColumnRenames> column_renames(changes.size());
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const Change& change = changes[i];
    if (!change.before || !change.after) continue;
    if (change.is_renamed()) renames.tables[change.before->name] = change.after->name;
    column_renames[i] = change.column_renames;
    if (certainty == Certainty::kOneStatement) column_renames[i] = renamed_in_place(change);
    for (const auto& [from, to] : column_renames[i])
      renames.columns[{change.before->name, from}] = to;
  }
  for (std::size_t i = 0; i < changes.size(); ++i)
    describe_one(changes[i], renames, column_renames[i]);
}

bool stands_before(const Change& a, const Change& b) {
  const auto place = [](const Change& change) {
    return std::make_tuple(rank_of_action(change), rank_of_kind(change.object().kind),
                           change.object().object_id);
  };
  return place(a) < place(b);
}

}  // namespace ddltrail
