#include "cli/migration_script.h"

#include <fmt/format.h>

#include <algorithm>

namespace ddltrail {
namespace {

/// Calls `visit` with each risk of the plan.
template <class Visit>
void for_each_risk(const Plan& plan, Visit visit) {
  for (const Step& step : plan.steps)
    for (const Risk& risk : step.risks) visit(risk);
}

}  // namespace

migrate::Script migration_script(const Plan& plan, const migrate::Dialect& dialect) {
  migrate::Script script;
  for_each_risk(plan, [&](const Risk& risk) {
    script.remarks.push_back(
        fmt::format("hazard: {}: {}: {}", name_of(risk.hazard), risk.object, risk.why));
  });
  for (const std::string& statement : plan.preparation) {
    if (dialect.foreign_keys_off && statement == dialect.foreign_keys_off)
      script.has_foreign_keys_off = true;
    else
      add_statement(script, statement, plan.steps.empty() || plan.steps.front().is_transactional);
  }
  for (const Step& step : steps_with_settings(plan))
    add_statement(script, step.sql, step.is_transactional);
  return script;
}

migrate::Script way_back_script(const Plan& there, const Plan& back,
                                const migrate::Dialect& dialect) {
  migrate::Script script = migration_script(back, dialect);
  for_each_risk(there, [&](const Risk& risk) {
    if (risk.hazard == Hazard::kDataLoss)
      script.lost.push_back(fmt::format("{}: {}", risk.object, risk.why));
  });
  return script;
}

}  // namespace ddltrail
