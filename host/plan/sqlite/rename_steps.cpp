#include "plan/sqlite/rename_steps.h"

#include <algorithm>

#include "base/ascii.h"

namespace ddltrail::sqlite_plan {
namespace {

class Sequence {
 public:
  Sequence(const Renames::Names& renames, const std::set<std::string>& taken,
           const std::set<std::string>& reserved)
      : taken_(lower_cased(taken)), reserved_(reserved) {
    for (const auto& [from, to] : renames) pending_.push_back({from, to});
  }

  std::vector<Rename> run() {
    while (!pending_.empty())
      if (!go_on()) step_aside();
    return std::move(done_);
  }

 private:
  bool is_free(const std::string& name) const { return !taken_.contains(lower_case(name)); }

  bool go_on() {
    const auto next = std::find_if(pending_.begin(), pending_.end(),
                                   [&](const Rename& rename) { return is_free(rename.to); });
    if (next == pending_.end()) return false;
    give(next->from, next->to);
    pending_.erase(next);
    return true;
  }

  void step_aside() {
    Rename& first = pending_.front();
    std::set<std::string> names = reserved_;
    names.insert(taken_.begin(), taken_.end());
    const std::string aside = free_name(first.from, names);
    give(first.from, aside);
    first.from = aside;
  }

  void give(const std::string& from, const std::string& to) {
    done_.push_back({from, to});
    taken_.erase(lower_case(from));
    taken_.insert(lower_case(to));
  }

  std::set<std::string> taken_;
  const std::set<std::string>& reserved_;
  std::vector<Rename> pending_;
  std::vector<Rename> done_;
};

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
  return Sequence(renames, taken, reserved).run();
}

}  // namespace ddltrail::sqlite_plan
