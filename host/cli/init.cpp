// ddltrail init
#include <fmt/format.h>

#include "base/file_system.h"
#include "cli/commands.h"
#include "cli/project.h"
#include "cli/report.h"

namespace ddltrail {
namespace {

struct InitFlags {
  std::string url;
  std::string output = kDefaultOutput;
  bool without_log = false;
};

/// A database that may not be altered is used as it is.
void install_log(Project& project) {
  try {
    project.source().install_log();
    fmt::print("log installed in {}\n", project.url().shown());
  } catch (const Error& error) {
    fmt::print(stderr, "note: no log was installed: {}\nhint: {}\n", error.line(), error.hint());
  }
}

/// Passwords do not go into the file.
std::string url_to_write(const std::string& flag, const Url& url) {
  if (flag.empty()) return "env:DATABASE_URL";
  if (!url.has_password()) return flag;
  fmt::print(stderr, "note: the URL has a password, so {} says env:DATABASE_URL: set it there\n",
             kConfigName);
  return "env:DATABASE_URL";
}

ExitCode init(const InitFlags& flags) {
  Config config;
  config.output = flags.output;
  Config::refuse_second();
  Project project(config, flags.url);
  const RegenerateOptions options = project.options();
  project.source().log_state();  // where there is no database, nothing is left behind
  const ProjectLock lock;
  config.url = url_to_write(flags.url, project.url());
  if (!flags.without_log) install_log(project);
  State state = Project::open_state();
  const Outcome outcome = regenerate(project.source(), project.target(), state, *disk(), options);
  config.write();
  fmt::print("{}wrote {}\n", report(outcome, false, false), kConfigName);
  fmt::print(stderr, "{}", advice(outcome));
  return ExitCode::kDone;
}

}  // namespace

void add_init(Command& tool) {
  const Command command = tool.add(
      "init", "Write ddltrail.toml, install the log in the database, generate for the first time",
      "init sqlite:shop.db --output src/db");
  auto& flags = command.runs(init);
  command.option("URL", flags.url,
                 "postgresql://... or sqlite:PATH; $DATABASE_URL where it is left out");
  command.option("--output", flags.output, "Folder of the generated files");
  command.flag("--no-log", flags.without_log, "Leave the database as it is");
}

}  // namespace ddltrail
