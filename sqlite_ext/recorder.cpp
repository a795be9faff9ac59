#include "recorder.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "plain_table.h"
#include "sql_text.h"

namespace ddltrail {
namespace {

using Key = std::tuple<std::string, std::string, std::int64_t, std::int64_t>;

Key by_name(const SchemaObject& object) { return {object.kind, object.name, 0, 0}; }

/// A rename keeps the row of sqlite_schema. So does dropping one table and creating the next: this
/// is proof only where one statement ran.
Key by_place(const SchemaObject& object) {
  return {object.kind, "", object.schema_rowid, object.rootpage};
}

/// Moves the pairs of `before` and `after` that are the same object to `changes`.
void pair_up(Delta& rest, Key (*key)(const SchemaObject&), std::vector<Change>& changes) {
  std::map<Key, const SchemaObject*> after;
  for (const auto& object : rest.after) after.emplace(key(object), &object);
  std::set<Key> paired;
  std::erase_if(rest.before, [&](const SchemaObject& before) {
    const auto found = after.find(key(before));
    if (found == after.end()) return false;
    changes.push_back({.before = before, .after = *found->second});
    paired.insert(key(before));
    return true;
  });
  std::erase_if(rest.after,
                [&](const SchemaObject& object) { return paired.contains(key(object)); });
}

/// Only moved within sqlite_schema: VACUUM, or the same object created again.
bool only_moved(const Change& change) {
  return change.before && change.after && change.before->name == change.after->name &&
         change.before->table_name == change.after->table_name &&
         change.before->sql == change.after->sql;
}

std::optional<std::string> text_of(const Definition& definition) {
  if (!definition) return std::nullopt;
  return to_text(*definition);
}

}  // namespace

LogRow row_of(const Change& change) {
  const SchemaObject& object = change.object();
  LogRow row{.command_id = std::nullopt,
             .action = change.action(),
             .object_kind = object.kind,
             .object_id = object.object_id,
             .object_name = object.name,
             .details = to_text(change.details),
             .definition = text_of(change.new_definition)};
  if (change.is_renamed()) row.previous_name = change.before->name;
  return row;
}

std::optional<std::string> statement_text(const std::string& setting, std::string_view text) {
  if (setting == "none") return std::nullopt;
  if (setting == "full") return std::string(trim(text));
  return redact(text);
}

std::vector<WrittenRow> Recorder::record(const Command& command, std::int64_t missed) {
  Entry entry = compute({command, std::nullopt}, missed, Certainty::kOneStatement);
  const auto ids = write(entry);
  std::vector<WrittenRow> rows;
  for (std::size_t i = 0; i < ids.size(); ++i)
    rows.push_back({ids[i], std::move(entry.changes[i])});
  return rows;
}

Entry Recorder::record_unseen(std::int64_t missed) {
  Entry entry = compute({std::nullopt, "inferred"}, missed,
                        missed == 1 ? Certainty::kOneStatement : Certainty::kNetEffect);
  write(entry);
  return entry;
}

void Recorder::record_baseline() {
  write(compute({std::nullopt, "baseline"}, log_.missed_versions(), Certainty::kNetEffect));
}

void Recorder::write_again(const Entry& entry) {
  if (log_.state().schema_version == entry.after_version) write(entry);
}

Entry Recorder::compute(const Heading& heading, std::int64_t missed, Certainty certainty) {
  Entry entry;
  entry.state = log_.state();
  entry.after_version = entry.state.schema_version;
  entry.state.schema_version += missed;
  Delta delta = log_.copy().compare();
  auto changes = match(delta, certainty);
  give_object_ids(changes, entry.state);
  entry.copied.before = std::move(delta.before);
  for (const auto& change : changes) {
    if (change.after) entry.copied.after.push_back(*change.after);
  }
  std::erase_if(changes, [](const Change& change) {
    return change.object().is_shadow() || only_moved(change);
  });
  read_definitions_of(changes);
  add_affected(changes);
  describe(changes, certainty);
  std::erase_if(changes, [](const Change& change) { return change.details.empty(); });
  std::sort(changes.begin(), changes.end(), stands_before);
  for (const auto& change : changes) {
    LogRow& row = entry.rows.emplace_back(row_of(change));
    if (heading.action) row.action = *heading.action;
    if (heading.command) row.command_tag = heading.command->tag;
  }
  entry.changes = std::move(changes);
  if (heading.command && !entry.rows.empty())
    entry.rows[0].statement = statement_text(entry.state.statement_text, heading.command->text);
  return entry;
}

std::vector<Change> Recorder::match(const Delta& delta, Certainty certainty) const {
  std::vector<Change> changes;
  Delta rest = delta;
  pair_up(rest, by_name, changes);
  if (certainty == Certainty::kOneStatement) pair_up(rest, by_place, changes);
  for (auto& object : rest.before) changes.push_back({.before = std::move(object)});
  for (auto& object : rest.after) changes.push_back({.after = std::move(object)});
  return changes;
}

void Recorder::give_object_ids(std::vector<Change>& changes, LogState& state) const {
  std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
    return a.object().schema_rowid < b.object().schema_rowid;
  });
  for (auto& change : changes) {
    if (!change.after) continue;
    change.after->object_id = change.before ? change.before->object_id : state.next_object_id++;
  }
}

