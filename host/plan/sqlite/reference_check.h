// Foreign keys are not looked at while tables are copied: afterwards no row may refer to nothing
// that did not before.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/schema.h"
#include "plan/plan.h"

namespace ddltrail::sqlite_plan {

struct ReferenceCheck {
  std::vector<Step> before;  ///< counts the rows that refer to nothing already
  std::vector<Step> after;   ///< fails where there are more, or any by a foreign key that is new
};

/// `from`: under its later names; `former`: of tables, later -> former name. `copied`, `dropped`:
/// the tables whose rows were copied, and those that are gone.
ReferenceCheck reference_check(const Schema& from, const Schema& to,
                               const std::map<std::string, std::string>& former,
                               const std::set<std::string>& copied,
                               const std::set<std::string>& dropped);

}  // namespace ddltrail::sqlite_plan
