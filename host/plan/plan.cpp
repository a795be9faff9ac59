#include "plan/plan.h"

#include <fmt/format.h>

#include "base/error.h"
#include "plan/sqlite/sqlite_plan.h"

namespace ddltrail {
namespace {

void require_sqlite(const Schema& schema) {
  if (schema.engine != Engine::kSqlite)
    throw Error("migrations of PostgreSQL cannot be planned yet", "",
                "Use `ddltrail diff` to see what differs.");
}

}  // namespace

std::string_view name_of(Hazard hazard) {
  switch (hazard) {
    case Hazard::kDataLoss:
      return "data-loss";
    case Hazard::kLongLock:
      return "long-lock";
    case Hazard::kTableRewrite:
      return "table-rewrite";
    case Hazard::kIndexBuild:
      return "index-build";
    case Hazard::kMayFail:
      return "may-fail";
    case Hazard::kCorrectness:
      return "correctness";
    case Hazard::kNotTransactional:
      return "not-transactional";
    case Hazard::kPermissionChange:
      return "permission-change";
  }
  return "";
}

std::string script_of(const Plan& plan) {
  if (plan.empty()) return "";
  std::string script;
  for (const std::string& statement : plan.preparation) script += statement + ";\n";
  script += "BEGIN IMMEDIATE;\n";
  for (const Step& step : plan.steps) script += step.sql + ";\n";
  return script + "COMMIT;\n";
}

Plan plan(const Schema& from, const Schema& to, const Renames& renames) {
  require_sqlite(from);
  require_sqlite(to);
  return sqlite_plan::plan(from, to, with_way_made(renames, from));
}

std::string create_script(const Schema& schema) {
  require_sqlite(schema);
  return sqlite_plan::create_script(schema);
}

}  // namespace ddltrail
