// The commands of the tool: each adds itself to the one above it.
#pragma once

#include "cli/command.h"

namespace ddltrail {

void add_init(Command& tool);
void add_status(Command& tool);
void add_generate(Command& tool);
void add_log(Command& tool);
void add_diff(Command& tool);
void add_migration(Command& tool);
void add_migration_new(Command& migration);
void add_migrate(Command& tool);
void add_migrate_verify(Command& migrate);
void add_migrate_baseline(Command& migrate);
void add_drift(Command& tool);
void add_snapshot(Command& tool);

}  // namespace ddltrail
