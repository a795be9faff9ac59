// Whether a list has a name.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace ddltrail {

inline bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace ddltrail
