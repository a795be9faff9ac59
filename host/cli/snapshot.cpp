// ddltrail snapshot
#include "model/snapshot.h"

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/file_system.h"
#include "cli/commands.h"
#include "cli/project.h"
#include "cli/schema_argument.h"
#include "model/fingerprint.h"

namespace ddltrail {
namespace {

struct SnapshotFlags {
  SchemaArgument from;
  std::string scratch;
  std::string output;
  bool is_fingerprint = false;
  bool is_fingerprints = false;
};

bool is_of_project(const SchemaArgument& from) {
  return from.text.empty() || from.text.starts_with("env:");
}

Schema read(const SnapshotFlags& flags) {
  if (is_of_project(flags.from))
    return read_database(resolve_url(flags.from.text, Config::read_if_there().url));
  const std::optional<Url> beside = database_beside({flags.from}, flags.scratch);
  return read_schema(flags.from, beside ? &*beside : nullptr);
}

std::string line(const ObjectFingerprint& object) {
  const std::string schema = object.schema_name ? *object.schema_name + "." : "";
  return one_line(fmt::format("{}  {} {}{}", object.fingerprint, object.object_kind, schema,
                              object.object_name)) +
         "\n";
}

void write_fingerprints(const SnapshotFlags& flags, const Schema& schema, const TakeText& take) {
  const auto fingerprints = fingerprints_of(schema);
  if (flags.is_fingerprint) return take(fingerprints.schema() + "\n");
  for (const ObjectFingerprint& object : fingerprints.objects()) take(line(object));
}

std::string text_of(const SnapshotFlags& flags, const Schema& schema) {
  if (!flags.is_fingerprint && !flags.is_fingerprints) return write_snapshot(schema);
  std::string text;
  write_fingerprints(flags, schema, [&](std::string_view piece) { text += piece; });
  return text;
}

void print(const SnapshotFlags& flags, const Schema& schema) {
  const TakeText take = [](std::string_view text) { fmt::print("{}", text); };
  if (flags.is_fingerprint || flags.is_fingerprints) return write_fingerprints(flags, schema, take);
  write_snapshot(schema, take);
}

ExitCode snapshot(const SnapshotFlags& flags) {
  const Schema schema = read(flags);
  if (flags.output.empty())
    print(flags, schema);
  else
    disk()->replace(flags.output, text_of(flags, schema));
  return ExitCode::kDone;
}

}  // namespace

void add_snapshot(Command& tool) {
  const Command command =
      tool.add("snapshot", "Write the schema as JSON that can be compared and committed",
               "snapshot --output schema.json");
  auto& flags = command.runs(snapshot);
  command.option("FROM", flags.from.text,
                 "Database URL instead of the configured one, or what `ddltrail diff` takes");
  command.option("--scratch", flags.scratch,
                 "Database beside which a DDL file is run on a throw-away one");
  command.option("-o,--output", flags.output, "File, instead of the standard output");
  command.flag("--fingerprint", flags.is_fingerprint,
               "Write a hash of the schema instead: equal where diff tells nothing");
  command.flag("--fingerprints", flags.is_fingerprints,
               "Write a hash for each object instead, a line each");
  command.excludes("--fingerprints", "--fingerprint");
}

}  // namespace ddltrail
