#include "plan/sqlite/sqlite_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "base/ascii.h"
#include "diff/renaming.h"
#include "plan/sqlite/rename_steps.h"
#include "plan/sqlite/table_change.h"
#include "plan/sqlite/table_shape.h"
#include "plan/sqlite/words.h"

namespace ddltrail::sqlite_plan {
namespace {

using Names = std::set<std::string>;

/// An index, a view or a trigger: its own text, made anew where anything about it changed.
struct Piece {
  std::string table;  ///< that it stands on; empty for views
  std::string definition;
  bool operator==(const Piece&) const = default;
};
using Pieces = std::map<std::string, Piece>;

Pieces indexes_of(const Schema& schema) {
  Pieces pieces;
  for (const Index& row : schema.indexes)
    if (row.definition) pieces[row.index_name] = {row.table_name, *row.definition};
  return pieces;
}

Pieces views_of(const Schema& schema) {
  Pieces pieces;
  for (const View& row : schema.views) pieces[row.view_name] = {"", row.definition};
  return pieces;
}

Pieces triggers_of(const Schema& schema) {
  Pieces pieces;
  for (const Trigger& row : schema.triggers)
    pieces[row.trigger_name] = {row.table_name, row.definition};
  return pieces;
}

template <class Row, class Text>
void restore(const std::vector<Row>& original, std::vector<Row>& rows, std::string Row::*name,
             Text Row::*definition) {
  std::map<std::string, Text> texts;
  for (const Row& row : original) texts[row.*name] = row.*definition;
  for (Row& row : rows)
    if (const auto text = texts.find(row.*name); text != texts.end())
      row.*definition = text->second;
}

/// SQLite writes a new name of a table in quotes: what has it in its text must be made anew.
void restore_texts(const Schema& original, Schema& schema) {
  restore(original.indexes, schema.indexes, &Index::index_name, &Index::definition);
  restore(original.views, schema.views, &View::view_name, &View::definition);
  restore(original.triggers, schema.triggers, &Trigger::trigger_name, &Trigger::definition);
}

Names names_of(const Schema& schema) {
  Names names;
  for (const Table& row : schema.tables) names.insert(row.table_name);
  for (const Index& row : schema.indexes) names.insert(row.index_name);
  return names;
}

class Planner {
 public:
  Planner(Schema from, const Schema& to, const Renames& renames)
      : original_(from), to_(to), renames_(renames) {
    apply(renames, from, to);
    if (!renames.tables.empty()) restore_texts(original_, from);
    from_ = std::move(from);
    taken_ = names_of(original_);
    taken_.merge(names_of(from_));
    taken_.merge(names_of(to_));
  }

  Plan run() {
    find_remade();
    tables();
    rename();
    drop();
    change_tables();
    create();
    check_references();
    plan_.begin = "BEGIN IMMEDIATE";
    if (!rebuilt_.empty() || !dropped_.empty()) plan_.preparation = {"PRAGMA foreign_keys = OFF"};
    return std::move(plan_);
  }

 private:
  /// Tables are compared first: which of them are made anew decides what is on them.
  void tables() {
    const auto from = shapes_of(from_), to = shapes_of(to_);
    const Words mentioned = words_that_stay();
    for (const auto& [name, shape] : from)
      if (!to.contains(name)) dropped_.insert(name);
    for (const auto& [name, shape] : to) {
      const auto former = from.find(name);
      if (former == from.end())
        table_steps_.push_back({shape.create(name), {}});
      else
        change_table(change(former->second, shape, mentioned, taken_), name);
    }
  }

  void change_table(TableChange change, const std::string& name) {
    std::move(change.steps.begin(), change.steps.end(), std::back_inserter(table_steps_));
    std::move(change.questions.begin(), change.questions.end(),
              std::back_inserter(plan_.questions));
    if (change.is_rebuild) rebuilt_.insert(name);
  }

  Words words_that_stay() const {
    Words words;
    for (const auto pieces : {indexes_of, views_of, triggers_of})
      for (const auto& [name, piece] : pieces(from_))
        if (!remade_.contains(name)) words.add(piece.definition);
    return words;
  }

  /// Indexes, views and triggers that differ, and views and triggers that may show such a view.
  void find_remade() {
    for (const auto pieces : {indexes_of, views_of, triggers_of}) {
      const Pieces to = pieces(to_);
      for (const auto& [name, piece] : pieces(from_))
        if (const auto later = to.find(name); later == to.end() || later->second != piece)
          remade_.insert(name);
    }
    while (find_more()) continue;
  }

  bool find_more() {
    const std::size_t before = remade_.size();
    for (const auto pieces : {views_of, triggers_of})
      for (const auto& [name, piece] : pieces(from_))
        if (shows_remade_view(piece)) remade_.insert(name);
    return remade_.size() > before;
  }

  bool shows_remade_view(const Piece& piece) const {
    Words words;
    words.add(piece.definition);
    const Pieces views = views_of(from_);
    return std::any_of(views.begin(), views.end(), [&](const auto& view) {
      return remade_.contains(view.first) && words.may_mention(view.first);
    });
  }

