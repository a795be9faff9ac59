// The commands of the tool. Each adds itself to the parser; what it returns is the exit code.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "base/error.h"

namespace ddltrail {

/// The command that was chosen on the command line; set by the parser.
using Chosen = std::function<ExitCode()>;

void add_init(CLI::App& app, Chosen& chosen);
void add_status(CLI::App& app, Chosen& chosen);
void add_generate(CLI::App& app, Chosen& chosen);
void add_log(CLI::App& app, Chosen& chosen);
void add_diff(CLI::App& app, Chosen& chosen);
void add_migration(CLI::App& app, Chosen& chosen);
/// Below `ddltrail migration` and `ddltrail migrate`.
void add_migration_new(CLI::App& migration, Chosen& chosen);
void add_migrate_verify(CLI::App& migrate, Chosen& chosen);
void add_migrate_baseline(CLI::App& migrate, Chosen& chosen);
void add_drift(CLI::App& app, Chosen& chosen);
void add_migrate(CLI::App& app, Chosen& chosen);
void add_snapshot(CLI::App& app, Chosen& chosen);

}  // namespace ddltrail
