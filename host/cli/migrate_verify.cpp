// ddltrail migrate verify
#include <fmt/format.h>

#include "base/ascii.h"
#include "cli/commands.h"
#include "cli/differences.h"
#include "cli/made_schema.h"
#include "cli/migrations.h"
#include "cli/report.h"

namespace ddltrail {
namespace {

struct VerifyFlags {
  std::string url;
  MadeFlags made;
  bool is_json = false;
};

/// Migrations that are not as they were applied, and what the database has otherwise than the
/// migrations make it.
struct Findings {
  std::vector<migrate::Entry> entries;
  std::optional<std::vector<Difference>> differences;  ///< nothing: they are not known
  bool empty() const { return entries.empty() && (!differences || differences->empty()); }
};

std::vector<migrate::Entry> find_entries(const Migrations& migrations,
                                         const std::vector<migrate::Migration>& files) {
  std::vector<migrate::Entry> found;
  for (const migrate::Entry& entry : survey(files, migrations.ledger()))
    if (entry.state != migrate::State::kApplied) found.push_back(entry);
  return found;
}

void print(const Findings& findings) {
  for (const auto& entry : findings.entries)
    fmt::print("{}\n",
               one_line(fmt::format("migration {}: {}", entry.title(), name_of(entry.state))));
  if (findings.differences) print(*findings.differences);
  if (findings.empty())
    fmt::print("{}\n", findings.differences ? "the database is what the migrations make"
                                            : "the migrations are as they were applied");
}

void print_json(const Findings& findings) {
  Json entries = Json::array();
  for (const auto& entry : findings.entries)
    entries.push_back(
        {{"version", entry.version}, {"name", entry.name}, {"state", name_of(entry.state)}});
  fmt::print("{}",
             json_text(Json{
                 {"version", 1},
                 {"migrations", std::move(entries)},
                 {"differences", findings.differences ? json_of(*findings.differences) : Json()}}));
}

ExitCode verify(const VerifyFlags& flags) {
  const Migrations migrations(flags.url);
  const auto files = migrations.read();
  Findings findings{find_entries(migrations, files), {}};
  const auto tell = [&] { flags.is_json ? print_json(findings) : print(findings); };
  try {
    findings.differences = differences_from_made(files, migrations.url(), flags.made);
  } catch (const Error&) {
    tell();
    throw;
  }
  tell();
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
  add_made_flags(command, flags.made);
  command.json(flags.is_json);
}

}  // namespace ddltrail
