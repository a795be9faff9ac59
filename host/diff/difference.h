// What differs between two schemas, in the words of the log: an object, and the operations that
// would turn the one into the other.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diff/renames.h"
#include "model/schema.h"

namespace ddltrail {

struct Difference {
  std::string action;  ///< create, drop, rename, alter
  std::string object_kind;
  std::optional<std::string> schema_name;
  std::string object_name;
  std::string object_identity;  ///< for people: schema.name, name on schema.table
  Json details;                 ///< operations as in change_log
};

/// What would have to be done to `from` to make it `to`; empty where they are equal. Objects that
/// come and go are told whole; what the renames name is the same object. Both are sorted. Throws
/// Error where they are of different engines.
std::vector<Difference> diff(Schema from, const Schema& to, const Renames& renames = {});

}  // namespace ddltrail
