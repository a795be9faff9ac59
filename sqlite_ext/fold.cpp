#include "fold.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "log.h"
#include "rebuild.h"
#include "recorder.h"
#include "schema_copy.h"
#include "sql_text.h"
#include "token.h"

namespace ddltrail {
namespace {

bool same_token(const Token& a, const Token& b) {
  if (a.is_literal() || b.is_literal()) return a.kind == b.kind && a.text == b.text;
  return same_name(unquoted(a.text), unquoted(b.text));
}

/// The same but for white space, comments, case and quotes of names.
bool same_text(const std::string& a, const std::string& b) {
  Tokenizer first(a);
  Tokenizer second(b);
  while (true) {
    const Token from = first.next_solid();
    const Token to = second.next_solid();
    if (!same_token(from, to)) return false;
    if (from.kind == TokenKind::kEnd || to.kind == TokenKind::kEnd) return from.kind == to.kind;
  }
}

/// Of indexes and views the text itself is in the definition.
bool is_written_alike(const Change& change) {
  if (!change.before || !change.after) return false;
  const auto& kind = change.after->kind;
  return (kind == "table" || kind == "trigger") && change.before->sql && change.after->sql &&
         same_text(*change.before->sql, *change.after->sql);
}

/// A column of the table that the successor calls otherwise. Not one that it has twice, or has
/// under the old name too: then that one is the same column.
ColumnRenames renames_from(const std::map<std::string, std::string>& columns) {
  std::map<std::string, std::set<std::string>> targets;
  for (const auto& [target, source] : columns) targets[source].insert(target);
  ColumnRenames renames;
  for (const auto& [source, names] : targets) {
    if (names.size() == 1 && !names.contains(source)) renames[source] = *names.begin();
  }
  return renames;
}

/// What becomes of the rows of one object.
struct Folded {
  Change change;
  std::vector<std::int64_t> ids;  // of its rows, in order; the last one stays
};

/// One rebuild: from the rows of its statements to the rows that are left.
class Folding {
 public:
  Folding(const Trail& trail, const Lives& lives, const Rebuild& rebuild)
      : trail_(trail), lives_(lives), rebuild_(rebuild) {
    for (const auto& [id, life] : lives_) {
      if (!rebuild_.replaced.contains(id)) fold(id, life);
    }
    describe_folded();
  }

  const std::vector<Folded>& folded() const { return folded_; }

  std::string statements() const {
    std::string text;
    for (const auto event : rebuild_.events) {
      const auto& step = std::get<TrailStep>(trail_.events()[event]);
      text += (text.empty() ? "" : ";\n") + std::string(trim(step.command.text));
    }
    return text;
  }

 private:
  /// An object with what was created in its place, if that was.
  void fold(std::int64_t id, const Life& life) {
    auto moments = moments_in(life, rebuild_.events);
    const auto replacement = std::find_if(rebuild_.replaced.begin(), rebuild_.replaced.end(),
                                          [&](const auto& pair) { return pair.second == id; });
    if (replacement != rebuild_.replaced.end()) {
      const auto created = moments_in(lives_.at(replacement->first), rebuild_.events);
      moments.insert(moments.end(), created.begin(), created.end());
    } else if (!are_contiguous(life, rebuild_.events)) {
      for (const auto& moment : moments) keep(moment);
      return;
    }
    if (moments.size() == 1) return keep(moments[0]);
    if (!moments.empty()) join(id, moments);
  }

  void keep(const Moment& moment) { folded_.push_back({moment.change(), {moment.row->id}}); }

  void join(std::int64_t id, const std::vector<Moment>& moments) {
    Folded joined;
    for (const auto& moment : moments) joined.ids.push_back(moment.row->id);
    std::sort(joined.ids.begin(), joined.ids.end());
    const Change& first = moments.front().change();
    const Change& last = moments.back().change();
    joined.change = {first.before, last.after, first.old_definition, last.new_definition};
    Change& change = joined.change;
    if (change.after) change.after->object_id = id;
    const auto columns = rebuild_.columns.find(id);
    if (columns != rebuild_.columns.end()) change.column_renames = renames_from(columns->second);
    if (is_written_alike(change)) change.before->sql = change.after->sql;
    folded_.push_back(std::move(joined));
  }

  /// Anew, from the first state to the last one.
  void describe_folded() {
    std::vector<Change> changes;
    for (auto& each : folded_) {
      if (each.ids.size() == 1) continue;
      follow_renames(each.change);
      changes.push_back(each.change);
    }
    describe(changes, Certainty::kNetEffect);
    std::size_t next = 0;
    for (auto& each : folded_) {
      if (each.ids.size() > 1) each.change = std::move(changes[next++]);
    }
  }

  /// A view over a renamed column has it renamed too.
  void follow_renames(Change& change) const {
    if (!change.before || !change.after || change.object().kind != "view") return;
    auto found = renamed_in_place(change);
    const bool all_follow = std::all_of(found.begin(), found.end(),
                                        [&](const auto& rename) { return is_renamed(rename); });
    if (all_follow) change.column_renames = std::move(found);
  }

  bool is_renamed(const std::pair<const std::string, std::string>& rename) const {
    return std::any_of(rebuild_.columns.begin(), rebuild_.columns.end(), [&](const auto& table) {
      const auto renames = renames_from(table.second);
      const auto found = renames.find(rename.first);
      return found != renames.end() && found->second == rename.second;
    });
  }

  const Trail& trail_;
  const Lives& lives_;
  const Rebuild& rebuild_;
  std::vector<Folded> folded_;
};

bool is_change(const Folded& folded) {
  return !folded.change.details.empty() && (folded.change.before || folded.change.after);
}

/// Writes the rows that are left over the last ones of each object, and removes the others.
void write(Log& log, const Folding& folding) {
  auto statement = statement_text(log.state().statement_text, folding.statements());
  std::map<std::int64_t, const Change*> left;
  for (const auto& folded : folding.folded()) {
    if (is_change(folded)) left[folded.ids.back()] = &folded.change;
    for (const auto id : folded.ids) {
      if (!left.contains(id)) log.remove(id);
    }
  }
  for (const auto& [id, change] : left) {
    LogRow row = row_of(*change);
    row.command_id = left.begin()->first;
    row.command_tag = "ALTER TABLE";
    row.statement = std::exchange(statement, std::nullopt);
    log.rewrite(id, row);
  }
}

}  // namespace

void fold_rebuilds(const Database& db, Log& log, const Trail& trail) {
  const auto lives = lives_in(trail, db.schema);
  for (const auto& rebuild : find_rebuilds(trail, lives, db.schema)) {
    write(log, Folding(trail, lives, rebuild));
    for (const auto& [created, object_id] : rebuild.replaced) log.hand_over(created, object_id);
  }
}

}  // namespace ddltrail
