// What the trail tells that no migration does: changes that were made by hand since migrations
// were last written.
#pragma once

#include <optional>
#include <vector>

#include "migrate/history.h"
#include "model/change.h"
#include "source/url.h"

namespace ddltrail {

/// Has the extension record what SQLite connections without it did.
void catch_up(const Url& url);

/// In the order of the log. Where nothing of the trail is told by a migration yet: since the log
/// began. Nothing, which is said on stderr, where the log is another one than at the last
/// migration, as in a restored database, or was pruned since. Throws Error where the database has
/// no log, or it is broken.
std::optional<std::vector<Change>> changes_by_hand(const Url& url, const migrate::Ledger& ledger);

/// The same with what migrations that others wrote did in between.
std::optional<std::vector<Change>> changes_since_position(const Url& url,
                                                          const migrate::Ledger& ledger);

}  // namespace ddltrail
