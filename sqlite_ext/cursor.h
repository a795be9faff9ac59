// The text cursors that readers of the log keep: contract/log/schema version/last id.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "database.h"

namespace ddltrail {

/// A cursor that stands after everything in the log now; nothing where there is no log.
std::optional<std::string> current_cursor(const Database& db);

/// The id after which the rows begin. Throws where the cursor was taken from another log.
std::int64_t last_id_of(const Database& db, const std::string& cursor);

}  // namespace ddltrail
