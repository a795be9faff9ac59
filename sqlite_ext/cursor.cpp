#include "cursor.h"

#include <charconv>

#include "log.h"

namespace ddltrail {
namespace {

std::string prefix(const LogState& state) {
  return std::to_string(state.contract) + '/' + state.log_id + '/';
}

[[noreturn]] void refuse(const std::string& cursor) {
  throw SqliteError(SQLITE_ERROR, "cursor \"" + cursor +
                                      "\" was taken from another log: read everything, and go on"
                                      " from ddltrail_current_cursor()");
}

}  // namespace

std::optional<std::string> current_cursor(const Database& db) {
  Log log(db);
  if (!log.exists()) return std::nullopt;
  return prefix(log.state()) + std::to_string(schema_version(db)) + '/' +
         std::to_string(log.last_id().value_or(0));
}

std::int64_t last_id_of(const Database& db, const std::string& cursor) {
  Log log(db);
  if (!cursor.starts_with(prefix(log.state()))) refuse(cursor);
  const std::string text = cursor.substr(cursor.rfind('/') + 1);
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
  // An id that this log has not reached: the database is an older copy of itself.
  if (!is_number || id > log.last_id().value_or(0)) refuse(cursor);
  return id;
}

}  // namespace ddltrail
