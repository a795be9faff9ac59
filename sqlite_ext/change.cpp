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

const Json& rows_of(const Definition& definition, const char* relation) {
  static const Json kNone = Json::array();
  return definition && definition->contains(relation) ? definition->at(relation) : kNone;
}

std::string name_of(const Json& column) { return column.at("column_name").get<std::string>(); }

std::set<std::string> names_of(const Json& columns) {
  std::set<std::string> names;
  for (const auto& column : columns) names.insert(name_of(column));
  return names;
}

/// Two columns but for their names, where they stand, and what may mention the name of another.
bool same_but_for_name(const Json& a, const Json& b) {
  constexpr std::array kNames = {"table_name", "column_name", "position", "generation_expression"};
  const auto same_value = [&](const auto& x, const auto& y) {
    return x.first == y.first && (x.second == y.second ||
                                  std::find(kNames.begin(), kNames.end(), x.first) != kNames.end());
  };
  const auto& x = a.get_ref<const Json::object_t&>();
  const auto& y = b.get_ref<const Json::object_t&>();
  return std::equal(x.begin(), x.end(), y.begin(), y.end(), same_value);
}

/// Same places, other names, everything else equal: one statement cannot drop and add that way.
ColumnRenames find_column_renames(const Json& before, const Json& after) {
  if (before.size() != after.size()) return {};
  const auto old_names = names_of(before);
  const auto new_names = names_of(after);
  ColumnRenames renames;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!same_but_for_name(before[i], after[i])) return {};
    const auto from = name_of(before[i]);
    const auto to = name_of(after[i]);
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
    const Json& before = rows_of(change_.old_definition, "columns");
    const Json& after = rows_of(change_.new_definition, "columns");
    std::map<std::string, const Json*> left;
    for (const auto& column : after) left[name_of(column)] = &column;
    std::vector<std::pair<const Json*, const Json*>> kept;
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
      add({{"op", "add_column"}, {"column", name_of(column)}, {"type", column.at("data_type")}});
    }
  }

  /// Another column has its name now.
  bool is_replaced(const std::string& column) const {
    return !column_renames_.contains(column) &&
           std::any_of(column_renames_.begin(), column_renames_.end(),
                       [&](const auto& rename) { return rename.second == column; });
  }

  void compare_column(const Json& before, const Json& after) {
    if (before == after) return;
    const auto name = name_of(after);
    if (name_of(before) != name)
      add({{"op", "rename_column"}, {"from", name_of(before)}, {"to", name}});
    compare_property("alter_column_type", "data_type", before, after);
    if (before.at("is_nullable") != after.at("is_nullable")) {
      const bool is_nullable = after.at("is_nullable").get<bool>();
      add({{"op", is_nullable ? "drop_not_null" : "set_not_null"}, {"column", name}});
    }
    compare_property("alter_column_default", "default_expression", before, after);
    compare_generation(before, after);
    for (const auto* property : {"collation", "generated"})
      compare_column_property(property, before, after);
  }

  void compare_generation(const Json& before, const Json& after) {
    const Json& expression = before.at("generation_expression");
    if (expression.is_null() || !are_renamed(create::names_in(expression.get<std::string>())))
      compare_property("alter_column_generated", "generation_expression", before, after);
  }

  /// Where the expression comes or goes that tells it.
  void compare_column_property(const char* property, const Json& before, const Json& after) {
    const Json& from = before.at(property);
    const Json& to = after.at(property);
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
    const Json& before = rows_of(change_.old_definition, "tables");
    const Json& after = rows_of(change_.new_definition, "tables");
    if (before.empty() || after.empty() || before[0] == after[0]) return;
    const Json& from = before[0].at("is_strict");
    const Json& to = after[0].at("is_strict");
    if (from != to)
      add({{"op", "alter_property"}, {"property", "is_strict"}, {"from", from}, {"to", to}});
  }

  void compare_property(const char* op, const char* key, const Json& before, const Json& after) {
    if (before.at(key) == after.at(key)) return;
    add({{"op", op}, {"column", name_of(after)}, {"from", before.at(key)}, {"to", after.at(key)}});
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
                                      [&](const auto& now) { return now.key == old.key; });
      if (found == after.end()) return false;
      after.erase(found);
      return true;
    });
    before.erase(matched, before.end());
    for (const auto& constraint : before) add_constraint_operation("drop_constraint", constraint);
    for (const auto& constraint : after) add_constraint_operation("add_constraint", constraint);
  }

  struct Constraint {
    Json key;  // what makes it the same one, in the names of now
    Json row;
  };

  void add_constraint_operation(const char* op, const Constraint& constraint) {
    add({{"op", op},
         {"constraint", constraint.row.at("constraint_name")},
         {"kind", constraint.row.at("kind")},
         {"columns", constraint.key.at("columns")},
         {"definition", constraint.row.at("definition")}});
  }

  std::vector<Constraint> constraints_of(const Definition& definition, bool is_old) const {
    std::vector<Constraint> constraints;
    auto foreign_keys = rows_of(definition, "foreign_keys");
    for (const auto& row : rows_of(definition, "constraints")) {
      Json key;
      for (const auto* part : {"kind", "constraint_name", "is_deferrable", "is_deferred"})
        key[part] = row.at(part);
      key["columns"] = columns_now(row, is_old);
      if (row.at("kind") == "foreign key") {
        key["reference"] = reference(take_foreign_key(foreign_keys, row), is_old);
      } else if (key["columns"] == row.at("columns") && !reads_renamed(row)) {
        key["definition"] = row.at("definition");
      }
      constraints.push_back({std::move(key), row});
    }
    return constraints;
  }

  /// A definition mentions its columns: where one has another name, both differ in that.
  bool reads_renamed(const Json& constraint) const {
    const auto columns = constraint.at("columns").get<std::vector<std::string>>();
    return std::any_of(columns.begin(), columns.end(), [&](const auto& column) {
      return std::any_of(column_renames_.begin(), column_renames_.end(),
                         [&](const auto& rename) { return rename.second == column; });
    });
  }

  /// The row of a constraint among the foreign keys, which are in the same order.
  static Json take_foreign_key(Json& foreign_keys, const Json& constraint) {
    const auto is_same = [&](const Json& row) {
      return row.at("columns") == constraint.at("columns") &&
             row.at("constraint_name") == constraint.at("constraint_name");
    };
    const auto found = std::find_if(foreign_keys.begin(), foreign_keys.end(), is_same);
    if (found == foreign_keys.end()) return nullptr;
    Json row = *found;
    foreign_keys.erase(found);
    return row;
  }

  Json reference(const Json& row, bool is_old) const {
    if (row.is_null()) return nullptr;
    const auto parent = row.at("referenced_table").get<std::string>();
    Json referenced = row.at("referenced_columns");
    if (is_old) {
      for (auto& column : referenced) column = renames_.column(parent, column.get<std::string>());
    }
    return {{"table", is_old ? renames_.table(parent) : parent},
            {"columns", referenced},
            {"on_update", row.at("on_update")},
            {"on_delete", row.at("on_delete")}};
  }

  Json columns_now(const Json& row, bool is_old) const {
    Json columns = row.at("columns");
    if (!is_old) return columns;
    for (auto& column : columns) column = renamed(column.get<std::string>());
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
  const auto visible = [](const Definition& definition) {
    return definition ? comparable(*definition) : Json();
  };
  return visible(change.old_definition) != visible(change.new_definition);
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
