// Writes a migration: what `ddltrail migration new` and `ddltrail drift --write` do.
#pragma once

#include <string>

#include "base/error.h"
#include "cli/planned.h"
#include "cli/schema_argument.h"

namespace ddltrail {

struct NewMigration {
  std::string name;
  std::string url;      ///< of the database, instead of the configured one; may be empty
  SchemaArgument from;  ///< empty: what the migrations make
  SchemaArgument to;    ///< empty: the database, with what its trail tells
  PlanFlags plan;
  bool is_json = false;
};

/// Where `to` is empty the database has what the migration does: that is recorded. Throws Error;
/// then no file is written.
ExitCode write_migration(const NewMigration& wanted);

}  // namespace ddltrail
