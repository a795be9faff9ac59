#include "plan/postgres/row_move.h"

#include <fmt/format.h>

#include <algorithm>

#include "plan/postgres/catalog.h"
#include "plan/postgres/composite_values.h"
#include "plan/postgres/names.h"
#include "plan/postgres/sequence_objects.h"
#include "plan/postgres/switching.h"

namespace ddltrail::postgres_plan {
namespace {

struct MovedColumn {
  const Column* former;
  const Column* later;
};

/// What is computed comes by itself.
std::vector<MovedColumn> moved_columns(const Moved& moved, const World& world) {
  std::vector<MovedColumn> columns;
  for (const Column* later : world.to.rows().columns(moved.to)) {
    const Column* former = world.from.rows().column(moved.from, later->column_name);
    if (former && !later->generated) columns.push_back({former, later});
  }
  return columns;
}

bool has_unmoved_values(const Moved& moved, const World& world) {
  const auto& columns = world.from.rows().columns(moved.from);
  return std::any_of(columns.begin(), columns.end(), [&](const Column* former) {
    const Column* later = world.to.rows().column(moved.to, former->column_name);
    return !former->generated && (!later || later->generated);
  });
}

/// Children of a plain table keep their rows.
std::string rows_of(const Moved& moved, const World& world) {
  const bool is_plain = world.from.rows().table(moved.from)->kind == "table";
  return (is_plain ? "ONLY " : "") + qualified(moved.from);
}

Step insert(const Moved& moved, const World& world) {
  std::vector<std::string> names, values;
  Retype worst;
  for (const auto& [former, later] : moved_columns(moved, world)) {
    const std::string name = quoted(later->column_name);
    const Retype how = retype_by_attributes(*former, *later, name, world);
    names.push_back(name);
    values.push_back(how.expression.empty() ? name : how.expression);
    worst.may_fail |= how.may_fail;
    worst.loses_data |= how.loses_data;
  }
  std::vector<Risk> risks;
  const auto add_risk = [&](Hazard hazard, const char* why) {
    risks.push_back({hazard, "table " + moved.to.first + "." + moved.to.second, why, moved.to});
  };
  add_risk(Hazard::kTableRewrite, "rows are copied to where they belong");
  add_risk(Hazard::kLongLock, "nobody reads it meanwhile");
  add_risk(Hazard::kMayFail, "rows may find no partition");
  if (worst.may_fail) add_risk(Hazard::kMayFail, "values may not be of the new types");
  if (worst.loses_data) add_risk(Hazard::kDataLoss, "a new type does not hold all of a value");
  if (has_unmoved_values(moved, world))
    add_risk(Hazard::kDataLoss, "values of columns that it has no more are gone");
  const std::string list = names.empty() ? "" : "(" + list_of(names) + ") ";
  return step(fmt::format("INSERT INTO {} {}OVERRIDING SYSTEM VALUE SELECT {} FROM {}",
                          qualified(moved.to), list, list_of(values), rows_of(moved, world)),
              std::move(risks));
}

/// Of a column of both tables: the sequence that it had, if any, and the other one that it gets.
struct MovedSequence {
  const Sequence* former;
  const Sequence* later;
};

std::vector<MovedSequence> sequences_of(const Moved& moved, const World& world) {
  std::vector<MovedSequence> sequences;
  for (const auto& [former, later] : moved_columns(moved, world)) {
    const Sequence* before = world.from.rows().owned_sequence(moved.from, former->column_name);
    const Sequence* after = world.to.rows().owned_sequence(moved.to, later->column_name);
    if (after && (before || after->is_identity) && !world.from.find(sequence_key(*after)))
      sequences.push_back({before, after});
  }
  return sequences;
}

}  // namespace

Steps row_move(const Moved& moved, const World& world) {
  const std::vector<TableName> tree = tree_of(moved.to, world);
  Steps steps = triggers_off(tree, world);
  steps.push_back(insert(moved, world));
  append(steps, triggers_on(tree, world));
  for (const auto& [former, later] : sequences_of(moved, world))
    steps.push_back(step(former ? take_value(*former, *later) : take_highest(*later)));
  return steps;
}

MovedSequences moved_sequences(const Moved& moved, const World& world) {
  MovedSequences keys;
  for (const auto& [former, later] : sequences_of(moved, world)) {
    if (former) keys.former.insert(sequence_key(*former));
    keys.later.insert(sequence_key(*later));
  }
  return keys;
}

}  // namespace ddltrail::postgres_plan
