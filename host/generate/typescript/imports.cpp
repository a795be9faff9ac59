#include "generate/typescript/imports.h"

#include <fmt/format.h>

#include "generate/naming.h"
#include "generate/typescript/layout.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/syntax.h"

namespace ddltrail::typescript {

namespace {

/// `kind`: "import" or "import type".
std::string import_line(const char* kind, const std::vector<std::string>& specifiers,
                        std::string_view from) {
  const std::string flat =
      fmt::format("{} {{ {} }} from {};\n", kind, fmt::join(specifiers, ", "), literal(from));
  // A single one stays on the line, however long that is.
  if (specifiers.size() == 1 || fits_one_line(flat)) return flat;
  std::vector<Layout> items;
  for (const std::string& specifier : specifiers) items.push_back(Layout::text(specifier));
  return statement(kind, Layout::all({Layout::text(" "), Layout::list("{", items, "}", true),
                                      Layout::text(" from " + literal(from))}));
}

}  // namespace

std::string import_types(const std::vector<std::string>& names, std::string_view path) {
  return import_line("import type", names, path);
}

const std::string& Imports::use(const std::string& path, const std::string& name) {
  const auto [entry, is_new] = names_.try_emplace({path, name});
  if (is_new) entry->second = free_name(path, name);
  return entry->second;
}

const std::string& Imports::use_value(const std::string& path, const std::string& name) {
  values_.insert({path, name});
  return use(path, name);
}

const std::string& Imports::use_module(const std::string& module, const std::string& name) {
  modules_.insert(module);
  return use(module, name);
}

std::string Imports::source_of(const std::string& path) const {
  if (!modules_.contains(path)) return import_path(file_, path);
  return path.starts_with("./") || path.starts_with("../") ? module_path(file_, path) : path;
}

std::string Imports::render() const {
  std::string out;
  if (!kysely_.empty()) out = import_types({kysely_.begin(), kysely_.end()}, "kysely");
  std::set<std::string> paths;
  for (const auto& [source, local] : names_) paths.insert(source.first);
  for (const std::string& path : paths) {
    const auto value = values_.lower_bound({path, ""});
    const bool has_values = value != values_.end() && value->first == path;
    out += import_line(has_values ? "import" : "import type", specifiers(path, has_values),
                       source_of(path));
  }
  return out;
}

std::vector<std::string> Imports::specifiers(const std::string& path, bool has_values) const {
  std::vector<std::string> values;
  std::vector<std::string> types;
  for (auto it = names_.lower_bound({path, ""}); it != names_.end(); ++it) {
    const auto& [source, local] = *it;
    if (source.first != path) break;
    const std::string what = source.second == local ? local : source.second + " as " + local;
    if (values_.contains(source)) {
      values.push_back(what);
    } else {
      types.push_back(has_values ? "type " + what : what);
    }
  }
  values.insert(values.end(), types.begin(), types.end());
  return values;
}

std::string Imports::free_name(const std::string& path, std::string name) {
  // What scalars.ts and database.ts export is what the reserved names stand for.
  const bool is_fixed = path.find('/') == std::string::npos && !modules_.contains(path);
  const bool is_free = !taken_.contains(name) && (is_fixed || !is_reserved(name));
  if (!is_free) name.append("_").append(short_hash(path));
  taken_.insert(name);
  return name;
}

}  // namespace ddltrail::typescript
