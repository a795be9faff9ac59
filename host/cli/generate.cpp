// ddltrail generate
#include <fmt/format.h>

#include "base/file_system.h"
#include "cli/commands.h"
#include "cli/project.h"
#include "cli/report.h"

namespace ddltrail {
namespace {

struct GenerateFlags {
  std::string url;
  bool is_full = false;
  bool is_check = false;
  bool is_dry = false;
  bool explains = false;
  bool is_json = false;
};

RegenerateOptions options_of(const GenerateFlags& flags, const Project& project) {
  RegenerateOptions options = project.options();
  if (flags.is_full) options.why_full = "asked for with --full";
  if (flags.is_check) options.why_full = "to check the files";
  if (flags.is_dry || flags.is_check) options.mark.clear();
  return options;
}

Outcome run(const GenerateFlags& flags, Project& project, const RegenerateOptions& options) {
  const auto files = disk();
  // Needs and leaves no state: works in a read-only clone.
  if (flags.is_check || (flags.is_dry && !Project::has_state())) {
    State state(State::kInMemory);
    return regenerate(project.source(), project.target(), state, *files, options);
  }
  const ProjectLock lock;
  State state = Project::open_state();
  return regenerate(project.source(), project.target(), state, *files, options);
}

ExitCode generate(const GenerateFlags& flags) {
  Project project(Config::read(), flags.url);
  const RegenerateOptions options = options_of(flags, project);
  const Outcome outcome = run(flags, project, options);
  if (!outcome.why_everything.empty()) project.warn_of_unmet(options.selection);
  const bool only_tells = flags.is_dry || flags.is_check;
  fmt::print("{}",
             flags.is_json ? report_json(outcome) : report(outcome, flags.explains, only_tells));
  fmt::print(stderr, "{}", advice(outcome));
  return flags.is_check && !outcome.files.empty() ? ExitCode::kOutOfDate : ExitCode::kDone;
}

}  // namespace

void add_generate(Command& tool) {
  const Command command =
      tool.add("generate", "Regenerate the files that changes affect", "generate --explain");
  auto& flags = command.runs(generate);
  command.url(flags.url);
  command.flag("--full", flags.is_full, "Read the whole schema, whatever the log says");
  command.flag("--check", flags.is_check, "Write nothing; exit 2 where files are out of date");
  command.flag("--dry-run", flags.is_dry, "Write nothing; tell what would be written");
  command.flag("--explain", flags.explains, "Say for each file why it was written");
  command.json(flags.is_json);
}

}  // namespace ddltrail
