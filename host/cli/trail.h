// What the trail tells that no migration does: changes that were made by hand since migrations
// were last written.
#pragma once

#include <vector>

#include "migrate/history.h"
#include "model/change.h"
#include "source/url.h"

namespace ddltrail {

/// In the order of the log. Where nothing of the trail is told by a migration yet: since the log
/// began. Throws Error where the database has no log, or the log cannot tell.
std::vector<Change> changes_by_hand(const Url& url, const migrate::Ledger& ledger);

/// The same with what migrations that others wrote did in between.
std::vector<Change> changes_since_position(const Url& url, const migrate::Ledger& ledger);

}  // namespace ddltrail
