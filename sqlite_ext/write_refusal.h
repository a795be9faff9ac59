// What is done where a disk error in a statement of ours has rolled back the transaction of the
// application, which cannot be told at that point: the connection refuses to write until one
// statement has failed for it, lest each of the rest become a transaction of its own.
#pragma once

#include <string_view>

#include "sqlite_api.h"

namespace ddltrail {

class WriteRefusal {
 public:
  explicit WriteRefusal(sqlite3* db) : db_(db) {}

  /// From the statement on that is about to run.
  void begin(sqlite3_stmt* statement) noexcept;
  /// The next statement is about to run: writing is allowed again where one has been refused, or
  /// where the application ends its transaction.
  void look_at(sqlite3_stmt* statement, std::string_view text);

 private:
  enum class State { kNone, kOfNextWrite, kOfThisWrite };

  void set_query_only(const char* pragma) noexcept;

  sqlite3* db_;
  State state_ = State::kNone;
};

}  // namespace ddltrail
