// Which types of a schema cannot be altered to what they are in another one.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "model/schema.h"

namespace ddltrail::postgres_plan {

struct ReplacedType {
  std::pair<std::string, std::string> name;
  std::string noun;  ///< TYPE or DOMAIN
  /// Of a range type, with what it is a range of.
  std::optional<std::pair<std::string, std::string>> multirange = {};
  std::string subtype = {};
};

/// The first of them; the same for the same input.
std::optional<ReplacedType> type_to_replace(const Schema& from, const Schema& to);

}  // namespace ddltrail::postgres_plan
