#include "plan/sqlite/rename_steps.h"

#include "base/ascii.h"
#include "plan/rename_order.h"

namespace ddltrail::sqlite_plan {
namespace {

struct InAnyCase {
  bool operator()(const std::string& a, const std::string& b) const {
    return lower_case(a) < lower_case(b);
  }
};
using NamesInAnyCase = std::set<std::string, InAnyCase>;

}  // namespace

Renames::Names table_names(const Renames& renames) {
  Renames::Names names;
  for (const auto& [former, later] : renames.tables) names[former.second] = later.second;
  return names;
}

std::set<std::string> lower_cased(const std::set<std::string>& names) {
  std::set<std::string> lower;
  for (const std::string& name : names) lower.insert(lower_case(name));
  return lower;
}

std::string free_name(const std::string& name, const std::set<std::string>& taken) {
  std::string free = "new_" + name;
  while (taken.contains(lower_case(free))) free += '_';
  return free;
}

std::vector<Rename> in_order(const Renames::Names& renames, const std::set<std::string>& taken,
                             const std::set<std::string>& reserved) {
  std::vector<Rename> steps;
  rename_all(
      renames, NamesInAnyCase(taken.begin(), taken.end()),
      [&](const std::string& name, const NamesInAnyCase& held) {
        std::set<std::string> names = lower_cased({held.begin(), held.end()});
        names.insert(reserved.begin(), reserved.end());
        return free_name(name, names);
      },
      [&](const std::string& former, const std::string& later, const NamesInAnyCase&) {
        steps.push_back({former, later});
      });
  return steps;
}

}  // namespace ddltrail::sqlite_plan
