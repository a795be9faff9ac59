#include "rebuild.h"

#include <algorithm>
#include <optional>

#include "token.h"

namespace ddltrail {
namespace {

bool is_named(const std::optional<SchemaObject>& object, const std::string& name) {
  return object && same_name(object->name, name);
}

/// The first moment at which the object has the name.
const Moment* taking(const Life& life, const std::string& name) {
  for (const auto& moment : life.moments()) {
    if (is_named(moment.change().after, name)) return &moment;
  }
  return nullptr;
}

/// The last moment before which the object had the name.
const Moment* leaving(const Life& life, const std::string& name) {
  const auto& moments = life.moments();
  const auto found = std::find_if(moments.rbegin(), moments.rend(), [&](const Moment& moment) {
    return is_named(moment.change().before, name) && !is_named(moment.change().after, name);
  });
  return found == moments.rend() ? nullptr : &*found;
}

/// A table that may have been rebuilt: what took over its name, and how.
struct Candidate {
  std::int64_t table;
  std::int64_t successor;
  Path path;
  std::string name;
  std::size_t left;   // the event after which the one no longer has the name
  std::size_t taken;  // the event after which the other has it
};

/// The last name of the table that the successor came to have.
std::optional<Candidate> succession(const Life& table, const Life& successor) {
  const auto& moments = table.moments();
  for (auto moment = moments.rbegin(); moment != moments.rend(); ++moment) {
    if (!moment->change().before) continue;
    const auto& name = moment->change().before->name;
    const Moment* taken = taking(successor, name);
    if (taken != nullptr)
      return Candidate{0, 0, {}, name, leaving(table, name)->event, taken->event};
  }
  return std::nullopt;
}

bool mentions(const SchemaObject& object, const std::string& name) {
  const std::string text = object.sql.value_or("");
  return std::search(text.begin(), text.end(), name.begin(), name.end(),
                     [](char a, char b) { return upper(a) == upper(b); }) != text.end();
}

/// Puts one rebuild together.
class Builder {
 public:
  Builder(const Lives& lives, const std::vector<Candidate>& candidates)
      : lives_(lives), candidates_(candidates) {
    for (const auto& candidate : candidates_) {
      rebuild_.columns[candidate.table] = candidate.path.columns;
      rebuild_.replaced[candidate.successor] = candidate.table;
      add_tables(candidate);
    }
    add_owned();
    while (add_replaced()) continue;
  }

  const std::set<std::size_t>& events() const { return rebuild_.events; }

  /// Nothing where a statement that belongs to something else changed one of the tables in between.
  std::optional<Rebuild> build() {
    std::erase_if(rebuild_.replaced, [&](const auto& pair) { return !is_one_span(pair); });
    for (const auto& candidate : candidates_) {
      if (!rebuild_.replaced.contains(candidate.successor)) return std::nullopt;
    }
    return std::move(rebuild_);
  }

 private:
  const Life& life(std::int64_t id) const { return lives_.at(id); }

  void add_tables(const Candidate& candidate) {
    for (const auto& moment : life(candidate.table).moments()) {
      if (moment.event >= candidate.left) rebuild_.events.insert(moment.event);
    }
    for (const auto& moment : life(candidate.successor).moments()) {
      if (moment.event <= candidate.taken) rebuild_.events.insert(moment.event);
    }
    for (const auto id : passing_tables(candidate)) {
      for (const auto& moment : life(id).moments()) rebuild_.events.insert(moment.event);
    }
  }

  /// Created and dropped on the way.
  std::vector<std::int64_t> passing_tables(const Candidate& candidate) const {
    std::vector<std::int64_t> ids;
    for (const auto id : candidate.path.between) {
      if (life(id).begins() && life(id).ends()) ids.push_back(id);
    }
    return ids;
  }

  /// Indexes and triggers of the new tables, made before these took over their names.
  void add_owned() {
    for (const auto& each : lives_) {
      const Life& owned = each.second;
      if (!owned.begins() || (owned.kind() != "index" && owned.kind() != "trigger")) continue;
      const bool is_on_new_table = std::any_of(
          candidates_.begin(), candidates_.end(),
          [&](const Candidate& candidate) { return is_on_new_table_of(candidate, owned.first()); });
      if (is_on_new_table) rebuild_.events.insert(owned.first().event);
    }
  }

  bool is_on_new_table_of(const Candidate& candidate, const Moment& creation) const {
    const auto& table_name = creation.change().after->table_name;
    const auto has_table = [&](std::int64_t id) {
      const auto name = life(id).name_at(creation.event);
      return name && same_name(*name, table_name);
    };
    const auto passing = passing_tables(candidate);
    return (creation.event < candidate.taken && has_table(candidate.successor)) ||
           std::any_of(passing.begin(), passing.end(), has_table);
  }

