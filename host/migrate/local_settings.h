// What SET LOCAL sets in the transactions of a script, written for tools whose transactions are
// others: nothing of it may be left where they go on.
#pragma once

#include "migrate/script.h"

namespace ddltrail::migrate {

/// For a tool that runs what follows in the same transaction: it is set back at the end.
Script with_settings_ended(Script script);

}  // namespace ddltrail::migrate
