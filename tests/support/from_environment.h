// Numbers that a run of the tests takes from the environment: seeds, rounds.
#pragma once

#include <cstdlib>
#include <string>

namespace ddltrail {

/// The number in the variable; `otherwise` where it is not set.
inline unsigned from_environment(const char* name, unsigned otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : static_cast<unsigned>(std::stoul(value));
}

}  // namespace ddltrail