/// Adds the objects whose own text may be as it was, but that came out differently: a view with `*`
/// over an altered table, then the view over that view, an automatic index of a renamed column.
void Recorder::add_affected(std::vector<Change>& changes) const {
  std::set<std::int64_t> known;
  for (const auto& change : changes) known.insert(change.object().object_id);
  for (std::size_t first = 0; first < changes.size();) {
    std::vector<Change> candidates;
    for (; first < changes.size(); ++first) {
      for (auto& object : affected_by(changes[first])) {
        if (!known.insert(object.object_id).second) continue;
        candidates.push_back({.before = object, .after = object});
      }
    }
    read_definitions_of(candidates);
    for (auto& candidate : candidates) {
      if (candidate.old_definition && candidate.new_definition &&
          look_the_same(candidate.old_definition, candidate.new_definition))
        continue;
      changes.push_back(std::move(candidate));
    }
  }
}

std::vector<SchemaObject> Recorder::affected_by(const Change& change) const {
  const SchemaObject& object = change.object();
  if (object.is_index()) return {};
  // Of a trigger only the view that it makes insertable.
  if (!object.is_table_like()) return log_.copy().of_table(object.table_name);
  auto affected = log_.copy().touched_by(object.name);
  if (!change.is_renamed()) return affected;
  auto by_old_name = log_.copy().touched_by(change.before->name);
  std::move(by_old_name.begin(), by_old_name.end(), std::back_inserter(affected));
  return affected;
}

void Recorder::read_definitions_of(std::span<Change> changes) const {
  std::set<std::string> tables;
  std::set<std::string> indexes;
  bool needs_views = false;
  ParentNames parents(db_);
  for (auto& change : changes) {
    if (change.before) change.old_definition = log_.copy().definition(*change.before);
    if (!change.after) continue;
    if (auto plain = read_plain_table(*change.after, parents))
      change.new_definition = std::make_shared<const ObjectRows>(std::move(*plain));
    if (change.new_definition) continue;
    if (change.after->is_table_like()) tables.insert(change.after->name);
    if (change.after->is_index()) indexes.insert(change.after->name);
    needs_views = needs_views || (change.after->is_table_like() && change.after->rootpage == 0);
  }
  if (needs_views) resolve_views(db_);
  auto definitions = read_definitions(db_, DefinitionShape::kTable, tables);
  auto of_indexes = read_definitions(db_, DefinitionShape::kIndex, indexes);
  for (auto& change : changes) {
    if (change.new_definition || !change.after || change.after->kind == "trigger") continue;
    auto& source = change.after->is_index() ? of_indexes : definitions;
    const auto found = source.find(change.after->name);
    if (found != source.end())
      change.new_definition = std::make_shared<const ObjectRows>(std::move(found->second));
  }
}

std::vector<std::int64_t> Recorder::write(const Entry& entry) {
  const int before = sqlite3_total_changes(db_.handle);
  try {
    return write_all(entry);
  } catch (const SqliteError& error) {
    log_.forget();
    if (sqlite3_total_changes(db_.handle) == before) throw;
    throw PartlyWritten(error.code(), error.what());
  } catch (...) {
    log_.forget();
    throw;
  }
}

std::vector<std::int64_t> Recorder::write_all(const Entry& entry) {
  log_.copy().replace(entry.copied);
  std::vector<std::int64_t> ids;
  for (std::size_t i = 0; i < entry.rows.size(); ++i) {
    LogRow row = entry.rows[i];
    if (!ids.empty()) row.command_id = ids[0];
    ids.push_back(log_.append(row, entry.state.schema_version, session_));
    const Change& change = entry.changes[i];
    log_.copy().put_definition(change.object(), {std::move(row.definition), change.new_definition});
  }
  log_.advance(entry.state.schema_version, entry.state.next_object_id);
  return ids;
}

}  // namespace ddltrail
