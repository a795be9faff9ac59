#include "generate/typescript/database_file.h"

#include <fmt/format.h>

#include <map>

#include "generate/naming.h"
#include "generate/typescript/imports.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/syntax.h"
#include "generate/typescript/table_file.h"

namespace ddltrail::typescript {
namespace {

constexpr std::string_view kExtension = ".ts";

/// Counts the tables that export the same name: those are imported under names of their own.
std::map<std::string, int> count_names(const std::vector<Listed>& listed, const Naming& naming) {
  std::map<std::string, int> counts;
  for (const Listed& item : listed)
    if (item.key.family == Family::kTable) ++counts[TableNames::of(item.key.name, naming).table];
  return counts;
}

std::string property_of(const ObjectKey& key, const std::string& default_schema,
                        const Naming& naming) {
  return property(key_in_database({key.schema, key.name}, default_schema, naming));
}

/// Whose key is which. Kysely takes what stands before a dot for the schema, so the table of that
/// schema wins over one with a dot in its name.
std::map<std::string, ObjectKey> owners_of_keys(const std::vector<Listed>& listed,
                                                const std::string& default_schema,
                                                const Naming& naming) {
  const auto has_dot = [](const ObjectKey& key) {
    return (key.schema + key.name).find('.') != std::string::npos;
  };
  std::map<std::string, ObjectKey> owners;
  for (const Listed& item : listed) {
    if (item.key.family != Family::kTable) continue;
    const auto [owner, is_new] =
        owners.try_emplace(property_of(item.key, default_schema, naming), item.key);
    if (!is_new && has_dot(owner->second)) owner->second = item.key;
  }
  return owners;
}

}  // namespace

std::string key_in_database(const Name& table, const std::string& default_schema,
                            const Naming& naming) {
  const std::string where = table.first + '.' + table.second;
  const std::string name = naming.spelling.of(table.second, where);
  return table.first == default_schema ? name : naming.spelling.of(table.first, where) + '.' + name;
}

std::string render_database(const std::vector<Listed>& listed, const std::string& default_schema,
                            const Naming& naming, Imports& imports) {
  const std::string name = imports.use(kDatabase, "Database");
  std::string members;
  auto counts = count_names(listed, naming);
  auto owners = owners_of_keys(listed, default_schema, naming);
  for (const Listed& item : listed) {
    const std::string key = property_of(item.key, default_schema, naming);
    if (item.key.family != Family::kTable || owners[key] != item.key) continue;
    const std::string exported = TableNames::of(item.key.name, naming).table;
    const std::string path = item.path.substr(0, item.path.size() - kExtension.size());
    members += fmt::format(
        "  {}: {};\n", key,
        counts[exported] == 1 ? imports.use(path, exported) : imports.use_apart(path, exported));
  }
  return interface_of(name, members);
}

}  // namespace ddltrail::typescript
