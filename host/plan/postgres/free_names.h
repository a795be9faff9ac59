// Names for what a plan puts aside for a while: those that nothing has in either schema.
#pragma once

#include <set>
#include <string>
#include <utility>

#include "model/schema.h"

namespace ddltrail::postgres_plan {

/// Schemas and names of all relations, types and routines.
std::set<std::pair<std::string, std::string>> names_of_objects(const Schema& schema);

/// The name, cut before a character where it is too long for the server with the suffix.
std::string suffixed(const std::string& name, const std::string& suffix);

class FreeNames {
 public:
  using Name = std::pair<std::string, std::string>;
  FreeNames(const Schema& from, const Schema& to) : from_(from), to_(to) {}

  /// In the schema of `name`, and like it; nobody else gets it again.
  Name like(const Name& name, const std::string& suffix);

 private:
  const Schema& from_;
  const Schema& to_;
  std::set<Name> taken_;  ///< empty until somebody asks
};

}  // namespace ddltrail::postgres_plan
