#include "generate/typescript/database_file.h"

#include <fmt/format.h>

#include <map>

#include "generate/naming.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/syntax.h"
#include "generate/typescript/table_file.h"

namespace ddltrail::typescript {
namespace {

constexpr std::string_view kExtension = ".ts";

/// Counts the tables that export the same name: those are imported under names of their own.
std::map<std::string, int> count_names(const std::vector<Listed>& listed) {
  std::map<std::string, int> counts;
  for (const Listed& item : listed)
    if (item.key.family == Family::kTable) ++counts[TableNames::of(item.key.name).table];
  return counts;
}

}  // namespace

std::string render_database(const std::vector<Listed>& listed, const std::string& default_schema) {
  std::string imports;
  std::string members;
  auto counts = count_names(listed);
  for (const Listed& item : listed) {
    if (item.key.family != Family::kTable) continue;
    const std::string exported = TableNames::of(item.key.name).table;
    const bool is_alone = counts[exported] == 1;
    const std::string local =
        is_alone ? exported : exported + "_" + short_hash(to_string(item.key));
    const std::string path = item.path.substr(0, item.path.size() - kExtension.size());
    imports += fmt::format("import type {{ {} }} from {};\n",
                           is_alone ? exported : exported + " as " + local,
                           literal(import_path("database", path)));
    const bool is_default = item.key.schema == default_schema;
    members += fmt::format("  {}: {};\n",
                           property(is_default ? item.key.name : to_string(item.key)), local);
  }
  return imports + (imports.empty() ? "" : "\n") + "export interface Database {\n" + members +
         "}\n";
}

}  // namespace ddltrail::typescript
