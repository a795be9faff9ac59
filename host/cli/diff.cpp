// ddltrail diff
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/differences.h"
#include "cli/rename_argument.h"
#include "cli/report.h"
#include "cli/schema_argument.h"
#include "cli/trail_argument.h"
#include "diff/difference.h"
#include "generate/typescript/entity_manifest.h"

namespace ddltrail {
namespace {

struct DiffFlags {
  SchemaArgument from;
  SchemaArgument to;
  std::vector<std::string> renames;
  std::string scratch;
  bool is_json = false;
};

/// What was compared, for the head of the JSON.
struct Comparison {
  Json from;
  Json to;
  const char* compared = "all";
};

/// `log`: the database whose trail a position is of.
Json json_of(const SchemaArgument& argument, const Schema& schema, const std::optional<Url>& log) {
  Json side{{"kind", schema.is_of_entities ? "entities" : argument.kind()},
            {"name", argument.shown()}};
  if (argument.is_position()) side["database"] = log->shown();
  return side;
}

void print_json(const Comparison& comparison, const std::vector<Difference>& differences) {
  fmt::print("{}", json_text(Json{{"version", 1},
                                  {"from", comparison.from},
                                  {"to", comparison.to},
                                  {"compared", comparison.compared},
                                  {"differences", json_of(differences)}}));
}

void keep_what_the_trail_tells(Schema& from, Schema& to) {
  keep_logged(from);
  keep_logged(to);
  fmt::print(stderr,
             "hint: the trail has no definitions of triggers, rules, policies, privileges and "
             "the like: they are not compared.\n");
}

void keep_what_entities_tell(Schema& from, Schema& to) {
  typescript::keep_entities(from, to);
  typescript::keep_entities(to, from);
  fmt::print(stderr,
             "hint: an entity manifest tells tables and views, columns with types, NOT NULL and "
             "defaults, keys, foreign keys and labels of enums: nothing else is compared.\n");
}

ExitCode diff(const DiffFlags& flags) {
  const std::optional<Url> beside = database_beside({flags.from, flags.to}, flags.scratch);
  Schema from = read_schema(flags.from, beside ? &*beside : nullptr);
  Schema to = read_schema(flags.to, beside ? &*beside : nullptr);
  Comparison comparison{json_of(flags.from, from, beside), json_of(flags.to, to, beside)};
  Renames renames;
  if (flags.from.is_position() || flags.to.is_position()) {
    renames = renames_between(flags.from, flags.to, *beside);
    keep_what_the_trail_tells(from, to);
    comparison.compared = "logged";
  }
  if (from.is_of_entities || to.is_of_entities) {
    keep_what_entities_tell(from, to);
    comparison.compared = "entities";
  }
  renames.add(read_renames(flags.renames, from, to));
  const std::vector<Difference> differences = diff(std::move(from), to, renames);
  flags.is_json ? print_json(comparison, differences) : print(differences);
  return differences.empty() ? ExitCode::kDone : ExitCode::kOutOfDate;
}

}  // namespace

void add_diff(Command& tool) {
  const Command command =
      tool.add("diff", "Show what differs between two schemas; exit code 2 where something does",
               "diff schema.json postgresql://localhost/shop");
  auto& flags = command.runs(diff);
  constexpr const char* kWhat =
      "Database URL, snapshot or entity manifest (.json), DDL file (.sql), or a moment or cursor "
      "of the trail (@2026-11-01)";
  command.required("FROM", flags.from.text, kWhat);
  command.required("TO", flags.to.text, kWhat);
  command.option("--rename", flags.renames, kRenameHelp);
  command.option("--scratch", flags.scratch,
                 "Database beside which DDL files are run on a throw-away one");
  command.json(flags.is_json);
}

}  // namespace ddltrail
