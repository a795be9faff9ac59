// How triggers and rules are switched.
#pragma once

#include <string>

#include "base/ascii.h"

namespace ddltrail::postgres_plan {

/// As ALTER TABLE has it: origin -> ENABLE, always -> ENABLE ALWAYS, disabled -> DISABLE.
inline std::string switching(const std::string& enabled) {
  if (enabled == "disabled") return "DISABLE";
  return enabled == "origin" ? "ENABLE" : "ENABLE " + upper_case(enabled);
}

}  // namespace ddltrail::postgres_plan
