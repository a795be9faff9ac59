#include "base/warning.h"

#include <algorithm>
#include <cstdio>

namespace ddltrail {

void warn(std::string what) {
  std::replace(what.begin(), what.end(), '\n', ' ');
  std::fputs(("ddltrail: warning: " + what + "\n").c_str(), stderr);
}

}  // namespace ddltrail
