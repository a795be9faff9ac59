// ddltrail status
#include <fmt/format.h>

#include "base/ascii.h"
#include "base/file_system.h"
#include "cli/commands.h"
#include "cli/project.h"
#include "cli/report.h"
#include "model/fingerprint.h"

namespace ddltrail {
namespace {

struct StatusFlags {
  std::string url;
  bool is_json = false;
  bool is_fingerprint = false;
};

struct Status {
  std::string database;
  std::string server;
  LogState log;
  std::size_t pending = 0;
  std::string why_everything;
  std::size_t files = 0;
  std::vector<std::string> stale;
  std::optional<std::string> fingerprint;
};

/// What the next `generate` would do, found by a dry run.
Status read_status(Project& project) {
  Status status;
  status.database = project.url().shown();
  status.server = project.source().server();
  status.log = project.source().log_state();
  const ProjectLock lock;
  State state = Project::open_state();
  RegenerateOptions options = project.options();
  options.mark.clear();  // a dry run
  const Outcome outcome = regenerate(project.source(), project.target(), state, *disk(), options);
  status.pending = outcome.changes;
  status.why_everything = outcome.why_everything;
  status.files = state.files().size();
  for (const FileChange& file : outcome.files) status.stale.push_back(file.path);
  return status;
}

std::string describe(const LogState& log) {
  if (!log.is_installed()) return "none: run `ddltrail init`, or install the extension";
  if (log.is_broken) return one_line("broken: " + log.broken_reason.value_or(""));
  return fmt::format("version {}, last change #{}", log.extension_version, log.last_id.value_or(0));
}

std::string describe_pending(const Status& status) {
  if (!status.why_everything.empty()) return "the whole schema (" + status.why_everything + ")";
  return counted(status.pending, "change");
}

void print(const Status& status) {
  fmt::print("database  {} ({})\n", status.database, status.server);
  fmt::print("log       {}\n", describe(status.log));
  fmt::print("pending   {}\n", describe_pending(status));
  fmt::print("files     {} generated, {} out of date\n", status.files, status.stale.size());
  for (const std::string& path : status.stale) fmt::print("          {}\n", path);
  if (status.fingerprint) fmt::print("schema    {}\n", *status.fingerprint);
}

void print_json(const Status& status) {
  const auto& log = status.log;
  const Json why = status.why_everything.empty() ? Json() : Json(status.why_everything);
  fmt::print("{}", json_text(Json{{"version", 1},
                                  {"database", status.database},
                                  {"server", status.server},
                                  {"log",
                                   {{"is_installed", log.is_installed()},
                                    {"log_id", log.log_id},
                                    {"extension_version", log.extension_version},
                                    {"last_id", write_value(log.last_id)},
                                    {"is_broken", log.is_broken},
                                    {"broken_reason", write_value(log.broken_reason)}}},
                                  {"pending_changes", status.pending},
                                  {"read_everything", why},
                                  {"files", status.files},
                                  {"out_of_date", status.stale},
                                  {"fingerprint", write_value(status.fingerprint)}}));
}

ExitCode status(const StatusFlags& flags) {
  Project project(Config::read(), flags.url);
  Status status = read_status(project);
  if (flags.is_fingerprint)
    status.fingerprint = fingerprints_of(project.source().read_schema()).schema();
  flags.is_json ? print_json(status) : print(status);
  return ExitCode::kDone;
}

}  // namespace

void add_status(Command& tool) {
  const Command command =
      tool.add("status", "Show the database, its log and what is out of date", "status");
  auto& flags = command.runs(status);
  command.url(flags.url);
  command.json(flags.is_json);
  command.flag("--fingerprint", flags.is_fingerprint,
               "Show the hash of the schema too: reads all of it, as `ddltrail snapshot` does");
}

}  // namespace ddltrail
