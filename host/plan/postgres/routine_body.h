// Whether the server has read the body of a routine, or keeps it as a string until it is called.
#pragma once

#include <string>

#include "model/schema.h"

namespace ddltrail::postgres_plan {

inline bool has_read_body(const Routine& row) {
  const auto has = [&](const char* text) {
    return row.definition->find(text) != std::string::npos;
  };
  return row.definition && row.language == "sql" && (has("\nBEGIN ATOMIC") || has("\nRETURN ")) &&
         !has("\nAS $");
}

}  // namespace ddltrail::postgres_plan
