// The last touches to a command's changes: the server's full names of things, whether they are
// members of extensions, and the order in which they stand in the log.
#pragma once

#include "change.h"
#include "command.h"

namespace ddltrail {

void complete(Changes& changes, const Command* command);

}  // namespace ddltrail
