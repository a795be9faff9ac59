// ddltrail snapshot
#include "model/snapshot.h"

#include <fmt/format.h>

#include "base/file_system.h"
#include "cli/command.h"
#include "cli/project.h"

namespace ddltrail {
namespace {

struct Flags {
  std::string url;
  std::string output;
};

ExitCode snapshot(const Flags& flags) {
  const Url url = resolve_url(flags.url, Config::read_if_there().url);
  const std::string text = write_snapshot(open_source(url)->read_schema());
  if (flags.output.empty()) {
    fmt::print("{}", text);
  } else {
    disk()->replace(flags.output, text);
  }
  return ExitCode::kDone;
}

}  // namespace

void add_snapshot(CLI::App& app, Chosen& chosen) {
  auto* command =
      app.add_subcommand("snapshot", "Write the schema as JSON that can be compared and committed");
  auto flags = std::make_shared<Flags>();
  command->add_option("URL", flags->url, "Database, instead of the configured one");
  command->add_option("-o,--output", flags->output, "File, instead of the standard output");
  command->footer("Example: ddltrail snapshot --output schema.json");
  command->callback([flags, &chosen] { chosen = [flags] { return snapshot(*flags); }; });
}

}  // namespace ddltrail
