#include "generate/typescript/paths.h"

#include <filesystem>

#include "generate/naming.h"

namespace ddltrail::typescript {

namespace {

std::string path_in(const char* folder, const std::string& schema, const std::string& name) {
  return file_stem(schema) + '/' + folder + '/' + file_stem(name);
}

std::string path_in(const char* folder, const Table& table) {
  return path_in(folder, table.schema_name, table.table_name);
}

}  // namespace

std::string table_path(const Table& table) {
  const bool is_view = table.kind == "view" || table.kind == "materialized view";
  return path_in(is_view ? "views" : "tables", table);
}

std::string entity_path(const Table& table) { return path_in("entities", table); }
std::string repository_path(const Table& table) { return path_in("repositories", table); }

std::string enum_path(const std::string& schema, const std::string& name) {
  return path_in("enums", schema, name);
}

std::string domain_path(const std::string& schema, const std::string& name) {
  return path_in("domains", schema, name);
}

std::string composite_path(const std::string& schema, const std::string& name) {
  return path_in("types", schema, name);
}

std::string range_path(const std::string& schema, const std::string& name) {
  return path_in("ranges", schema, name);
}

std::string routines_path(const std::string& schema) { return file_stem(schema) + "/routines"; }

std::string module_path(const std::string& from, const std::string& to) {
  const auto folder = std::filesystem::path(from).parent_path();
  const std::string path = std::filesystem::path(to).lexically_normal().lexically_relative(folder);
  return path.starts_with(".") ? path : "./" + path;
}

std::string import_path(const std::string& from, const std::string& to) {
  // With its extension a file is never taken for the folder of the same name.
  return module_path(from, to + ".js");
}

}  // namespace ddltrail::typescript
