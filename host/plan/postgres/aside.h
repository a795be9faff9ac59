// What cannot be altered in place, and what others hold on to, makes room for its successor: it
// goes by another name until all is moved over, and is dropped then.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/schema.h"
#include "plan/postgres/free_names.h"
#include "plan/postgres/traits.h"

namespace ddltrail::postgres_plan {

/// A table whose rows another one takes.
struct Moved {
  std::pair<std::string, std::string> from;
  std::pair<std::string, std::string> to;
};

struct SetAside {
  Steps steps;  ///< that do it on the server
  std::vector<Moved> tables;
};

/// Gives such types, sequences, indexes and tables of `from` other names, in whatever mentions them
/// too.
SetAside set_aside(Schema& from, const Schema& to, FreeNames& names, bool is_offline);

}  // namespace ddltrail::postgres_plan
