#include "generate/typescript/paths.h"

#include <filesystem>

#include "generate/naming.h"

namespace ddltrail::typescript {

std::string table_path(const Table& table) {
  const bool is_view = table.kind == "view" || table.kind == "materialized view";
  return file_stem(table.schema_name) + (is_view ? "/views/" : "/tables/") +
         file_stem(table.table_name);
}

std::string enum_path(const std::string& schema, const std::string& name) {
  return file_stem(schema) + "/enums/" + file_stem(name);
}

std::string domain_path(const std::string& schema, const std::string& name) {
  return file_stem(schema) + "/domains/" + file_stem(name);
}

std::string composite_path(const std::string& schema, const std::string& name) {
  return file_stem(schema) + "/types/" + file_stem(name);
}

std::string routines_path(const std::string& schema) { return file_stem(schema) + "/routines"; }

std::string import_path(const std::string& from, const std::string& to) {
  // With its extension a file is never taken for the folder of the same name.
  const std::string path = std::filesystem::path(to + ".js")
                               .lexically_relative(std::filesystem::path(from).parent_path());
  return path.starts_with(".") ? path : "./" + path;
}

}  // namespace ddltrail::typescript
