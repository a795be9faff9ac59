// A schema of the past, from what the log tells of it and from the schema as it is now. The log has
// definitions of the relations of keep_logged() only; what it does not have (triggers, rules,
// policies, privileges, properties of tables, ...) is taken as it is now, as far as what it stands
// on was there.
#pragma once

#include <string>
#include <vector>

#include "model/change.h"
#include "model/schema.h"

namespace ddltrail {

struct Past {
  Schema schema;
  /// What the log says was otherwise, without saying how, for people: "trigger t on main.users was
  /// dropped".
  std::vector<std::string> unknown;
};

/// `logged`: as Source::read_schema_at() reads it. `now`: the schema of the same database, and
/// `since`: Source::changes_between() its position and now.
Past past_of(Schema logged, const Schema& now, const std::vector<Change>& since);

}  // namespace ddltrail
