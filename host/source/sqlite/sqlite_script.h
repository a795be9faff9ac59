// A DDL file for SQLite as a source: run on a temporary file, which is read and removed.
#pragma once

#include <string>

#include "model/schema.h"
#include "source/source.h"

namespace ddltrail {

/// Throws Error where the script fails. `file`: for people.
Schema read_sqlite_script(const Sections& sections, const std::string& file);

}  // namespace ddltrail
