// A connection that changes a database, statement by statement: what a runner of migrations needs
// of an engine. Sources only read; this is the only way in which the tool writes to a database.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "source/url.h"

namespace ddltrail {

/// The database took no statement: what it said.
class Refused : public std::runtime_error {
 public:
  Refused(std::string message, std::string sqlstate)
      : std::runtime_error(std::move(message)), sqlstate_(std::move(sqlstate)) {}
  /// Empty where the engine has none.
  const std::string& sqlstate() const { return sqlstate_; }

 private:
  std::string sqlstate_;
};

/// A value as text; nothing for NULL.
using Value = std::optional<std::string>;

/// Every function but the const ones throws Refused, or Error where the connection is lost.
class Database {
 public:
  virtual ~Database() = default;
  virtual const Url& url() const = 0;
  /// Held until the connection ends. False where another runner holds it.
  virtual bool try_lock() = 0;
  /// How long a statement waits for what others hold, and how long it may take; zero: forever.
  virtual void set_timeouts(std::chrono::seconds lock, std::chrono::seconds statement) = 0;
  /// A transaction that holds what a writer of the schema needs.
  virtual void begin() = 0;
  virtual void commit() = 0;
  /// Does nothing outside of a transaction.
  virtual void roll_back() = 0;
  virtual void execute(const std::string& statement) = 0;
  /// The rows of a query. Parameters are $1, $2, ... in the order in which they stand there.
  virtual std::vector<std::vector<Value>> query(const std::string& sql,
                                                const std::vector<Value>& parameters = {}) = 0;
  virtual bool has_table(const std::string& schema, const std::string& name) = 0;
  /// Takes back what statements have set for the session (SQLite: enforces no foreign keys), and
  /// has the log write the name beside each change from now on; empty: nothing.
  virtual void begin_migration(const std::string& name) = 0;
  /// Where the trail stands; nothing where there is no log.
  virtual std::optional<std::string> cursor() = 0;
  /// The role, or the user of the system where the engine knows none.
  virtual std::string user() = 0;
};

/// `may_create`: a SQLite file that is not there is made. Throws Error.
std::unique_ptr<Database> open_database(const Url& url, bool may_create);

/// An empty database that lives as long as this: on the same server, or a temporary file.
class Scratch {
 public:
  virtual ~Scratch() = default;
  virtual const Url& url() const = 0;
};

/// Throws Error where there can be none.
std::unique_ptr<Scratch> make_scratch(const Url& beside);

}  // namespace ddltrail
