#include "plan/plan.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/error.h"
#include "plan/postgres/postgres_plan.h"
#include "plan/sqlite/sqlite_plan.h"

namespace ddltrail {
namespace {

std::string statements(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& statement : list) text += statement + ";\n";
  return text;
}

/// Puts the settings between the steps.
class Settled {
 public:
  explicit Settled(const Settings& settings) : settings_(settings) {}

  void add(const Step& step) {
    if (former_ && !former_->is_transactional && step.is_transactional) end();
    if (!former_ || former_->is_transactional != step.is_transactional)
      set(step.is_transactional ? settings_.in_transaction : settings_.alone,
          step.is_transactional);
    const bool begins = !former_ || former_->is_transactional;
    if (!step.is_transactional && (begins || former_->waits_long != step.waits_long))
      set({step.waits_long ? settings_.wait_long : settings_.wait_briefly}, false);
    steps_.push_back(step);
    former_ = &step;
  }

  std::vector<Step> finish() {
    if (former_ && !former_->is_transactional) end();
    return std::move(steps_);
  }

 private:
  void set(const std::vector<std::string>& statements, bool is_transactional) {
    for (const std::string& statement : statements)
      steps_.push_back({statement, {}, is_transactional});
  }
  void end() { set(settings_.after_alone, false); }

  const Settings& settings_;
  const Step* former_ = nullptr;
  std::vector<Step> steps_;
};

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

std::vector<std::string> hazard_names() {
  std::vector<std::string> names;
  for (const Hazard hazard : {Hazard::kDataLoss, Hazard::kLongLock, Hazard::kTableRewrite,
                              Hazard::kIndexBuild, Hazard::kMayFail, Hazard::kCorrectness,
                              Hazard::kNotTransactional, Hazard::kPermissionChange})
    names.emplace_back(name_of(hazard));
  return names;
}

std::vector<Step> steps_with_settings(const Plan& plan) {
  Settled settled(plan.settings);
  for (const Step& step : plan.steps) settled.add(step);
  return settled.finish();
}

std::vector<std::string> sections_of(const Plan& plan) {
  if (plan.empty()) return {};
  std::vector<std::string> sections;
  if (!plan.preparation.empty()) sections.push_back(statements(plan.preparation));
  bool is_open = false;
  const auto close = [&] {
    if (is_open) sections.back() += "COMMIT;\n";
    is_open = false;
  };
  for (const Step& step : steps_with_settings(plan)) {
    if (!step.is_transactional) close();
    if (!step.is_transactional || !is_open) sections.emplace_back();
    if (step.is_transactional && !is_open) sections.back() = plan.begin + ";\n";
    is_open = step.is_transactional;
    sections.back() += step.sql + ";\n";
  }
  close();
  return sections;
}

std::string script_of(const Plan& plan) {
  return fmt::format("{}", fmt::join(sections_of(plan), ""));
}

Plan plan(const Schema& from, const Schema& to, const Renames& renames, const Options& options) {
  if (from.engine != to.engine)
    throw Error("the two schemas are of different engines",
                fmt::format("{}, {}", name_of(from.engine), name_of(to.engine)),
                "Plan between two of PostgreSQL or two of SQLite.");
  const Renames possible = with_way_made(renames, from);
  return from.engine == Engine::kSqlite ? sqlite_plan::plan(from, to, possible)
                                        : postgres_plan::plan(from, to, possible, options);
}

std::string create_script(const Schema& schema) {
  return schema.engine == Engine::kSqlite ? sqlite_plan::create_script(schema)
                                          : postgres_plan::create_script(schema);
}

}  // namespace ddltrail
