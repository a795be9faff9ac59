#include "base/warning.h"

#include <cstdio>
#include <set>

#include "base/ascii.h"

namespace ddltrail {

void warn(std::string what) {
  static std::set<std::string> told;
  if (told.insert(what).second)
    std::fputs(("ddltrail: warning: " + one_line(std::move(what)) + "\n").c_str(), stderr);
}

}  // namespace ddltrail
