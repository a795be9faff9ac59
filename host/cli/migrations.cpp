#include "cli/migrations.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "base/ascii.h"
#include "base/clock.h"
#include "base/contains.h"
#include "base/error.h"

namespace ddltrail {
namespace {

std::unique_ptr<migrate::Layout> layout_of(const Config& config) {
  const auto names = migrate::layout_names();
  const std::string& name = config.migrations.layout;
  if (!contains(names, name))
    throw Error(fmt::format("there is no layout \"{}\" of migrations (line {})", name,
                            config.lines.at("migrations.layout")),
                kConfigName, fmt::format("There are {}.", fmt::join(names, ", ")));
  return migrate::make_layout(name);
}

std::string folder_of(const Config& config) {
  std::string folder = config.migrations.directory;
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  return folder;
}

bool is_there(const Url& url) {
  return url.engine != Engine::kSqlite || std::filesystem::exists(url.location);
}

}  // namespace

Migrations::Migrations(const std::string& url, const std::string& otherwise)
    : config_(Config::read_if_there()),
      url_(resolve_url(url, config_.url, otherwise)),
      folder_(folder_of(config_)),
      layout_(layout_of(config_)) {}

migrate::RunOptions Migrations::options() const {
  migrate::RunOptions options;
  options.lock_timeout = std::chrono::seconds(config_.migrations.lock_timeout);
  options.statement_timeout = std::chrono::seconds(config_.migrations.statement_timeout);
  return options;
}

std::vector<migrate::Migration> Migrations::read() const {
  return layout_->read(*disk(), folder_, dialect());
}

std::vector<std::string> Migrations::paths_of(const std::vector<migrate::TextFile>& texts) const {
  std::vector<std::string> paths;
  for (const auto& text : texts) paths.push_back(folder_ + "/" + text.path);
  return paths;
}

std::vector<std::string> Migrations::write(const migrate::Migration& migration) const {
  const auto files = disk();
  const auto texts = layout_->write(*files, folder_, migration, dialect());
  write_new(*files, folder_, texts);
  return paths_of(texts);
}

/// The file may have other words for it: what counts is what is read from there.
std::vector<std::string> Migrations::write_as_applied(
    const migrate::Migration& migration, migrate::Runner& runner,
    const std::optional<std::string>& position) const {
  const auto files = disk();
  const auto texts = layout_->write(*files, folder_, migration, dialect());
  write_new(*files, folder_, texts);
  try {
    for (const migrate::Migration& written : read())
      if (written.version == migration.version) runner.adopt(written, position);
  } catch (...) {
    take_back(*files, folder_, texts);
    throw;
  }
  return paths_of(texts);
}

std::string Migrations::next_version(const std::vector<migrate::Migration>& migrations,
                                     const migrate::Ledger& ledger) const {
  std::string last;
  const auto take = [&](const std::string& version) {
    if (migrate::is_before(last, version)) last = version;
  };
  for (const auto& migration : migrations) take(migration.version);
  for (const auto& [version, record] : ledger.applied) take(version);
  return migrate::next_version(digits_of(system_clock()->now()), last);
}

migrate::Ledger Migrations::ledger() const {
  if (!is_there(url_)) return {};
  migrate::Ledger ledger;
  with_refusals(url_, [&] {
    const auto database = open_database(url_, false);
    ledger = migrate::History(*database, dialect()).read();
  });
  return ledger;
}

void with_refusals(const Url& url, const std::function<void()>& work) {
  try {
    work();
  } catch (const Refused& refused) {
    throw Error(
        fmt::format("the database refused ({})", refused.what()), url.shown(),
        refused.sqlstate().empty()
            ? "Check whether another program uses it, and the space on the disk."
            : fmt::format("Read the message of the server, SQLSTATE {}.", refused.sqlstate()));
  }
}

void require_migration_name(const std::string& name) {
  const bool is_plain =
      !name.empty() && name.size() <= 100 && std::all_of(name.begin(), name.end(), [](char c) {
        return is_lower(lower(c)) || is_digit(c) || c == '_' || c == '-';
      });
  if (!is_plain)
    throw Error("not a name for a migration", name,
                "Use letters, digits, _ and -, such as add_profile.", ExitCode::kUsage);
}

}  // namespace ddltrail
