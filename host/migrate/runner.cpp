#include "migrate/runner.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/contains.h"
#include "base/error.h"
#include "migrate/foreign_keys.h"

namespace ddltrail::migrate {
namespace {

constexpr std::chrono::milliseconds kPollEvery{100};

std::string_view command_of(Action action) { return action == Action::kDown ? "down" : "up"; }

/// What the log writes beside the changes is gone again at the end, and so is a transaction.
class Marked {
 public:
  Marked(Database& database, const std::string& title) : database_(database) {
    database_.begin_migration(title);
  }
  ~Marked() {
    try {
      database_.roll_back();
      database_.begin_migration("");
    } catch (...) {
      // The connection is lost, and with it both.
    }
  }
  Marked(const Marked&) = delete;
  Marked& operator=(const Marked&) = delete;

 private:
  Database& database_;
};

/// A failed statement, and where it stands.
struct Stopped {
  Statement statement;
  std::string message;
  std::size_t number = 0;  ///< of the statement, from 1
};

std::string place(const Script& script, const Statement& statement) {
  return fmt::format("{}, line {}", script.path, statement.line);
}

[[noreturn]] void refuse_whole(const Migration& migration, const Script& script,
                               const Stopped& stopped, Action action) {
  throw Error(fmt::format("migration {} failed ({})", migration.title(), stopped.message),
              place(script, stopped.statement),
              fmt::format("Nothing of it was done. Mend the cause and run `ddltrail migrate {}` "
                          "again.",
                          command_of(action)));
}

[[noreturn]] void refuse_rest(const Migration& migration, const Script& script,
                              const Stopped& stopped, Action action) {
  const bool is_concurrent = stopped.statement.sql.find("CONCURRENTLY") != std::string::npos;
  throw Error(
      fmt::format("migration {} stopped at statement {} of {} ({})", migration.title(),
                  stopped.number, script.statement_count(), stopped.message),
      place(script, stopped.statement),
      fmt::format("What stands before it is done and stays.{} Mend the cause and run `ddltrail "
                  "migrate {}` again: it goes on there; with --skip-statement behind it.",
                  is_concurrent ? " CONCURRENTLY may have left an invalid index: drop it." : "",
                  command_of(action)));
}

/// What cannot be undone is refused before anything is.
const Script& way_back(const Entry& entry, bool may_lose) {
  if (!entry.migration)
    throw Error("the file of a migration that is applied is missing", entry.title(),
                "Restore it, from the branch that has it: the way back stands there, and what came "
                "before it is undone after it.");
  refuse_edited({entry});
  const auto& down = entry.migration->down;
  if (!down || (down->sections.empty() && (down->lost.empty() || may_lose)))
    throw Error("the migration has no way back", entry.title(),
                "Write a new migration that does the contrary.");
  if (!down->lost.empty() && !may_lose)
    throw Error(fmt::format("migration {} cannot be undone", entry.title()), down->lost.front(),
                "To have the schema back without that: --allow data-loss.",
                ExitCode::kHazardRefused);
  return *down;
}

}  // namespace

Runner::Runner(Database& database, Clock& clock, Listener& listener, const RunOptions& options)
    : database_(database),
      clock_(clock),
      listener_(listener),
      options_(options),
      dialect_(dialect_of(database.url().engine)),
      history_(database, dialect_) {
  lock();
  database_.set_timeouts(options_.lock_timeout, options_.statement_timeout);
  if (!history_.exists()) make_history();
  ledger_ = history_.read();
}

void Runner::lock() {
  const Moment until = clock_.now() + options_.lock_timeout;
  for (bool has_waited = false; !database_.try_lock(); has_waited = true) {
    if (clock_.now() >= until)
      throw Error("another runner works on this database", database_.url().shown(),
                  "Run again when it has finished, or give it longer with --lock-timeout.");
    if (!has_waited) listener_.waits();
    clock_.sleep(kPollEvery);
  }
}

void Runner::make_history() {
  database_.begin();
  try {
    history_.make();
  } catch (...) {
    database_.roll_back();
    throw;
  }
  database_.commit();
}

void Runner::up(const std::vector<Migration>& migrations, const std::string& to) {
  const Migration* last = to.empty() ? nullptr : require(migrations, to);
  resume(migrations, Action::kUp);
  const auto entries = survey(migrations, ledger_);
  refuse_edited(entries);
  for (const Entry& entry : entries) {
    if (entry.state == State::kMissing)
      listener_.notes(
          fmt::format("migration {} is applied, and its file is missing", entry.title()));
    if (entry.is_out_of_order)
      listener_.notes(fmt::format("migration {} is older than one that is applied", entry.title()));
    if (entry.state == State::kPending) run(*entry.migration, entry.migration->up, Action::kUp);
    if (last && entry.version == last->version) break;
  }
}

void Runner::down(const std::vector<Migration>& migrations, std::size_t steps) {
  if (ledger_.unfinished) {
    resume(migrations, Action::kDown);
    if (steps > 0) --steps;
  }
  const auto entries = survey(migrations, ledger_);
  std::vector<const Entry*> chosen;
  for (auto entry = entries.rbegin(); entry != entries.rend() && chosen.size() < steps; ++entry)
    if (entry->record) chosen.push_back(&*entry);
  undo(chosen);
}

void Runner::down_to(const std::vector<Migration>& migrations, const std::string& to) {
  const Migration* stays = require(migrations, to);
  resume(migrations, Action::kDown);
  const auto entries = survey(migrations, ledger_);
  std::vector<const Entry*> chosen;
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    if (entry->version == stays->version) break;
    if (entry->record) chosen.push_back(&*entry);
  }
  undo(chosen);
}