  /// What was dropped with or for a table and created again. Returns whether it found more.
  bool add_replaced() {
    const auto before = rebuild_.replaced.size();
    for (const auto& [id, dropped] : lives_) {
      if (dropped.ends() && !is_new(dropped) && belongs(dropped)) find_replacement(id, dropped);
    }
    return rebuild_.replaced.size() > before;
  }

  bool is_new(const Life& dropped) const {
    return dropped.begins() && rebuild_.events.contains(dropped.first().event);
  }

  bool belongs(const Life& dropped) const {
    if (rebuild_.events.contains(dropped.last().event)) return true;
    const SchemaObject& object = *dropped.last().change().before;
    return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& candidate) {
      return object.kind == "view" ? mentions(object, candidate.name)
                                   : life(candidate.table).bore(object.table_name);
    });
  }

  void find_replacement(std::int64_t dropped_id, const Life& dropped) {
    for (const auto& [id, created] : lives_) {
      if (!created.begins() || created.ends() || created.kind() != dropped.kind()) continue;
      if (rebuild_.replaced.contains(id) || created.kind() == "table") continue;
      if (!dropped.bore(created.last().change().after->name)) continue;
      rebuild_.replaced[id] = dropped_id;
      rebuild_.events.insert(dropped.last().event);
      rebuild_.events.insert(created.first().event);
      return;
    }
  }

  /// The end of one life and the beginning of the other, and nothing else of either in between.
  bool is_one_span(const std::pair<const std::int64_t, std::int64_t>& pair) const {
    const Life& created = life(pair.first);
    const Life& dropped = life(pair.second);
    return are_contiguous(created, rebuild_.events) && are_contiguous(dropped, rebuild_.events) &&
           rebuild_.events.contains(created.first().event) &&
           rebuild_.events.contains(dropped.last().event);
  }

  const Lives& lives_;
  const std::vector<Candidate>& candidates_;
  Rebuild rebuild_;
};

/// The table that a new one replaces: the first one, where it was rebuilt several times.
std::optional<Candidate> candidate_for(const Lives& lives, const Lineage& lineage,
                                       std::int64_t successor) {
  std::optional<Candidate> found;
  for (const auto& [id, life] : lives) {
    if (!life.ends() || life.kind() != "table") continue;
    auto path = lineage.path(id, successor);
    if (!path || (found && path->between.size() < found->path.between.size())) continue;
    auto candidate = succession(life, lives.at(successor));
    if (!candidate) continue;
    candidate->table = id;
    candidate->successor = successor;
    candidate->path = std::move(*path);
    found = std::move(candidate);
  }
  return found;
}

using Group = std::vector<Candidate>;

bool overlap(const std::set<std::size_t>& a, const std::set<std::size_t>& b) {
  return *a.begin() <= *b.rbegin() && *b.begin() <= *a.rbegin();
}

/// Joins two groups whose statements are mixed. Returns whether there were such.
bool join_overlapping(const Lives& lives, std::vector<Group>& groups) {
  for (auto a = groups.begin(); a != groups.end(); ++a) {
    for (auto b = a + 1; b != groups.end(); ++b) {
      if (!overlap(Builder(lives, *a).events(), Builder(lives, *b).events())) continue;
      a->insert(a->end(), b->begin(), b->end());
      groups.erase(b);
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<Rebuild> find_rebuilds(const Trail& trail, const Lives& lives,
                                   const std::string& schema) {
  const Lineage lineage(trail, lives, schema);
  std::vector<Group> groups;
  for (const auto& [id, life] : lives) {
    if (!life.begins() || life.ends() || life.kind() != "table") continue;
    if (auto candidate = candidate_for(lives, lineage, id)) groups.push_back({*candidate});
  }
  while (join_overlapping(lives, groups)) continue;
  std::vector<Rebuild> rebuilds;
  for (const auto& group : groups) {
    if (auto rebuild = Builder(lives, group).build()) rebuilds.push_back(std::move(*rebuild));
  }
  return rebuilds;
}

std::vector<Moment> moments_in(const Life& life, const std::set<std::size_t>& events) {
  std::vector<Moment> found;
  for (const auto& moment : life.moments()) {
    if (events.contains(moment.event)) found.push_back(moment);
  }
  return found;
}

bool are_contiguous(const Life& life, const std::set<std::size_t>& events) {
  const auto& moments = life.moments();
  const auto is_in = [&](const Moment& moment) { return events.contains(moment.event); };
  const auto first = std::find_if(moments.begin(), moments.end(), is_in);
  const auto end = std::find_if_not(first, moments.end(), is_in);
  return std::none_of(end, moments.end(), is_in);
}

}  // namespace ddltrail
