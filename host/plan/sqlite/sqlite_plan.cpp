#include "plan/sqlite/sqlite_plan.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/ascii.h"
#include "diff/renaming.h"
#include "plan/questions.h"
#include "plan/sqlite/pieces.h"
#include "plan/sqlite/planned_renames.h"
#include "plan/sqlite/reference_check.h"
#include "plan/sqlite/remade.h"
#include "plan/sqlite/rename_steps.h"
#include "plan/sqlite/rewritten_text.h"
#include "plan/sqlite/table_change.h"
#include "plan/sqlite/table_shape.h"
#include "plan/sqlite/unique_keys.h"
#include "plan/sqlite/words.h"

namespace ddltrail::sqlite_plan {
namespace {

using Names = std::set<std::string>;

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

/// Later name -> former name.
Renames::Names turned(const Renames::Names& names) {
  Renames::Names turned;
  for (const auto& [former, later] : names) turned[later] = former;
  return turned;
}

/// All in lower case.
std::map<std::string, Names> relation_columns(const Schema& schema) {
  std::map<std::string, Names> columns;
  for (const Column& row : schema.columns)
    columns[lower_case(row.table_name)].insert(lower_case(row.column_name));
  return columns;
}

/// Tables that refer to one that is renamed, and in the second schema to another one.
Names referring_elsewhere(const Schema& from, const Schema& to, const Renames& renames) {
  using Reference = std::pair<std::string, std::vector<std::string>>;
  std::map<Reference, Names> parents;
  for (const ForeignKey& row : to.foreign_keys)
    parents[{row.table_name, row.columns}].insert(row.referenced_table);
  const Renames::Names renamed = turned(table_names(renames));
  Names tables;
  for (const ForeignKey& row : from.foreign_keys)
    if (const auto later = parents.find({row.table_name, row.columns});
        renamed.contains(row.referenced_table) && later != parents.end() &&
        !later->second.contains(row.referenced_table))
      tables.insert(row.table_name);
  return tables;
}

/// Tables in whose checks, computed columns and foreign keys SQLite would write a new name
/// otherwise than the second schema does; in indexes, their names.
struct Rewritten {
  Names tables;
  Names indexes;
};

class Rewriting {
 public:
  Rewriting(const Schema& from, const Schema& to, const Renames& renames)
      : from_(from), renames_(renames) {
    for (const Constraint& row : to.constraints)
      if (row.definition) texts_.insert({row.table_name, *row.definition});
    for (const Column& row : to.columns)
      if (row.generation_expression) texts_.insert({row.table_name, *row.generation_expression});
    for (const Index& row : to.indexes)
      if (row.definition) texts_.insert({row.table_name, *row.definition});
  }

  Rewritten run() {
    for (const Constraint& row : from_.constraints)
      if (row.kind == "check")
        look(row.table_name, row.definition, row.table_name, found_.tables);
      else if (row.kind == "foreign key" && row.definition)
        look_at_reference(row.table_name, *row.definition);
    for (const Column& row : from_.columns)
      look(row.table_name, row.generation_expression, row.table_name, found_.tables);
    for (const Index& row : from_.indexes)
      look(row.table_name, row.definition, row.index_name, found_.indexes);
    return std::move(found_);
  }

 private:
  void look(const std::string& table, const std::optional<std::string>& text,
            const std::string& name, Names& found) {
    const auto columns = renames_.columns.find({"main", table});
    if (!text || columns == renames_.columns.end()) return;
    const std::string& later = renames_.later(columns->first).second;
    if (texts_.contains({later, rewritten_text(*text, columns->second)})) return;
    found.insert(&found == &found_.tables ? later : name);
  }

  void look_at_reference(const std::string& table, const std::string& text) {
    const std::string expected = rewritten_reference(text, table, renames_);
    const std::string& later = renames_.later({"main", table}).second;
    if (expected != text && !texts_.contains({later, expected})) found_.tables.insert(later);
  }