void Runner::undo(const std::vector<const Entry*>& newest_first) {
  for (const Entry* entry : newest_first) way_back(*entry, options_.may_lose);
  for (const Entry* entry : newest_first)
    run(*entry->migration, way_back(*entry, options_.may_lose), Action::kDown);
}

void Runner::adopt(const Migration& migration, const std::optional<std::string>& position) {
  Record record = record_of(migration, migration.up, Action::kAdopt);
  record.position = position;
  complete(record);
}

void Runner::resume(const std::vector<Migration>& migrations, Action action) {
  if (!ledger_.unfinished) return;
  Record record = *ledger_.unfinished;
  if (record.action != action)
    throw Error(fmt::format("migration {} is half {}", record.title(),
                            record.action == Action::kDown ? "undone" : "done"),
                database_.url().shown(),
                fmt::format("Run `ddltrail migrate {}` to finish it.", command_of(record.action)));
  const Migration* migration = find(migrations, record.version);
  if (!migration || (action == Action::kDown && !migration->down))
    throw Error("the file of a migration that is half done is missing", record.title(),
                "Restore it: the rest is to be done.");
  const Script& script = action == Action::kDown ? *migration->down : migration->up;
  if (script.checksum(*record.statements_done) != record.checksum)
    throw Error("what was done of a migration that is half done was edited", script.path,
                fmt::format("Restore its first {} statements; those behind them may be mended.",
                            *record.statements_done));
  if (!record.failure && *record.statements_done < script.statement_count())
    listener_.notes(fmt::format("a run of migration {} ended at statement {}: going on there",
                                record.title(), *record.statements_done + 1));
  if (options_.skips_statement && *record.statements_done < script.statement_count())
    history_.note(record.id, ++*record.statements_done, script.checksum(*record.statements_done));
  started_ = clock_.now();
  run_in_steps(*migration, script, record);
}

void Runner::run(const Migration& migration, const Script& script, Action action) {
  Record record = record_of(migration, script, action);
  script.is_one_transaction() ? run_at_once(migration, script, std::move(record))
                              : run_in_steps(migration, script, std::move(record));
}

