// The log of a database, as the relation log_state has it.
#pragma once

#include "model/row.h"

namespace ddltrail {

struct LogState {
  std::string log_id;
  std::int64_t contract = 0;
  std::string extension_version;
  std::optional<std::int64_t> last_id;
  bool is_broken = false;
  std::optional<std::string> broken_reason;

  bool is_installed() const { return !log_id.empty(); }
  /// Throws Error where the log keeps a contract that this tool does not know. `database`: for
  /// people.
  void require_known_contract(const std::string& database) const;
};

template <>
struct Mirror<LogState> {
  static constexpr std::string_view kRelation = "log_state";
  static constexpr auto kFields =
      std::tuple{Field{"log_id", &LogState::log_id},
                 Field{"contract", &LogState::contract},
                 Field{"extension_version", &LogState::extension_version},
                 Field{"last_id", &LogState::last_id},
                 Field{"is_broken", &LogState::is_broken},
                 Field{"broken_reason", &LogState::broken_reason}};
};

}  // namespace ddltrail
