// What it takes to turn the values of a column into those of another type.
#pragma once

#include <string>
#include <vector>

#include "model/schema.h"
#include "plan/plan.h"

namespace ddltrail::postgres_plan {

struct Retype {
  std::string expression = {};  ///< of USING; empty: the server knows how
  bool has_rewrite = true;
  bool may_fail = false;
  bool loses_data = false;
  bool follows_time_zone = false;  ///< that of the session says what the values become
};

/// `column`: as SQL has it.
Retype retype(const Column& from, const Column& to, const std::string& column);

}  // namespace ddltrail::postgres_plan
