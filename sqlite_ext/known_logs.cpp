#include "known_logs.h"

namespace ddltrail {

KnownLogs::Revised KnownLogs::revise(const Database& database) {
  Log& log = logs_.try_emplace(database.schema, database).first->second;
  return {log, log.revise()};
}

void KnownLogs::on_commit() noexcept {
  std::erase_if(logs_, [](const auto& known) { return known.first != "main"; });
  for (auto& [schema, log] : logs_) log.remember();
}

void KnownLogs::forget() noexcept {
  for (auto& [schema, log] : logs_) log.forget();
}

void KnownLogs::forget_revised() noexcept {
  for (auto& [schema, log] : logs_) {
    if (log.is_revised()) log.forget();
  }
}

}  // namespace ddltrail