  void rename() {
    Renames::Names tables;
    for (const auto& [former, later] : renames_.tables) tables[former.second] = later.second;
    for (const Rename& step : in_order(tables, names_of(original_)))
      add("ALTER TABLE " + quoted(step.from) + " RENAME TO " + quoted(step.to));
    for (const auto& [table, names] : renames_.columns)
      rename_columns(table.second, renames_.later(table).second, names);
  }

  void rename_columns(const std::string& former_table, const std::string& table,
                      const Renames::Names& names) {
    Names taken;
    for (const Column& row : original_.columns)
      if (row.table_name == former_table) taken.insert(row.column_name);
    for (const Rename& step : in_order(names, taken))
      add("ALTER TABLE " + quoted(table) + " RENAME COLUMN " + quoted(step.from) + " TO " +
          quoted(step.to));
  }

  /// What is gone or must be made anew; triggers before what they stand on.
  void drop() {
    drop_pieces("TRIGGER", triggers_of(from_));
    drop_pieces("VIEW", views_of(from_));
    drop_pieces("INDEX", indexes_of(from_));
    for (const std::string& name : dropped_)
      add("DROP TABLE " + quoted(name),
          {{Hazard::kDataLoss, "table " + name, "its rows are gone"}});
  }

  void drop_pieces(const std::string& kind, const Pieces& pieces) {
    for (const auto& [name, piece] : pieces)
      if (remade_.contains(name)) add("DROP " + kind + " " + quoted(name));
  }

  void create() {
    create_pieces(indexes_of(from_), indexes_of(to_));
    create_pieces(views_of(from_), views_of(to_));
    create_pieces(triggers_of(from_), triggers_of(to_));
  }

  /// What stands on a table or view goes with it.
  void create_pieces(const Pieces& from, const Pieces& to) {
    for (const auto& [name, piece] : to)
      if (!from.contains(name) || remade_.contains(name) || rebuilt_.contains(piece.table) ||
          remade_.contains(piece.table))
        add(piece.definition);
  }

  /// Of the tables whose rows were copied, and of those that refer to what was.
  void check_references() {
    Names tables;
    for (const ForeignKey& row : to_.foreign_keys)
      if (rebuilt_.contains(row.table_name) || rebuilt_.contains(row.referenced_table) ||
          dropped_.contains(row.referenced_table))
        tables.insert(row.table_name);
    for (const ForeignKey& row : to_.foreign_keys)
      if (!can_be_checked(row)) tables.erase(row.table_name);
    if (tables.empty()) return;
    add("CREATE TEMP TABLE ddltrail_foreign_key_check (violation TEXT CHECK (violation IS NULL))");
    for (const std::string& table : tables)
      add(
          fmt::format("INSERT INTO ddltrail_foreign_key_check SELECT \"table\" FROM "
                      "pragma_foreign_key_check({})",
                      literal(table)));
    add("DROP TABLE ddltrail_foreign_key_check");
  }

  /// SQLite refuses to look for a parent by columns that are no key of it.
  bool can_be_checked(const ForeignKey& reference) const {
    const auto is_key = [&](const auto& row, bool is_unique) {
      return is_unique && row.table_name == reference.referenced_table &&
             row.columns == Json(reference.referenced_columns);
    };
    return std::none_of(
               to_.tables.begin(), to_.tables.end(),
               [&](const Table& row) { return row.table_name == reference.referenced_table; }) ||
           std::any_of(to_.constraints.begin(), to_.constraints.end(),
                       [&](const Constraint& row) {
                         return is_key(row, row.kind == "primary key" || row.kind == "unique");
                       }) ||
           std::any_of(to_.indexes.begin(), to_.indexes.end(), [&](const Index& row) {
             return is_key(row, row.is_unique && !row.predicate);
           });
  }

  /// A copy takes the name of the original without a look at who refers to it.
  void change_tables() {
    if (!rebuilt_.empty()) add("PRAGMA legacy_alter_table = ON");
    std::move(table_steps_.begin(), table_steps_.end(), std::back_inserter(plan_.steps));
    if (!rebuilt_.empty()) add("PRAGMA legacy_alter_table = OFF");
  }

  void add(std::string sql, std::vector<Risk> risks = {}) {
    plan_.steps.push_back({std::move(sql), std::move(risks)});
  }

  const Schema original_;
  Schema from_;  ///< under its later names
  const Schema& to_;
  const Renames& renames_;
  Names taken_;
  Names dropped_;
  Names rebuilt_;
  Names remade_;  ///< indexes, views and triggers that are dropped, and made again where they stay
  std::vector<Step> table_steps_;
  Plan plan_;
};

/// Views hold no rows: they are made anew.
Renames without_views(Renames renames, const Schema& from) {
  for (const View& row : from.views) {
    renames.tables.erase({row.schema_name, row.view_name});
    renames.columns.erase({row.schema_name, row.view_name});
  }
  return renames;
}

}  // namespace

Plan plan(Schema from, const Schema& to, const Renames& renames) {
  const Renames of_tables = without_views(renames, from);
  return Planner(std::move(from), to, of_tables).run();
}

std::string create_script(const Schema& schema) {
  std::string script;
  for (const auto& [name, shape] : shapes_of(schema)) script += shape.create(name) + ";\n";
  for (const auto pieces : {indexes_of, views_of, triggers_of})
    for (const auto& [name, piece] : pieces(schema)) script += piece.definition + ";\n";
  return script;
}

}  // namespace ddltrail::sqlite_plan
