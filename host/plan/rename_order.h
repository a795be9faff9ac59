// The order of renames in which no name is taken when it is given: chains and swaps included.
#pragma once

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "base/error.h"

namespace ddltrail {

/// Calls give(former, later, taken) for each rename, one step at a time; where names take each
/// other's, through one that aside(former, taken) gives, which is free. `taken`: a set of what is
/// there, whose order says which names are the same. Throws Error where what has a later name keeps
/// it.
template <class Name, class Names, class Aside, class Give>
void rename_all(const std::map<Name, Name>& renames, Names taken, const Aside& aside,
                const Give& give) {
  std::vector<std::pair<Name, Name>> pending(renames.begin(), renames.end());
  const auto go = [&](const Name& former, const Name& later) {
    give(former, later, std::as_const(taken));
    taken.erase(former);
    taken.insert(later);
  };
  std::size_t steps_left = 2 * pending.size();
  while (!pending.empty()) {
    if (steps_left-- == 0)
      throw Error("a rename is to a name that something else holds", "",
                  "Rename that too, or choose another name.");
    const auto next = std::find_if(pending.begin(), pending.end(), [&](const auto& rename) {
      return !taken.contains(rename.second);
    });
    if (next != pending.end()) {
      go(next->first, next->second);
      pending.erase(next);
    } else {
      const Name free = aside(pending.front().first, std::as_const(taken));
      go(pending.front().first, free);
      pending.front().first = free;
    }
  }
}

}  // namespace ddltrail
