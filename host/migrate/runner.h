// Runs migrations on a database, one runner at a time. A migration that is one transaction is done
// with its row in the history or not at all; of any other the history has how far it came, and the
// next run goes on there.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/clock.h"
#include "migrate/history.h"
#include "migrate/migration.h"
#include "migrate/survey.h"
#include "source/database.h"

namespace ddltrail::migrate {

/// Is told what happens, for people who wait.
class Listener {
 public:
  virtual ~Listener() = default;
  virtual void waits() {}
  /// What is worth knowing, and no error.
  virtual void notes(const std::string& /*what*/) {}
  virtual void begins(const Migration&, Action) {}
  virtual void statement(std::size_t /*done*/, std::size_t /*all*/) {}
  virtual void ends(const Migration&, const Record&) {}
};

struct RunOptions {
  /// For another runner, and for what others hold in the database.
  std::chrono::seconds lock_timeout{10};
  std::chrono::seconds statement_timeout{0};  ///< zero: forever
  bool skips_statement = false;  ///< leaves out the one that a half done migration stopped at
  bool may_lose = false;         ///< goes back where not everything comes back
};

class Runner {
 public:
  /// Borrows all of them. Takes the lock, and makes the history where it is not there. Throws Error
  /// where another runner holds the lock for too long.
  Runner(Database& database, Clock& clock, Listener& listener, const RunOptions& options);

  const Ledger& ledger() const { return ledger_; }
  /// Does what is pending, up to the version, all where that is empty. Throws Error, which says
  /// what stays done.
  void up(const std::vector<Migration>& migrations, const std::string& to);
  /// Undoes what came after the version, newest first.
  void down_to(const std::vector<Migration>& migrations, const std::string& to);
  void down(const std::vector<Migration>& migrations, std::size_t steps);
  /// Writes down that the database has it. `position`: of the trail, up to where it tells.
  void adopt(const Migration& migration, const std::optional<std::string>& position);

 private:
  void lock();
  void make_history();
  /// Finishes what a run before this one left half done.
  void resume(const std::vector<Migration>& migrations, Action action);
  void undo(const std::vector<const Entry*>& newest_first);
  void run(const Migration& migration, const Script& script, Action action);
  void run_at_once(const Migration& migration, const Script& script, Record record);
  /// The record may be that of a run before this one.
  void run_in_steps(const Migration& migration, const Script& script, Record record);
  void run_sections(const Script& script, const Record& record);
  void restore_settings(const Section& section, std::size_t count);
  void run_one_by_one(const Script& script, const Section& section, std::size_t before,
                      const Record& record);
  void run_statements(const Script& script, const Section& section, std::size_t before);
  void execute(const Statement& statement, std::size_t number);
  void commit(const Script& script);
  Record record_of(const Migration& migration, const Script& script, Action action);
  void complete(Record& record);

  Database& database_;
  Clock& clock_;
  Listener& listener_;
  RunOptions options_;
  const Dialect& dialect_;
  History history_;
  Ledger ledger_;
  Moment started_;
};

}  // namespace ddltrail::migrate
