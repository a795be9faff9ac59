// What stands on a table or view and goes with it: triggers, rules, policies, statistics.
#include <fmt/format.h>

#include "base/ascii.h"
#include "plan/postgres/catalog.h"
#include "plan/postgres/families.h"
#include "plan/postgres/names.h"
#include "plan/postgres/switching.h"

namespace ddltrail::postgres_plan {
namespace {

class Piece : public Object {
 public:
  Piece(Kind kind, const std::string& schema, const std::string& table_name,
        const std::string& name, const char* noun, std::optional<std::string> comment)
      : on_(schema, table_name), name_(name) {
    table = on_;
    key = part_key(kind, on_, name);
    title = lower_case(noun) + " " + name + " on " + schema + "." + table_name;
    traits = {.noun = noun,
              .name = quoted(name) + " ON " + qualified(on_),
              .comment = std::move(comment)};
    owners = {relation_key(on_)};
    scope = owners.front();
  }
  Steps drop(const World&) const override {
    return {step("DROP " + traits.noun + " " + traits.name)};
  }

 protected:
  /// ALTER TABLE t ENABLE ALWAYS TRIGGER n
  Step enabling(const std::string& state) const {
    return step(fmt::format("ALTER TABLE {} {} {} {}", qualified(on_), switching(state),
                            traits.noun, quoted(name_)));
  }

  const TableName on_;
  const std::string name_;
};

/// Triggers and rules: their own text, and whether they are heeded.
template <class Row>
class Reaction : public Piece {
 public:
  Reaction(const Row& row, Kind kind, const std::string& name, const char* noun)
      : Piece(kind, row.schema_name, row.table_name, name, noun, row.comment), row_(row) {
    definition = row.definition;
    texts = {row.definition};
  }
  Steps create(const World&) const override {
    std::string sql = row_.definition;
    while (sql.ends_with(';')) sql.pop_back();
    Steps steps = {step(std::move(sql))};
    if (row_.enabled != "origin") steps.push_back(enabling(row_.enabled));
    return steps;
  }
  Change change(const Object& former, const World&) const override {
    if (former.definition != definition) return {.how = Change::How::kReplace};
    if (static_cast<const Reaction&>(former).row_.enabled == row_.enabled) return {};
    return {.how = Change::How::kAlter, .steps = {enabling(row_.enabled)}};
  }

 protected:
  const Row& row_;
};

class TriggerObject : public Reaction<Trigger> {
 public:
  explicit TriggerObject(const Trigger& row)
      : Reaction(row, Kind::kTrigger, row.trigger_name, "TRIGGER") {}
};

/// That of a partition comes and goes with that of the partitioned table.
class InheritedTrigger : public Reaction<Trigger> {
 public:
  InheritedTrigger(const Trigger& row, const Rows& rows)
      : Reaction(row, Kind::kTrigger, row.trigger_name, "TRIGGER") {
    definition = "inherited";
    texts.clear();
    for (const Parent* parent : rows.parents({row.schema_name, row.table_name})) {
      follows.insert(part_key(Kind::kTrigger, parent_of(*parent), row.trigger_name));
      needs.insert(link_key(child_of(*parent), parent_of(*parent)));
    }
  }
  Steps create(const World&) const override {
    return row_.enabled == "origin" ? Steps{} : Steps{enabling(row_.enabled)};
  }
  Steps drop(const World&) const override { return {}; }
};

class RuleObject : public Reaction<Rule> {
 public:
  explicit RuleObject(const Rule& row) : Reaction(row, Kind::kRule, row.rule_name, "RULE") {}
};

class PolicyObject : public Piece {
 public:
  explicit PolicyObject(const Policy& row)
      : Piece(Kind::kPolicy, row.schema_name, row.table_name, row.policy_name, "POLICY",
              row.comment) {
    std::vector<std::string> roles;
    for (const std::string& role : row.roles)
      roles.push_back(role == "public" ? "PUBLIC" : quoted(role));
    definition = fmt::format("AS {} FOR {} TO {}", row.is_permissive ? "PERMISSIVE" : "RESTRICTIVE",
                             upper_case(row.command), list_of(roles));
    if (row.using_expression) definition += " USING (" + *row.using_expression + ")";
    if (row.check_expression) definition += " WITH CHECK (" + *row.check_expression + ")";
    texts = {row.using_expression.value_or(""), row.check_expression.value_or("")};
  }
  Steps create(const World& world) const override {
    std::vector<Risk> risks;
    if (!world.is_new(owners.front()))
      risks = {risk(Hazard::kPermissionChange, "other rows may be seen and changed")};
    return {step("CREATE POLICY " + traits.name + " " + definition, std::move(risks))};
  }
  Steps drop(const World& world) const override {
    std::vector<Risk> risks;
    if (!world.to.find(key))
      risks = {risk(Hazard::kPermissionChange, "other rows may be seen and changed")};
    return {step("DROP POLICY " + traits.name, std::move(risks))};
  }
};

class StatisticsObject : public Object {
 public:
  explicit StatisticsObject(const Statistics& row) : row_(row) {
    const TableName on = {row.table_schema, row.table_name};
    table = on;
    key = {Kind::kStatistics, qualified(row.schema_name, row.statistics_name)};
    title = "statistics " + row.schema_name + "." + row.statistics_name;
    traits = {.noun = "STATISTICS",
              .name = key.name,
              .owner = row.owner,
              .grant_owner = row.owner,
              .comment = row.comment};
    definition = row.definition;
    owners = {relation_key(on)};
    needs.insert(schema_key(row.schema_name));
    scope = relation_key(on);
    texts = {row.definition};
  }
  Steps create(const World&) const override {
    Steps steps = {step(row_.definition)};
    if (row_.statistics_target) steps.push_back(target());
    return steps;
  }
  Steps drop(const World&) const override { return {step("DROP STATISTICS " + key.name)}; }
  Change change(const Object& former, const World&) const override {
    if (former.definition != definition) return {.how = Change::How::kReplace};
    if (static_cast<const StatisticsObject&>(former).row_.statistics_target ==
        row_.statistics_target)
      return {};
    return {.how = Change::How::kAlter, .steps = {target()}};
  }
  bool is_disturbed(Kind) const override { return false; }

 private:
  Step target() const {
    return step(fmt::format("ALTER STATISTICS {} SET STATISTICS {}", key.name,
                            row_.statistics_target.value_or(-1)));
  }
  const Statistics& row_;
};

}  // namespace

void add_pieces(Catalog& catalog) {
  const Schema& schema = catalog.rows().schema();
  for (const Trigger& row : schema.triggers)
    if (row.is_inherited)
      catalog.make<InheritedTrigger>(row, catalog.rows());
    else
      catalog.make<TriggerObject>(row);
  for (const Rule& row : schema.rules) catalog.make<RuleObject>(row);
  for (const Policy& row : schema.policies) catalog.make<PolicyObject>(row);
  for (const Statistics& row : schema.statistics) catalog.make<StatisticsObject>(row);
}

}  // namespace ddltrail::postgres_plan
