// The schema that the migrations of a project make, run in their order on a throw-away database.
#pragma once

#include <vector>

#include "migrate/migration.h"
#include "model/schema.h"
#include "source/url.h"

namespace ddltrail {

/// `beside`: the database whose server has the throw-away one. Throws Error where they do not run
/// there.
Schema schema_made_by(const std::vector<migrate::Migration>& migrations, const Url& beside);

}  // namespace ddltrail
