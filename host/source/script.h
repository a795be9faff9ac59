// A DDL file as a source: the schema that it makes of an empty database.
#pragma once

#include <string>

#include "model/schema.h"
#include "source/source.h"
#include "source/url.h"

namespace ddltrail {

/// Runs the sections on a throw-away database and reads that. PostgreSQL: a new one on the server
/// of `beside`, dropped again; SQLite: a temporary file. Throws Error where the script fails.
/// `file`: for people.
Schema read_script(const Sections& sections, const std::string& file, const Url& beside);

}  // namespace ddltrail