  const Schema& from_;
  const Renames& renames_;
  std::set<std::pair<std::string, std::string>> texts_;
  Rewritten found_;
};

class Planner {
 public:
  Planner(Schema from, const Schema& to, const Renames& renames)
      : to_(to), renames_(planned_renames(renames, from, to)) {
    taken_ = lower_cased(names_of(from));
    taken_.merge(lower_cased(names_of(to)));
    columns_before_ = relation_columns(from);
    if (!renames_.tables.empty() || !renames_.columns.empty()) {
      const Schema original = from;
      rewritten_ = Rewriting(from, to, renames_).run();
      apply(renames_, from, to);
      if (!renames_.tables.empty()) restore_texts(original, from);
    }
    from_ = std::move(from);
    former_tables_ = turned(table_names(renames_));
    for (const auto& [name, later] : former_tables_) taken_.insert(lower_case(name));
    pieces_from_ = pieces_of(from_);
    pieces_to_ = pieces_of(to_);
  }

  Plan run() {
    const auto from = shapes_of(from_), to = shapes_of(to_);
    for (const auto& [name, shape] : from)
      if (!to.contains(name)) dropped_.insert(name);
    remade_ = remade_pieces(pieces_from_, pieces_to_, ground());
    remade_.indexes.insert(rewritten_.indexes.begin(), rewritten_.indexes.end());
    tables(from, to);
    const ReferenceCheck references =
        reference_check(from_, to_, former_tables_, rebuilt_, dropped_);
    add(check_before_);
    add(references.before);
    drop_pieces();
    rename();
    drop_tables();
    change_tables();
    create_pieces();
    add(references.after);
    plan_.questions = possible_renames(from_, to_, renames_.turned(), {"table", "column"});
    plan_.begin = "BEGIN IMMEDIATE";
    if (!rebuilt_.empty() || !dropped_.empty()) plan_.preparation = {"PRAGMA foreign_keys = OFF"};
    return std::move(plan_);
  }

 private:
  const std::string& former(const std::string& table) const {
    const auto found = former_tables_.find(table);
    return found == former_tables_.end() ? table : found->second;
  }

  Ground ground() const {
    Ground ground;
    for (const std::string& name : dropped_) ground.moved.insert(lower_case(name));
    for (const auto& [later, former] : former_tables_)
      ground.moved.insert({lower_case(later), lower_case(former)});
    for (const auto& [table, names] : renames_.columns)
      for (const auto& [former, later] : names) ground.renamed_columns.insert({former, later});
    ground.columns_before = columns_before_;
    ground.columns_after = relation_columns(to_);
    ground.must_be_sound = !renames_.tables.empty() || !renames_.columns.empty();
    return ground;
  }

  using Shapes = std::map<std::string, TableShape>;

  void tables(const Shapes& from, const Shapes& to) {
    const Words mentioned = words_that_stay();
    const Names elsewhere = referring_elsewhere(from_, to_, renames_);
    const auto indexes = unique_indexes(from_, to_);
    for (const auto& [name, shape] : to) {
      const auto before = from.find(name);
      if (before == from.end()) {
        table_steps_.push_back({shape.create(name), {}});
        continue;
      }
      TablePair pair{before->second, shape, former(name), former_columns(name)};
      pair.must_be_rebuilt = elsewhere.contains(name) || rewritten_.tables.contains(name);
      pair.may_drop_in_place = remade_.all_others_are_sound;
      if (const auto own = indexes.find(name); own != indexes.end()) pair.indexes = own->second;
      change_table(change(pair, mentioned, taken_), name);
    }
  }

  Renames::Names former_columns(const std::string& table) const {
    const auto names = renames_.columns.find({"main", former(table)});
    return names == renames_.columns.end() ? Renames::Names{} : turned(names->second);
  }

  void change_table(TableChange change, const std::string& name) {
    for (Step& step : check_steps(change.rules)) check_before_.push_back(std::move(step));
    std::move(change.steps.begin(), change.steps.end(), std::back_inserter(table_steps_));
    if (change.is_rebuild) rebuilt_.insert(name);
  }

  Words words_that_stay() const {
    Words words;
    add_staying(pieces_from_.indexes, remade_.indexes, words);
    add_staying(pieces_from_.views, remade_.views, words);
    add_staying(pieces_from_.triggers, remade_.triggers, words);
    return words;
  }

  static void add_staying(const Pieces::Named& pieces, const Names& remade, Words& words) {
    for (const auto& [name, piece] : pieces)
      if (!remade.contains(name)) words.add(piece.definition);
  }

