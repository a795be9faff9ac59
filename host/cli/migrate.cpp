// ddltrail migrate up, down and status
#include <fmt/format.h>
#include <unistd.h>

#include "base/ascii.h"
#include "base/clock.h"
#include "base/contains.h"
#include "cli/commands.h"
#include "cli/migrations.h"
#include "cli/report.h"

namespace ddltrail {
namespace {

using migrate::Action;
using migrate::Migration;
using migrate::Record;

struct MigrateFlags {
  std::string url;
  std::string to;
  std::size_t steps = 1;
  std::optional<int> lock_timeout;
  bool skips_statement = false;
  std::vector<std::string> allowed;
  bool is_json = false;
};

/// One line for each migration as it ends; where somebody looks on, how far the one under way is.
class Progress : public migrate::Listener {
 public:
  explicit Progress(bool is_json) : is_json_(is_json), is_watched_(::isatty(STDERR_FILENO) != 0) {}

  void waits() override { fmt::print(stderr, "note: waiting for another runner\n"); }
  void notes(const std::string& what) override { fmt::print(stderr, "note: {}\n", one_line(what)); }
  void begins(const Migration& migration, Action) override { title_ = migration.title(); }
  void statement(std::size_t done, std::size_t all) override {
    if (is_watched_) fmt::print(stderr, "\r{}: statement {} of {}\r", one_line(title_), done, all);
  }
  void ends(const Migration& migration, const Record& record) override {
    records_.push_back(record);
    if (is_watched_) fmt::print(stderr, "\r\x1b[K");
    if (!is_json_)
      fmt::print("{} {} ({} ms)\n", record.action == Action::kDown ? "undid" : "applied",
                 one_line(migration.title()), record.duration_ms);
    std::fflush(stdout);
  }

  const std::vector<Record>& records() const { return records_; }

