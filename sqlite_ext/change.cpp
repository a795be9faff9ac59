#include "change.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <vector>

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

/// The column without its name and where it stands.
Json nameless(Json column) {
  for (const auto* key : {"table_name", "column_name", "position"}) column.erase(key);
  return column;
}

/// Same places, other names, everything else equal: one statement cannot drop and add that way.
ColumnRenames find_column_renames(const Json& before, const Json& after) {
  if (before.size() != after.size()) return {};
  const auto old_names = names_of(before);
  const auto new_names = names_of(after);
  ColumnRenames renames;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (nameless(before[i]) != nameless(after[i])) return {};
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
    const auto name = name_of(after);
    if (name_of(before) != name)
      add({{"op", "rename_column"}, {"from", name_of(before)}, {"to", name}});
    compare_property("alter_column_type", "data_type", before, after);
    if (before.at("is_nullable") != after.at("is_nullable")) {
      const bool is_nullable = after.at("is_nullable").get<bool>();
      add({{"op", is_nullable ? "drop_not_null" : "set_not_null"}, {"column", name}});
    }
    compare_property("alter_column_default", "default_expression", before, after);
    compare_property("alter_column_generated", "generated", before, after);
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

  void compare_constraints() {
    auto before = constraint_keys(change_.old_definition, true);
    auto after = constraint_keys(change_.new_definition, false);
    const auto matched = std::remove_if(before.begin(), before.end(), [&](const Json& key) {
      const auto found = std::find(after.begin(), after.end(), key);
      if (found == after.end()) return false;
      after.erase(found);
      return true;
    });
    before.erase(matched, before.end());
    for (const auto& key : before) add_constraint_operation("drop_constraint", key);
    for (const auto& key : after) add_constraint_operation("add_constraint", key);
  }

  void add_constraint_operation(const char* op, const Json& key) {
    add({{"op", op},
         {"constraint", nullptr},
         {"kind", key.at("kind")},
         {"columns", key.at("columns")}});
  }

  /// What makes a constraint the same one, in the names of now.
  std::vector<Json> constraint_keys(const Definition& definition, bool is_old) const {
    std::vector<Json> keys;
    for (const auto& row : rows_of(definition, "constraints")) {
      if (row.at("kind") == "foreign key") continue;
      keys.push_back({{"kind", row.at("kind")}, {"columns", columns_now(row, is_old)}});
    }
    for (const auto& row : rows_of(definition, "foreign_keys")) {
      keys.push_back(foreign_key(row, is_old));
    }
    return keys;
  }

  Json foreign_key(const Json& row, bool is_old) const {
    const auto parent = row.at("referenced_table").get<std::string>();
    Json referenced = row.at("referenced_columns");
    if (is_old) {
      for (auto& column : referenced) column = renames_.column(parent, column.get<std::string>());
    }
    return {{"kind", "foreign key"},
            {"columns", columns_now(row, is_old)},
            {"referenced_table", is_old ? renames_.table(parent) : parent},
            {"referenced_columns", referenced},
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
