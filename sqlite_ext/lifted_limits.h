// While it lives, the limits that an application has set on its connection do not hold: the
// statements of the extension are fixed, and larger than what a cautious application runs.
#pragma once

#include <array>
#include <cstddef>
#include <limits>

#include "sqlite_api.h"

namespace ddltrail {

class LiftedLimits {
 public:
  explicit LiftedLimits(sqlite3* db) : db_(db) {
    // SQLite takes the most that it was built for.
    for (std::size_t i = 0; i < kLimits.size(); ++i)
      before_[i] = sqlite3_limit(db_, kLimits[i], std::numeric_limits<int>::max());
  }
  ~LiftedLimits() {
    for (std::size_t i = 0; i < kLimits.size(); ++i) sqlite3_limit(db_, kLimits[i], before_[i]);
  }
  LiftedLimits(const LiftedLimits&) = delete;
  LiftedLimits& operator=(const LiftedLimits&) = delete;

 private:
  static constexpr std::array kLimits = {
      SQLITE_LIMIT_LENGTH,       SQLITE_LIMIT_SQL_LENGTH,      SQLITE_LIMIT_COLUMN,
      SQLITE_LIMIT_VDBE_OP,      SQLITE_LIMIT_COMPOUND_SELECT, SQLITE_LIMIT_EXPR_DEPTH,
      SQLITE_LIMIT_FUNCTION_ARG, SQLITE_LIMIT_VARIABLE_NUMBER};

  sqlite3* db_;
  std::array<int, kLimits.size()> before_;
};

}  // namespace ddltrail