void Runner::run_at_once(const Migration& migration, const Script& script, Record record) {
  listener_.begins(migration, record.action);
  const Marked marked(database_, migration.title());
  database_.begin();
  const ForeignKeyCheck check(database_, dialect_, script);
  try {
    for (const Section& section : script.sections) run_statements(script, section, 0);
    check.require_no_more(migration.title());
    complete(record);
    commit(script);
  } catch (const Stopped& stopped) {
    refuse_whole(migration, script, stopped, record.action);
  }
  listener_.ends(migration, record);
}

void Runner::run_in_steps(const Migration& migration, const Script& script, Record record) {
  listener_.begins(migration, record.action);
  if (record.id == 0) {
    record.statements_done = 0;
    record.checksum = script.checksum(0);
    record.id = history_.add(record);
  }
  const Marked marked(database_, migration.title());
  try {
    run_sections(script, record);
  } catch (const Stopped& stopped) {
    database_.roll_back();
    history_.note_failure(record.id, stopped.message);
    refuse_rest(migration, script, stopped, record.action);
  }
  record.checksum = script.checksum();
  complete(record);
  listener_.ends(migration, record);
}

/// Those that are not done yet. A section that is a transaction is done as a whole.
void Runner::run_sections(const Script& script, const Record& record) {
  std::size_t before = 0;
  for (const Section& section : script.sections) {
    const std::size_t after = before + section.statements.size();
    if (*record.statements_done >= after) {
      restore_settings(section, section.statements.size());
    } else if (section.is_transactional) {
      database_.begin();
      run_statements(script, section, before);
      history_.note(record.id, after, script.checksum(after));
      commit(script);
    } else {
      run_one_by_one(script, section, before, record);
    }
    before = after;
  }
}

/// What the first statements of a section, which are done, have set for the session, or set back:
/// of a run before this one.
void Runner::restore_settings(const Section& section, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::string& sql = section.statements[i].sql;
    const std::string word = first_words(sql, 1);
    if ((word == "SET" && first_words(sql, 2) != "SET LOCAL") || word == "RESET")
      execute(section.statements[i], i + 1);
  }
}

void Runner::run_one_by_one(const Script& script, const Section& section, std::size_t before,
                            const Record& record) {
  if (*record.statements_done > before) restore_settings(section, *record.statements_done - before);
  for (const Statement& statement : section.statements) {
    if (++before <= *record.statements_done) continue;
    execute(statement, before);
    history_.note(record.id, before, script.checksum(before));
    listener_.statement(before, script.statement_count());
  }
}

void Runner::run_statements(const Script& script, const Section& section, std::size_t before) {
  for (const Statement& statement : section.statements) {
    execute(statement, ++before);
    listener_.statement(before, script.statement_count());
  }
}

void Runner::execute(const Statement& statement, std::size_t number) {
  try {
    if (contains(dialect_.timeouts, statement.sql))
      database_.set_timeouts(options_.lock_timeout, options_.statement_timeout);
    else
      database_.execute(statement.sql);
  } catch (const Refused& refused) {
    throw Stopped{statement, refused.what(), number};
  }
}

/// What is checked only then fails here.
void Runner::commit(const Script& script) {
  try {
    database_.commit();
  } catch (const Refused& refused) {
    const Statement last =
        script.sections.empty() ? Statement() : script.sections.back().statements.back();
    throw Stopped{last, refused.what(), script.statement_count()};
  }
}

Record Runner::record_of(const Migration& migration, const Script& script, Action action) {
  started_ = clock_.now();
  Record record;
  record.version = migration.version;
  record.name = migration.name;
  record.action = action;
  record.checksum = script.checksum();
  record.recorded_at = iso_text(started_);
  record.actor = database_.user();
  record.position = ledger_.position;
  return record;
}

/// Writes it into the history as finished.
void Runner::complete(Record& record) {
  const Moment now = clock_.now();
  record.recorded_at = iso_text(now);
  record.duration_ms = (now - started_).count();
  record.statements_done.reset();
  record.failure.reset();
  record.id == 0 ? static_cast<void>(record.id = history_.add(record)) : history_.finish(record);
  ledger_ = history_.read();
}

}  // namespace ddltrail::migrate
