#include "write_refusal.h"

#include "sql_text.h"

namespace ddltrail {

void WriteRefusal::begin(sqlite3_stmt* statement) noexcept {
  if (bounds_transaction(sqlite3_sql(statement))) return;  // which fails without one
  set_query_only("PRAGMA query_only = on");
  state_ = sqlite3_stmt_readonly(statement) ? State::kOfNextWrite : State::kOfThisWrite;
}

void WriteRefusal::look_at(sqlite3_stmt* statement, std::string_view text) {
  if (state_ == State::kNone) return;
  if (state_ == State::kOfNextWrite && !bounds_transaction(text)) {
    if (!sqlite3_stmt_readonly(statement)) state_ = State::kOfThisWrite;
    return;
  }
  set_query_only("PRAGMA query_only = off");
  state_ = State::kNone;
}

/// To prepare the pragma sets the flag; to run it would end the statement that runs.
void WriteRefusal::set_query_only(const char* pragma) noexcept {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(db_, pragma, -1, &statement, nullptr);
  sqlite3_finalize(statement);
}

}  // namespace ddltrail
