// ddltrail migrate verify
#include <fmt/format.h>

#include "base/ascii.h"
#include "cli/commands.h"
#include "cli/made_schema.h"
#include "cli/migrations.h"
#include "cli/report.h"
#include "cli/schema_argument.h"
#include "diff/difference.h"
#include "model/change.h"

namespace ddltrail {
namespace {

struct Flags {
  std::string url;
  bool is_json = false;
};

/// Migrations that are not as they were applied, and what the database has otherwise than the
/// migrations make it.
struct Findings {
  std::vector<migrate::Entry> entries;
  std::vector<Difference> differences;
  bool empty() const { return entries.empty() && differences.empty(); }
};

Findings find(const Migrations& migrations, const std::vector<migrate::Migration>& files) {
  Findings findings;
  for (const migrate::Entry& entry : survey(files, migrations.ledger()))
    if (entry.state != migrate::State::kApplied) findings.entries.push_back(entry);
  findings.differences =
      diff(schema_made_by(files, migrations.url()), read_database(migrations.url()));
  return findings;
}

void print(const Findings& findings) {
  for (const auto& entry : findings.entries)
    fmt::print("{}\n",
               one_line(fmt::format("migration {}: {}", entry.title(), name_of(entry.state))));
  for (const auto& each : findings.differences)
    fmt::print("{}\n", one_line(fmt::format("{} {}: {}", each.object_kind, each.object_identity,
                                            sentence(each.details))));
  if (findings.empty()) fmt::print("the database is what the migrations make\n");
}

void print_json(const Findings& findings) {
  Json entries = Json::array(), differences = Json::array();
  for (const auto& entry : findings.entries)
    entries.push_back(
        {{"version", entry.version}, {"name", entry.name}, {"state", name_of(entry.state)}});
  for (const auto& each : findings.differences)
    differences.push_back({{"action", each.action},
                           {"object_kind", each.object_kind},
                           {"object_identity", each.object_identity},
                           {"details", each.details}});
  fmt::print("{}", json_text(Json{{"version", 1},
                                  {"migrations", std::move(entries)},
                                  {"differences", std::move(differences)}}));
}

ExitCode verify(const Flags& flags) {
  const Migrations migrations(flags.url);
  const auto files = migrations.read();
  const Findings findings = find(migrations, files);
  flags.is_json ? print_json(findings) : print(findings);
  return findings.empty() ? ExitCode::kDone : ExitCode::kOutOfDate;
}

}  // namespace

void add_migrate_verify(Command& migrate) {
  const Command command = migrate.add(
      "verify",
      "Compare the files with what was applied, and the schema that they make with the database; "
      "exit code 2 where something differs",
      "migrate verify");
  auto& flags = command.runs(verify);
  command.url(flags.url);
  command.json(flags.is_json);
}

}  // namespace ddltrail
