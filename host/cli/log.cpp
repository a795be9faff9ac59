// ddltrail log
#include <fmt/format.h>

#include "base/ascii.h"
#include "cli/commands.h"
#include "cli/moment.h"
#include "cli/project.h"
#include "cli/report.h"
#include "model/change.h"

namespace ddltrail {
namespace {

struct LogFlags {
  LogFilter filter;
  std::string url;
  bool shows_sql = false;
  bool is_json = false;
};

void print(const Change& change, bool shows_sql) {
  const std::string what = change.command_tag.value_or(change.action);
  fmt::print("{}\n",
             one_line(fmt::format("#{:<4} {:.19} {:<10} {:<16} {} {}: {}", change.id,
                                  change.logged_at, change.actor.value_or("-"), what,
                                  change.object_kind, change.object_identity, sentence(change))));
  if (shows_sql && change.statement) fmt::print("      {}\n", *change.statement);
}

void print_json(const std::vector<Change>& changes) {
  Json rows = Json::array();
  for (const Change& change : changes) rows.push_back(write_json(change));
  fmt::print("{}", json_text(Json{{"version", 1}, {"changes", std::move(rows)}}));
}

ExitCode log(const LogFlags& flags) {
  LogFilter filter = flags.filter;
  if (!filter.since.empty()) filter.since = moment(filter.since);
  Project project(flags.url.empty() ? Config::read() : Config::read_if_there(), flags.url);
  const auto changes = project.source().log(filter);
  if (flags.is_json) {
    print_json(changes);
  } else {
    for (const Change& change : changes) print(change, flags.shows_sql);
  }
  return ExitCode::kDone;
}

}  // namespace

void add_log(Command& tool) {
  const Command command = tool.add("log", "Show the trail: what changed, when, by whom",
                                   "log customers --since 2026-11-01 --sql");
  auto& flags = command.runs(log);
  command.option("OBJECT", flags.filter.object, "Only this one: NAME or SCHEMA.NAME");
  command.option("--since", flags.filter.since, "Only changes since a date or time, in UTC");
  command.option("--actor", flags.filter.actor, "Only changes that this role made");
  command.url(flags.url);
  command.flag("--sql", flags.shows_sql, "Show the statements");
  command.json(flags.is_json);
}

}  // namespace ddltrail
