#include "generate/typescript/imports.h"

#include "generate/naming.h"
#include "generate/typescript/layout.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/syntax.h"
#include "generate/typescript/value_types.h"

namespace ddltrail::typescript {

std::string import_types(const std::vector<std::string>& names, std::string_view path) {
  std::vector<Layout> items;
  for (const std::string& name : names) items.push_back(Layout::text(name));
  // A single one stays on the line, however long that is.
  const Layout list = items.size() == 1 ? Layout::text("{ " + names.front() + " }")
                                        : Layout::list("{", items, "}", true);
  return Layout::all(
             {Layout::text("import type "), list, Layout::text(" from " + literal(path) + ";")})
             .print() +
         "\n";
}

const std::string& Imports::use(const std::string& path, const std::string& name) {
  const auto [entry, is_new] = names_.try_emplace({path, name});
  if (is_new) entry->second = free_name(path, name);
  return entry->second;
}

std::string Imports::render() const {
  std::string out;
  if (!kysely_.empty()) out = import_types({kysely_.begin(), kysely_.end()}, "kysely");
  for (const auto& [source, local] : names_) {
    const auto& [path, name] = source;
    out += import_types({name == local ? name : name + " as " + local}, import_path(file_, path));
  }
  return out;
}

std::string Imports::free_name(const std::string& path, std::string name) {
  if (path != kScalars && is_reserved(name)) name += "Enum";
  if (taken_.contains(name)) name.append("_").append(short_hash(path));
  taken_.insert(name);
  return name;
}

}  // namespace ddltrail::typescript
