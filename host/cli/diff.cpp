// ddltrail diff
#include <fmt/format.h>

#include "cli/command.h"
#include "cli/report.h"
#include "cli/schema_argument.h"
#include "diff/difference.h"
#include "model/change.h"

namespace ddltrail {
namespace {

struct Flags {
  SchemaArgument from;
  SchemaArgument to;
  std::string scratch;
  bool is_json = false;
};

void print(const std::vector<Difference>& differences) {
  for (const Difference& difference : differences)
    fmt::print("{}\n",
               one_line(fmt::format("{} {}: {}", difference.object_kind, difference.object_identity,
                                    sentence(difference.details))));
}

Json json_of(const Difference& difference) {
  return {{"action", difference.action},
          {"object_kind", difference.object_kind},
          {"schema_name", write_value(difference.schema_name)},
          {"object_name", difference.object_name},
          {"object_identity", difference.object_identity},
          {"details", difference.details}};
}

void print_json(const std::vector<Difference>& differences) {
  Json rows = Json::array();
  for (const Difference& difference : differences) rows.push_back(json_of(difference));
  fmt::print("{}", json_text(Json{{"version", 1}, {"differences", std::move(rows)}}));
}

ExitCode diff(const Flags& flags) {
  const std::optional<Url> beside = database_beside({flags.from, flags.to}, flags.scratch);
  Schema from = read_schema(flags.from, beside ? &*beside : nullptr);
  Schema to = read_schema(flags.to, beside ? &*beside : nullptr);
  if (flags.from.is_moment() || flags.to.is_moment()) {
    keep_logged(from);
    keep_logged(to);
    fmt::print(stderr,
               "hint: the trail has no definitions of triggers, rules, policies, privileges and "
               "the like: they are not compared.\n");
  }
  const std::vector<Difference> differences = diff(from, to);
  flags.is_json ? print_json(differences) : print(differences);
  return differences.empty() ? ExitCode::kDone : ExitCode::kOutOfDate;
}

}  // namespace

void add_diff(CLI::App& app, Chosen& chosen) {
  auto* command = app.add_subcommand(
      "diff", "Show what differs between two schemas; exit code 2 where something does");
  auto flags = std::make_shared<Flags>();
  constexpr const char* kWhat =
      "Database URL, snapshot (.json), DDL file (.sql), or a moment of the trail (@2026-11-01)";
  command->add_option("FROM", flags->from.text, kWhat)->required();
  command->add_option("TO", flags->to.text, kWhat)->required();
  command->add_option("--scratch", flags->scratch,
                      "Database beside which DDL files are run on a throw-away one");
  command->add_flag("--json", flags->is_json, "Print one JSON object");
  command->footer("Example: ddltrail diff schema.json postgresql://localhost/shop");
  command->callback([flags, &chosen] { chosen = [flags] { return diff(*flags); }; });
}

}  // namespace ddltrail