  void rename() {
    for (const Rename& step : in_order(table_names(renames_), table_names_before(), taken_))
      add("ALTER TABLE " + quoted(step.from) + " RENAME TO " + quoted(step.to));
    for (const auto& [table, names] : renames_.columns)
      rename_columns(renames_.later(table).second, names);
  }

  /// What is dropped before the renames is not among them.
  Names table_names_before() const {
    Names names;
    for (const Table& row : from_.tables)
      if (row.kind != "view") names.insert(former(row.table_name));
    for (const auto& [name, piece] : pieces_from_.indexes)
      if (!remade_.indexes.contains(name)) names.insert(name);
    return names;
  }

  void rename_columns(const std::string& table, const Renames::Names& names) {
    const Renames::Names former = turned(names);
    Names before, after;
    for (const Column& row : from_.columns)
      if (row.table_name == table) {
        const auto found = former.find(row.column_name);
        before.insert(found == former.end() ? row.column_name : found->second);
        after.insert(lower_case(row.column_name));
      }
    for (const Rename& step : in_order(names, before, after))
      add("ALTER TABLE " + quoted(table) + " RENAME COLUMN " + quoted(step.from) + " TO " +
          quoted(step.to));
  }

  /// What is gone or must be made anew; triggers before what they stand on.
  void drop_pieces() {
    for (const std::string& name : remade_.triggers) add("DROP TRIGGER " + quoted(name));
    for (const std::string& name : remade_.views) add("DROP VIEW " + quoted(name));
    for (const std::string& name : remade_.indexes) add("DROP INDEX " + quoted(name));
  }

  void drop_tables() {
    for (const std::string& name : dropped_)
      add("DROP TABLE " + quoted(name), {{Hazard::kDataLoss,
                                          "table " + former(name),
                                          "its rows are gone",
                                          {{"main", former(name)}}}});
  }

  void create_pieces() {
    create(pieces_from_.indexes, pieces_to_.indexes, remade_.indexes);
    create(pieces_from_.views, pieces_to_.views, remade_.views);
    create(pieces_from_.triggers, pieces_to_.triggers, remade_.triggers);
  }

  /// What stands on a table goes with it.
  void create(const Pieces::Named& from, const Pieces::Named& to, const Names& remade) {
    for (const auto& [name, piece] : to)
      if (!from.contains(name) || remade.contains(name) || rebuilt_.contains(piece.table))
        add(piece.definition);
  }

  /// A copy takes the name of the original without a look at who refers to it.
  void change_tables() {
    if (!rebuilt_.empty()) add("PRAGMA legacy_alter_table = ON");
    add(table_steps_);
    if (!rebuilt_.empty()) add("PRAGMA legacy_alter_table = OFF");
  }

  void add(std::string sql, std::vector<Risk> risks = {}) {
    plan_.steps.push_back({std::move(sql), std::move(risks)});
  }

  void add(const std::vector<Step>& steps) {
    plan_.steps.insert(plan_.steps.end(), steps.begin(), steps.end());
  }

  Schema from_;  ///< under its later names
  const Schema& to_;
  const Renames renames_;
  Renames::Names former_tables_;                 ///< later name -> former name
  Names taken_;                                  ///< in lower case
  std::map<std::string, Names> columns_before_;  ///< in lower case, under their former names
  Rewritten rewritten_;
  Pieces pieces_from_;
  Pieces pieces_to_;
  Names dropped_;
  Names rebuilt_;
  Remade remade_;
  std::vector<Step> check_before_;
  std::vector<Step> table_steps_;
  Plan plan_;
};

void append(const Pieces::Named& pieces, std::string& script) {
  for (const auto& [name, piece] : pieces) script += piece.definition + ";\n";
}

}  // namespace

Plan plan(Schema from, const Schema& to, const Renames& renames) {
  return Planner(std::move(from), to, renames).run();
}

std::string create_script(const Schema& schema) {
  std::string script;
  for (const auto& [name, shape] : shapes_of(schema)) script += shape.create(name) + ";\n";
  const Pieces pieces = pieces_of(schema);
  append(pieces.indexes, script);
  append(pieces.views, script);
  append(pieces.triggers, script);
  return script;
}

}  // namespace ddltrail::sqlite_plan
