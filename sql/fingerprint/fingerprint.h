// Fingerprints: a hash for each object of a schema and one for the whole, made of contract rows.
// What they are made of stands in sql/README.md, Fingerprints; the PostgreSQL extension computes
// the same in SQL.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "fingerprint/object_name.h"

namespace ddltrail {

struct ObjectFingerprint {
  std::string object_kind;
  std::optional<std::string> schema_name;
  std::string object_name;
  std::string fingerprint;  ///< 64 hexadecimal digits
};

class Fingerprints {
 public:
  /// `row`: the columns that count, null or not. In any order.
  void add(std::string_view relation, const nlohmann::json& row);

  /// In the order of family, schema and name.
  std::vector<ObjectFingerprint> objects() const;

  /// Of all of them.
  std::string schema() const;

 private:
  struct Object {
    std::string kind;
    std::vector<std::string> lines;
  };
  std::map<ObjectName, Object> objects_;
};

}  // namespace ddltrail
