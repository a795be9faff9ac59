// Names for what a plan puts aside for a while: those that nothing has in either schema.
#pragma once

#include <set>
#include <string>
#include <utility>

#include "model/schema.h"

namespace ddltrail::postgres_plan {

class FreeNames {
 public:
  using Name = std::pair<std::string, std::string>;
  FreeNames(const Schema& from, const Schema& to) : from_(from), to_(to) {}

  /// In the schema of `name`, and like it; nobody else gets it again.
  Name like(const Name& name, const std::string& suffix);

 private:
  void take(const Schema& schema);

  const Schema& from_;
  const Schema& to_;
  std::set<Name> taken_;  ///< relations and types; empty until somebody asks
};

}  // namespace ddltrail::postgres_plan
