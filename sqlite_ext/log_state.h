// What a log says of itself: row 0 of ddltrail_state, as JSON in its definition.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace ddltrail {

struct LogState {
  std::string log_id;
  std::int64_t contract = 0;
  std::string extension_version;    // that wrote last
  std::int64_t schema_version = 0;  // the log tells everything up to it
  std::int64_t next_object_id = 1;
  std::int64_t next_id = 1;                  // of a row of the log
  std::optional<std::string> broken_reason;  // nothing: the log is sound
  std::string statement_text;                // none, redacted, full
  std::string on_error;                      // error, warn
};

std::string to_text(const LogState& state);

/// Throws where the text is no state, or one of another contract.
LogState parse_log_state(const std::string& text);

}  // namespace ddltrail
