// Which object a contract row belongs to: that of its own relation, or the table that it is a part
// of. See sql/README.md, Fingerprints.
#pragma once

#include <compare>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace ddltrail {

struct ObjectName {
  std::string family;                      ///< names are unique within a family and schema
  std::optional<std::string> schema_name;  ///< none for objects that are in no schema
  std::string object_name;
  auto operator<=>(const ObjectName&) const = default;
};

/// `row`: at least its compared columns. Throws std::out_of_range for a relation that describes no
/// schema.
ObjectName object_of(std::string_view relation, const nlohmann::json& row);

/// What kind of object it is, as in change_log; nothing where another row of the object says so.
std::optional<std::string> object_kind_of(std::string_view relation, const nlohmann::json& row);

}  // namespace ddltrail
