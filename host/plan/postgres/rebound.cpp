#include "plan/postgres/rebound.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "plan/postgres/bound.h"
#include "plan/postgres/names.h"
#include "plan/postgres/switching.h"

namespace ddltrail::postgres_plan {
namespace {

const Parent* link_in(const Catalog& catalog, const Parent& row) {
  for (const Parent* other : catalog.rows().parents(child_of(row)))
    if (other->partition_bound && parent_of(*other) == parent_of(row)) return other;
  return nullptr;
}

bool has_own_rows(const TableName& table, const Catalog& catalog) {
  const Table* row = catalog.rows().table(table);
  return row && row->kind != "foreign table";
}

/// A partition that comes with its table.
bool is_new(const Parent& row, const World& world) {
  return row.partition_bound && world.is_new(relation_key(child_of(row))) &&
         has_own_rows(child_of(row), world.to);
}

/// A partition that is dropped.
bool goes(const Parent& row, const World& world) {
  return row.partition_bound && world.dropped.contains(relation_key(child_of(row))) &&
         has_own_rows(child_of(row), world.from);
}

std::string name_in_messages(const TableName& table) {
  return "table " + table.first + "." + table.second;
}

}  // namespace

Rebound::Rebound(const TableName& parent, std::vector<const Parent*> changed, const World& world)
    : parent_(parent), changed_(std::move(changed)), world_(world) {
  for (const Parent* row : changed_) hold(*row);
  hold_rows_of_default();
  if (const std::string taken = taken_anew(); !taken.empty()) hold_rows_of_dropped(parent_, taken);
}

Steps Rebound::steps() const {
  const std::string alter = "ALTER TABLE ONLY " + qualified(parent_);
  Steps steps;
  for (const Parent* row : changed_)
    steps.push_back(step(alter + " DETACH PARTITION " + qualified(child_of(*row))));
  if (!held_.empty()) append(steps, triggers_off(tree_of(parent_, world_), world_));
  for (const Held& held : held_) {
    if (!held.parent.empty()) continue;
    steps.push_back(put_aside(held));
    steps.push_back(step("DELETE FROM " + qualified(held.from) + " WHERE " + held.condition));
  }
  for (const Parent* row : changed_)
    steps.push_back(step(alter + " ATTACH PARTITION " + qualified(child_of(*row)) + " " +
                         *row->partition_bound));
  if (!steps.empty())
    steps.front().risks = {risk(Hazard::kLongLock, "all rows of the partitions are read"),
                           risk(Hazard::kMayFail, "rows may find no partition")};
  return steps;
}

std::map<TableName, Steps> Rebound::farewells() const {
  std::map<TableName, Steps> farewells;
  for (const Held& held : held_)
    if (!held.parent.empty())
      farewells[held.from] = {
          step("ALTER TABLE ONLY " + held.parent + " DETACH PARTITION " + qualified(held.from)),
          put_aside(held)};
  return farewells;
}

Steps Rebound::rows_back() const {
  Steps steps;
  for (const Held& held : held_) {
    steps.push_back(
        step(fmt::format("INSERT INTO {} ({}) OVERRIDING SYSTEM VALUE SELECT {} FROM {}",
                         qualified(parent_), columns(), columns(), held.name)));
    steps.push_back(step("DROP TABLE " + held.name));
  }
  if (!held_.empty()) append(steps, triggers_on(tree_of(parent_, world_), world_));
  return steps;
}

void Rebound::hold(const Parent& row) {
  if (is_wider(*link_in(world_.from, row)->partition_bound, *row.partition_bound)) return;
  if (const auto belongs = condition(row)) hold(child_of(row), "(" + *belongs + ") IS NOT TRUE");
}

/// What others take now is no longer left to it.
void Rebound::hold_rows_of_default() {
  for (const Parent& row : world_.to.rows().schema().parents) {
    if (parent_of(row) != parent_ || row.partition_bound != "DEFAULT") continue;
    const Parent* former = link_in(world_.from, row);
    if (former && former->partition_bound == "DEFAULT")
      if (const auto belongs = condition(row)) hold(child_of(row), "NOT (" + *belongs + ")");
  }
}

/// Partitions of partitions go before these.
void Rebound::hold_rows_of_dropped(const TableName& parent, const std::string& taken) {
  for (const Parent& row : world_.from.rows().schema().parents) {
    if (parent_of(row) != parent || !goes(row, world_)) continue;
    const TableName child = child_of(row);
    if (world_.from.rows().table(child)->kind == "partitioned table")
      hold_rows_of_dropped(child, taken);
    else
      hold(child, taken, qualified(parent));
  }
}

/// What partitions take that did not take it before.
std::string Rebound::taken_anew() const {
  std::vector<const Parent*> takers = changed_;
  for (const Parent& row : world_.to.rows().schema().parents)
    if (parent_of(row) == parent_ && is_new(row, world_)) takers.push_back(&row);
  std::vector<std::string> conditions;
  for (const Parent* row : takers)
    if (const auto belongs = condition(*row)) conditions.push_back("(" + *belongs + ")");
  return fmt::format("{}", fmt::join(conditions, " OR "));
}

void Rebound::hold(const TableName& from, std::string condition, std::string parent) {
  held_.push_back({from, std::move(condition), qualified(world_.names.like(from, "_moved")),
                   std::move(parent)});
}

Step Rebound::put_aside(const Held& held) const {
  return step(fmt::format("CREATE TABLE {} AS SELECT {} FROM {} WHERE {}", held.name, columns(),
                          qualified(held.from), held.condition));
}

std::vector<std::string> Rebound::bounds_beside(const Parent& row) const {
  std::vector<std::string> bounds;
  for (const Parent& other : world_.to.rows().schema().parents)
    if (other.partition_bound && parent_of(other) == parent_ && child_of(other) != child_of(row))
      bounds.push_back(*other.partition_bound);
  return bounds;
}

std::optional<std::string> Rebound::condition(const Parent& row) const {
  return condition_of(*row.partition_bound,
                      world_.to.rows().properties(parent_).partition_key.value_or(""),
                      qualified(parent_), bounds_beside(row));
}

std::string Rebound::columns() const {
  std::vector<std::string> names;
  for (const Column* column : world_.to.rows().columns(parent_))
    if (!column->generated) names.push_back(column->column_name);
  return quoted_list(names);
}

Risk Rebound::risk(Hazard hazard, std::string why) const {
  return {hazard, name_in_messages(parent_), std::move(why), parent_};
}

std::map<TableName, std::vector<const Parent*>> rebound_links(const World& world) {
  std::map<TableName, std::vector<const Parent*>> links;
  for (const Parent& row : world.to.rows().schema().parents) {
    const Parent* former = row.partition_bound ? link_in(world.from, row) : nullptr;
    if (former && former->partition_bound != row.partition_bound &&
        !world.dropped.contains(relation_key(child_of(row))) &&
        !world.dropped.contains(relation_key(parent_of(row))))
      links[parent_of(row)].push_back(&row);
  }
  std::set<TableName> joined, widened;  // by any table, and by one that is made
  for (const Parent& row : world.to.rows().schema().parents) {
    if (row.partition_bound && !link_in(world.from, row)) joined.insert(parent_of(row));
    if (is_new(row, world)) widened.insert(parent_of(row));
  }
  for (const Parent& row : world.from.rows().schema().parents) {
    const TableName parent = parent_of(row);
    const bool loses = (row.partition_bound == "DEFAULT" && joined.contains(parent)) ||
                       (goes(row, world) && widened.contains(parent));
    if (loses && !world.dropped.contains(relation_key(parent))) links[parent];
  }
  return links;
}

}  // namespace ddltrail::postgres_plan