 private:
  bool is_json_;
  bool is_watched_;
  std::string title_;
  std::vector<Record> records_;
};

Json json_of(const Record& record) {
  return {{"version", record.version},
          {"name", record.name},
          {"action", name_of(record.action)},
          {"recorded_at", record.recorded_at},
          {"actor", record.actor},
          {"duration_ms", record.duration_ms}};
}

void print_done(const Progress& progress, bool is_json) {
  if (!is_json) {
    if (progress.records().empty()) fmt::print("nothing to migrate\n");
    return;
  }
  Json done = Json::array();
  for (const Record& record : progress.records()) done.push_back(json_of(record));
  fmt::print("{}", json_text(Json{{"version", 1}, {"done", std::move(done)}}));
}

migrate::RunOptions options_of(const MigrateFlags& flags, const Migrations& migrations) {
  migrate::RunOptions options = migrations.options();
  if (flags.lock_timeout) options.lock_timeout = std::chrono::seconds(*flags.lock_timeout);
  options.skips_statement = flags.skips_statement;
  options.may_lose = contains(flags.allowed, "data-loss");
  return options;
}

using Work = std::function<void(migrate::Runner&, const std::vector<Migration>&)>;

ExitCode run(const MigrateFlags& flags, bool may_create, const Work& work) {
  const Migrations migrations(flags.url);
  const auto files = migrations.read();
  Progress progress(flags.is_json);
  with_refusals(migrations.url(), [&] {
    const auto database = open_database(migrations.url(), may_create);
    const auto clock = system_clock();
    migrate::Runner runner(*database, *clock, progress, options_of(flags, migrations));
    work(runner, files);
  });
  print_done(progress, flags.is_json);
  return ExitCode::kDone;
}

ExitCode up(const MigrateFlags& flags) {
  return run(flags, true,
             [&](migrate::Runner& runner, const auto& files) { runner.up(files, flags.to); });
}

ExitCode down(const MigrateFlags& flags) {
  return run(flags, false, [&](migrate::Runner& runner, const auto& files) {
    flags.to.empty() ? runner.down(files, flags.steps) : runner.down_to(files, flags.to);
  });
}

std::string describe(const migrate::Entry& entry) {
  std::string text =
      entry.is_out_of_order ? "pending, out of order" : std::string(name_of(entry.state));
  const bool is_done = entry.record && !entry.record->statements_done;
  if (is_done)
    text = fmt::format("{:<9} {} by {}", text, entry.record->recorded_at, entry.record->actor);
  if (entry.record && entry.record->statements_done)
    text += fmt::format(": {} of its statements", *entry.record->statements_done) +
            (entry.record->failure ? ", then: " + *entry.record->failure : "");
  return text;
}

void print(const std::vector<migrate::Entry>& entries) {
  std::size_t width = 0;
  for (const auto& entry : entries) width = std::max(width, entry.title().size());
  for (const auto& entry : entries)
    fmt::print("{}\n", one_line(fmt::format("{:<{}}  {}", entry.title(), width, describe(entry))));
  if (entries.empty()) fmt::print("no migrations\n");
}

void print_json(const std::vector<migrate::Entry>& entries) {
  Json rows = Json::array();
  for (const auto& entry : entries) {
    Json row{{"version", entry.version},
             {"name", entry.name},
             {"state", name_of(entry.state)},
             {"is_out_of_order", entry.is_out_of_order}};
    if (entry.record) {
      row["record"] = json_of(*entry.record);
      row["statements_done"] = write_value(entry.record->statements_done);
      row["failure"] = write_value(entry.record->failure);
    }
    rows.push_back(std::move(row));
  }
  fmt::print("{}", json_text(Json{{"version", 1}, {"migrations", std::move(rows)}}));
}

ExitCode tell_status(const MigrateFlags& flags) {
  const Migrations migrations(flags.url);
  const auto files = migrations.read();
  const auto entries = survey(files, migrations.ledger());
  flags.is_json ? print_json(entries) : print(entries);
  const bool is_current = std::all_of(entries.begin(), entries.end(), [](const auto& entry) {
    return entry.state == migrate::State::kApplied;
  });
  return is_current ? ExitCode::kDone : ExitCode::kOutOfDate;
}

void add_running(const Command& command, MigrateFlags& flags) {
  command.seconds("--lock-timeout", flags.lock_timeout,
                  "Seconds to wait for another runner, and for locks in the database");
  command.flag("--skip-statement", flags.skips_statement,
               "Leave out the statement that a half done migration stopped at");
}

void add_up(const Command& migrate) {
  const Command command = migrate.add("up", "Apply the migrations that are pending", "migrate up");
  auto& flags = command.runs(up);
  command.option("--to", flags.to, "The last one to apply: its version");
  add_running(command, flags);
  command.url(flags.url);
  command.json(flags.is_json);
}

void add_down(const Command& migrate) {
  const Command command =
      migrate.add("down", "Undo the newest migration, or several", "migrate down --steps 2");
  auto& flags = command.runs(down);
  command.option("--steps", flags.steps, "How many");
  command.option("--to", flags.to, "The newest one that stays: its version");
  command.excludes("--to", "--steps");
  command.option("--allow", flags.allowed,
                 "data-loss: go back where the schema comes back and not all rows do");
  command.takes_only("--allow", {"data-loss"});
  add_running(command, flags);
  command.url(flags.url);
  command.json(flags.is_json);
}

void add_survey(const Command& migrate) {
  const Command command =
      migrate.add("status",
                  "Show which migrations are applied, pending, edited or missing; exit code 2 "
                  "where not all are applied as they are",
                  "migrate status");
  auto& flags = command.runs(tell_status);
  command.url(flags.url);
  command.json(flags.is_json);
}

}  // namespace

void add_migrate(Command& tool) {
  Command command = tool.add("migrate", "Run the migrations of the project", "migrate up");
  command.needs_another();
  add_up(command);
  add_down(command);
  add_survey(command);
  add_migrate_verify(command);
  add_migrate_baseline(command);
}

}  // namespace ddltrail
