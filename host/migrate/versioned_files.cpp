#include "migrate/versioned_files.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/error.h"
#include "base/warning.h"

namespace ddltrail::migrate {

std::optional<VersionedName> versioned_name(std::string_view file, std::string_view ending) {
  if (!file.ends_with(ending)) return std::nullopt;
  file.remove_suffix(ending.size());
  const auto digits =
      static_cast<std::size_t>(std::find_if_not(file.begin(), file.end(), is_digit) - file.begin());
  if (digits == 0 || (digits < file.size() && file[digits] != '_')) return std::nullopt;
  return VersionedName{std::string(file.substr(0, digits)),
                       std::string(file.substr(std::min(digits + 1, file.size())))};
}

std::string text_of(FileSystem& files, const std::string& path) {
  if (auto text = files.read(path)) return *std::move(text);
  throw Error("the file is gone", path, "Run again.");
}

std::vector<std::string> files_in(FileSystem& files, const std::string& folder) {
  std::vector<std::string> names = files.files_below(folder);
  std::erase_if(names, [](const std::string& name) {
    return name.find('/') != std::string::npos || name.ends_with(kTemporarySuffix);
  });
  return names;
}

void warn_of_stray(const std::string& folder, const std::string& file) {
  warn(folder + "/" + file + " is no migration: its name has no version, or another ending");
}

void sort_by_version(std::vector<Migration>& migrations) {
  std::stable_sort(migrations.begin(), migrations.end(),
                   [](const auto& a, const auto& b) { return is_before(a.version, b.version); });
  for (std::size_t i = 1; i < migrations.size(); ++i)
    if (!is_before(migrations[i - 1].version, migrations[i].version))
      throw Error("two migrations have the same version",
                  migrations[i - 1].up.path + ", " + migrations[i].up.path,
                  "Give one of them another version.");
}

std::vector<Migration> read_pairs(FileSystem& files, const std::string& folder,
                                  const ReadScript& read) {
  std::vector<Migration> migrations;
  std::map<std::string, std::string> downs;  // by what stands before the ending
  for (const std::string& file : files_in(files, folder)) {
    const std::string path = folder + "/" + file;
    if (const auto up = versioned_name(file, ".up.sql"))
      migrations.push_back({up->version, up->name, read(text_of(files, path), path), {}});
    else if (const auto down = versioned_name(file, ".down.sql"))
      downs[down->version + "_" + down->name] = path;
    else if (file.ends_with(".sql"))
      warn_of_stray(folder, file);
  }
  for (Migration& migration : migrations)
    if (auto down = downs.extract(migration.version + "_" + migration.name))
      migration.down = read(text_of(files, down.mapped()), down.mapped());
  if (!downs.empty())
    throw Error("a way back has no way there", downs.begin()->second,
                "Write the file that ends with .up.sql, or remove this one.");
  sort_by_version(migrations);
  return migrations;
}

}  // namespace ddltrail::migrate
