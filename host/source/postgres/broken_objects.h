// Objects that the server itself cannot print, because a catalog row that they need is gone: found
// by reading ever smaller parts of each relation, and left out with a warning.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "source/postgres/session.h"

namespace ddltrail {

class BrokenObjects {
 public:
  /// The server says that its catalogs contradict each other.
  static bool is_sign(const StatementFailure& failure) {
    return failure.sqlstate.starts_with("XX");
  }

  /// Tries all rows of a relation, and warns of each object that cannot be read. In a snapshot.
  void find(Session& session, std::string_view relation_text);

  /// To be appended to the text of a relation: leaves them out. Empty where there are none.
  std::string condition(std::string_view relation_text) const;

 private:
  using Id = std::int64_t;
  void find_between(Session& session, std::string_view relation_text, Id first, Id last);
  void add(Session& session, const std::string& catalog, Id id, const StatementFailure& failure);

  std::map<std::string, std::set<Id>> ids_;  ///< by the catalog that they are of
};

}  // namespace ddltrail
