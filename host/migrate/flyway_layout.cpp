#include "migrate/flyway_layout.h"

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "base/error.h"
#include "base/warning.h"
#include "migrate/bare_script.h"
#include "migrate/versioned_files.h"

namespace ddltrail::migrate {
namespace {

constexpr std::string_view kNoTransaction = "executeInTransaction=false";
constexpr std::string_view kNoPlaceholders = "placeholderReplacement=false";

/// V1_2__first_names.sql: version 1.2, name first_names.
std::optional<VersionedName> flyway_name(std::string_view file, char prefix) {
  const std::size_t separator = file.find("__");
  if (!file.ends_with(".sql") || file.front() != prefix || separator == std::string_view::npos ||
      separator < 2)
    return std::nullopt;
  std::string version(file.substr(1, separator - 1));
  std::replace(version.begin(), version.end(), '_', '.');
  const auto belongs = [](char c) { return is_digit(c) || c == '.'; };
  if (!std::all_of(version.begin(), version.end(), belongs)) return std::nullopt;
  return VersionedName{version,
                       std::string(file.substr(separator + 2, file.size() - separator - 6))};
}

bool is_transactional(FileSystem& files, const std::string& path) {
  const auto settings = files.read(path + ".conf");
  return !settings || settings->find(kNoTransaction) == std::string::npos;
}

Script read_file(FileSystem& files, const std::string& path, const Dialect& dialect) {
  const bool is_whole = is_transactional(files, path);
  const Script script = read_script(text_of(files, path), {path, 1, is_whole}, dialect);
  return is_whole ? script : read_bare(script, dialect);
}

void add(std::vector<TextFile>& texts, const std::string& path, const Script& script,
         const Dialect& dialect) {
  const bool is_bare = must_be_bare(script);
  const std::string text = is_bare ? write_bare(script, dialect) : write_script(script);
  std::string settings;
  if (is_bare) settings += std::string(kNoTransaction) + "\n";
  if (text.find("${") != std::string::npos) settings += std::string(kNoPlaceholders) + "\n";
  texts.push_back({path, text});
  if (!settings.empty()) texts.push_back({path + ".conf", settings});
}

}  // namespace

std::vector<Migration> FlywayLayout::read(FileSystem& files, const std::string& folder,
                                          const Dialect& dialect) const {
  std::vector<Migration> migrations;
  std::map<std::string, std::string> downs;
  for (const std::string& file : files_in(files, folder)) {
    if (!file.ends_with(".sql")) continue;
    const std::string path = folder + "/" + file;
    if (const auto up = flyway_name(file, 'V'))
      migrations.push_back({up->version, up->name, read_file(files, path, dialect), {}});
    else if (const auto down = flyway_name(file, 'U'))
      downs[down->version] = path;
    else if (file.starts_with("R__"))
      warn(path + " is left out: it is a repeatable migration");
    else
      warn_of_stray(folder, file);
  }
  for (Migration& migration : migrations)
    if (const auto down = downs.find(migration.version); down != downs.end())
      migration.down = read_file(files, down->second, dialect);
  sort_by_version(migrations);
  return migrations;
}

std::vector<TextFile> FlywayLayout::write(FileSystem&, const std::string&,
                                          const Migration& migration,
                                          const Dialect& dialect) const {
  const std::string rest = migration.version + "__" + migration.name + ".sql";
  std::vector<TextFile> texts;
  add(texts, "V" + rest, migration.up, dialect);
  add(texts, "U" + rest, migration.down.value_or(Script()), dialect);
  return texts;
}

}  // namespace ddltrail::migrate
