#include "generate/typescript/imports.h"

#include <fmt/format.h>

#include "generate/naming.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/syntax.h"
#include "generate/typescript/value_types.h"

namespace ddltrail::typescript {
namespace {

std::string join(const std::set<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

}  // namespace

const std::string& Imports::use(const std::string& path, const std::string& name) {
  const auto [entry, is_new] = names_.try_emplace({path, name});
  if (is_new) entry->second = free_name(path, name);
  return entry->second;
}

std::string Imports::render() const {
  std::string out;
  if (!kysely_.empty()) out = "import type { " + join(kysely_) + " } from \"kysely\";\n";
  for (const auto& [source, local] : names_) {
    const auto& [path, name] = source;
    const std::string what = name == local ? name : name + " as " + local;
    out += fmt::format("import type {{ {} }} from {};\n", what, literal(import_path(file_, path)));
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
