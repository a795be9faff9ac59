// What objects of all kinds have beside their definition: an owner, a comment, privileges.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "plan/plan.h"

namespace ddltrail::postgres_plan {

using Steps = std::vector<Step>;

struct Grant {
  std::string grantor;
  std::string grantee;  ///< public: everybody
  std::string privilege;
  bool is_grantable = false;
  auto operator<=>(const Grant&) const = default;
};
using Grants = std::set<Grant>;

struct Traits {
  std::string noun = {};  ///< as in COMMENT ON and ALTER ... OWNER TO: TABLE, FUNCTION, ...
  std::string name = {};  ///< as SQL has it
  std::optional<std::string> owner = {};  ///< none: it has none of its own
  std::string grant_owner = {};           ///< whose privileges the others have from
  std::optional<std::string> comment = {};
  std::string grant_noun = {};  ///< as in GRANT ... ON; empty: nobody can be granted anything
  std::string column = {};      ///< of a column: GRANT SELECT (column) ON
  std::string grant_name = {};  ///< empty: the same as name
  std::string acl_kind = {};    ///< table, sequence, routine, type, schema, server, column
  Grants grants = {};           ///< where there are no rows those by default
  bool has_default_grants = true;
};

void append(Steps& steps, Steps more);

/// The privileges that an object has as long as nobody grants anything.
Grants default_grants(const std::string& acl_kind, const std::string& owner);

/// Of an object that was just made: by whom is not known. `unasked`: roles that may have got
/// privileges without being named.
Steps steps_for_new(const Traits& traits, const std::set<std::string>& unasked);
/// Of one that stays. `object`: for people.
Steps steps_between(const Traits& former, const Traits& later, const std::string& object);

}  // namespace ddltrail::postgres_plan
