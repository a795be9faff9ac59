#include "plan/postgres/switching.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "plan/postgres/catalog.h"
#include "plan/postgres/names.h"

namespace ddltrail::postgres_plan {
namespace {

void add_tree(const TableName& table, const World& world, std::vector<TableName>& tree) {
  tree.push_back(table);
  for (const Parent& row : world.to.rows().schema().parents)
    if (row.partition_bound && parent_of(row) == table) add_tree(child_of(row), world, tree);
}

std::vector<const Trigger*> triggers_that_stay(const std::vector<TableName>& tree,
                                               const World& world) {
  std::vector<const Trigger*> triggers;
  for (const TableName& table : tree)
    for (const Trigger& row : world.to.rows().schema().triggers) {
      const Key key = part_key(Kind::kTrigger, table, row.trigger_name);
      if (TableName(row.schema_name, row.table_name) == table && world.from.find(key) &&
          !world.dropped.contains(key))
        triggers.push_back(&row);
    }
  return triggers;
}

/// It is switched with that of its parent.
bool follows_parent(const Trigger& row, const World& world) {
  const auto& triggers = world.to.rows().schema().triggers;
  const auto& parents = world.to.rows().parents({row.schema_name, row.table_name});
  return std::any_of(parents.begin(), parents.end(), [&](const Parent* parent) {
    return std::any_of(triggers.begin(), triggers.end(), [&](const Trigger& other) {
      return TableName(other.schema_name, other.table_name) == parent_of(*parent) &&
             other.trigger_name == row.trigger_name && other.enabled == row.enabled;
    });
  });
}

Step switched(const Trigger& row, const std::string& how) {
  return step(fmt::format("ALTER TABLE {} {} TRIGGER {}",
                          qualified(row.schema_name, row.table_name), how,
                          quoted(row.trigger_name)));
}

}  // namespace

std::string switching(const std::string& enabled) {
  if (enabled == "disabled") return "DISABLE";
  return enabled == "origin" ? "ENABLE" : "ENABLE " + upper_case(enabled);
}

std::vector<TableName> tree_of(const TableName& root, const World& world) {
  std::vector<TableName> tree;
  add_tree(root, world, tree);
  return tree;
}

Steps triggers_off(const std::vector<TableName>& tree, const World& world) {
  Steps steps;
  for (const Trigger* row : triggers_that_stay(tree, world))
    if (!row->is_inherited) steps.push_back(switched(*row, "DISABLE"));
  return steps;
}

Steps triggers_on(const std::vector<TableName>& tree, const World& world) {
  Steps steps;
  for (const Trigger* row : triggers_that_stay(tree, world))
    if (!row->is_inherited || !follows_parent(*row, world))
      steps.push_back(switched(*row, switching(row->enabled)));
  return steps;
}

}  // namespace ddltrail::postgres_plan
