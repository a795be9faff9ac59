// Where the files of the TypeScript target are, relative to the output folder, without extension.
#pragma once

#include <string>

#include "model/object.h"

namespace ddltrail::typescript {

/// The folder of what the generated code stands on.
inline constexpr const char* kRuntimeFolder = "runtime/";

std::string table_path(const Table& table);
std::string entity_path(const Table& table);
std::string repository_path(const Table& table);
std::string enum_path(const std::string& schema, const std::string& name);
std::string domain_path(const std::string& schema, const std::string& name);
std::string composite_path(const std::string& schema, const std::string& name);
std::string range_path(const std::string& schema, const std::string& name);
std::string routines_path(const std::string& schema);

/// How `from` imports `to`: "../enums/order_status.js".
std::string import_path(const std::string& from, const std::string& to);

/// How `from` imports a file of the project, whose path with its extension is from the output
/// folder.
std::string module_path(const std::string& from, const std::string& to);

}  // namespace ddltrail::typescript
