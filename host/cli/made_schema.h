// The schema that the migrations of a project make, run in their order on a throw-away database.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "diff/difference.h"
#include "migrate/migration.h"
#include "model/schema.h"
#include "source/url.h"

namespace ddltrail {

/// How the command line wants it made.
struct MadeFlags {
  std::string scratch;  ///< a URL, or empty: beside the database
  bool is_without_owners = false;
};

/// --scratch and --no-owner
void add_made_flags(const Command& command, MadeFlags& flags);

/// What the database has otherwise than they make it. Throws Error as schema_made_by() does.
std::vector<Difference> differences_from_made(const std::vector<migrate::Migration>& migrations,
                                              const Url& database, const MadeFlags& flags);

/// `beside`: the database whose server has the throw-away one. Throws Error where they do not run
/// there.
Schema schema_made_by(const std::vector<migrate::Migration>& migrations, const Url& beside);

}  // namespace ddltrail
