#include "generate/typescript/imports.h"

#include <fmt/format.h>

#include "generate/naming.h"
#include "generate/typescript/entities_file.h"
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

const std::string& Imports::use(const std::string& path, const std::string& name) {
  const auto [entry, is_new] = names_.try_emplace({path, name});
  if (is_new) entry->second = is_own(path) ? own_name(path, name) : free_name(path, name);
  return entry->second;
}

const std::string& Imports::use_apart(const std::string& path, const std::string& name) {
  if (!is_own(path)) names_.try_emplace({path, name}, with_hash(path, name));
  return use(path, name);
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
  std::map<std::string, Specifiers> files;
  for (const auto& [source, local] : names_) {
    if (is_own(source.first)) continue;
    Specifiers& file = files[file_of(source.first)];
    (values_.contains(source) ? file.values : file.types)
        .push_back(source.second == local ? local : source.second + " as " + local);
  }
  std::string out;
  if (!kysely_.empty())
    out = import_line("import type", {kysely_.begin(), kysely_.end()}, "kysely");
  for (const auto& [path, specifiers] : files) out += specifiers.line(source_of(path));
  return out;
}

std::string Imports::Specifiers::line(const std::string& source) const {
  if (values.empty()) return import_line("import type", types, source);
  std::vector<std::string> all = values;
  for (const std::string& type : types) all.push_back("type " + type);
  return import_line("import", all, source);
}

const std::string& Imports::file_of(const std::string& path) const {
  const bool is_in_folder = path.find('/') != std::string::npos;
  const bool is_of_objects = is_in_folder ? !path.starts_with(kRuntimeFolder) : path == kEntities;
  return is_of_objects && !whole_.empty() && !modules_.contains(path) ? whole_ : path;
}

bool Imports::is_own(const std::string& path) const { return file_of(path) == file_; }

std::string Imports::own_name(const std::string& path, const std::string& name) {
  return taken_.insert(name).second ? name : with_hash(path, name);
}

std::string Imports::free_name(const std::string& path, std::string name) {
  // What scalars.ts and database.ts export is what the reserved names stand for.
  const bool is_fixed = path.find('/') == std::string::npos && !modules_.contains(path);
  const bool is_free = !taken_.contains(name) && (is_fixed || !is_reserved(name));
  if (!is_free) return with_hash(path, name);
  taken_.insert(name);
  return name;
}

std::string Imports::with_hash(const std::string& path, const std::string& name) {
  return *taken_.insert(name + '_' + short_hash(path)).first;
}

}  // namespace ddltrail::typescript
