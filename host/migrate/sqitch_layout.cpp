#include "migrate/sqitch_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/ascii.h"
#include "base/error.h"
#include "migrate/bare_script.h"
#include "migrate/script_reader.h"
#include "migrate/versioned_files.h"

namespace ddltrail::migrate {
namespace {

constexpr std::string_view kPlan = "sqitch.plan";

struct Change {
  std::string name;
  std::string version;
};

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return trimmed(line);
}

/// 2026-11-21T09:30:00Z, as digits; empty where the word is no time.
std::string digits_of_time(std::string_view word) {
  if (word.size() != 20 || word[10] != 'T' || word.back() != 'Z') return "";
  std::string digits;
  std::copy_if(word.begin(), word.end(), std::back_inserter(digits), is_digit);
  return digits.size() == 14 ? digits : "";
}

std::string time_of(const std::string& version) {
  if (version.size() != 14)
    throw Error("not a time", version, "Remove what is not from sqitch.plan.");
  const auto part = [&](std::size_t at, std::size_t length) { return version.substr(at, length); };
  return fmt::format("{}-{}-{}T{}:{}:{}Z", part(0, 4), part(4, 2), part(6, 2), part(8, 2),
                     part(10, 2), part(12, 2));
}

/// `users [appuser] 2026-11-21T09:30:00Z Ada <ada@example.com> # why`
Change change_of(std::string_view line, const std::string& path, int number) {
  Change change;
  while (!line.empty() && change.version.empty()) {
    const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
    if (change.name.empty()) change.name = std::string(line.substr(0, end));
    change.version = digits_of_time(line.substr(0, end));
    line = trimmed(line.substr(end));
  }
  if (change.version.empty())
    throw Error(fmt::format("a change has no time (line {})", number), path,
                "Write it as sqitch does: NAME 2026-11-21T09:30:00Z PLANNER <MAIL> # NOTE.");
  return change;
}

std::vector<Change> changes_of(std::string_view plan, const std::string& path) {
  std::vector<Change> changes;
  std::set<std::string> names;
  std::map<std::string, int> times;
  for (int number = 1; !plan.empty(); ++number) {
    const std::string_view line = take_line(plan);
    if (line.empty() || line[0] == '%' || line[0] == '#' || line[0] == '@') continue;
    Change change = change_of(line, path, number);
    if (!names.insert(change.name).second)
      throw Error(fmt::format("a change stands there twice (line {})", number), change.name,
                  "Changes that were reworked cannot be read.");
    if (const int count = times[change.version]++; count > 0)
      change.version += "." + std::to_string(count);
    changes.push_back(std::move(change));
  }
  return changes;
}

Script read_file(FileSystem& files, const std::string& path, const Dialect& dialect) {
  return read_bare(read_script(text_of(files, path), {path, 1, false}, dialect), dialect);
}

std::string text_of(const Script& script, const char* verb, const std::string& name,
                    const Dialect& dialect) {
  return fmt::format("-- {} {}\n{}", verb, name, write_bare(script, dialect));
}

std::string new_plan() {
  return fmt::format("%syntax-version=1.0.0\n%project={}\n\n",
                     std::filesystem::current_path().filename().string());
}

}  // namespace

std::vector<Migration> SqitchLayout::read(FileSystem& files, const std::string& folder,
                                          const Dialect& dialect) const {
  const std::string path = folder + "/" + std::string(kPlan);
  const auto plan = files.read(path);
  if (!plan) return {};
  std::vector<Migration> migrations;
  for (const Change& change : changes_of(*plan, path)) {
    const std::string file = "/" + change.name + ".sql";
    Migration migration{
        change.version, change.name, read_file(files, folder + "/deploy" + file, dialect), {}};
    if (files.stamp(folder + "/revert" + file))
      migration.down = read_file(files, folder + "/revert" + file, dialect);
    migrations.push_back(std::move(migration));
  }
  return migrations;
}

std::vector<TextFile> SqitchLayout::write(FileSystem& files, const std::string& folder,
                                          const Migration& migration,
                                          const Dialect& dialect) const {
  const auto former = files.read(folder + "/" + std::string(kPlan));
  std::string plan = former.value_or(new_plan());
  if (!plan.ends_with('\n')) plan += '\n';
  plan += fmt::format("{} {} ddltrail <ddltrail@localhost> # {}\n", migration.name,
                      time_of(migration.version), migration.name);
  const std::string file = migration.name + ".sql";
  return {{"deploy/" + file, text_of(migration.up, "Deploy", migration.name, dialect), {}},
          {"revert/" + file,
           text_of(migration.down.value_or(Script()), "Revert", migration.name, dialect),
           {}},
          {std::string(kPlan), std::move(plan), former}};
}

}  // namespace ddltrail::migrate
