#include "source/postgres/postgres_database.h"

#include <sstream>

namespace ddltrail {
namespace {

/// Of all runners in one database: any number that nobody else uses.
constexpr const char* kTryLock = "SELECT pg_catalog.pg_try_advisory_lock(7234017283807667300)";

/// Statements of migrations mean the same whatever the settings of the role and the database are.
constexpr const char* kSettings =
    "SET client_encoding = 'UTF8'; SET standard_conforming_strings = on; "
    "SET client_min_messages = warning; ";

/// What the server says, without the lines that show where in the statement: details and hints.
std::string message_of(const StatementFailure& failure) {
  std::string text;
  std::istringstream lines(failure.message);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("ERROR:  ")) line.erase(0, 8);
    if (line.starts_with("LINE "))
      std::getline(lines, line);  // the mark below it
    else if (!line.empty())
      text += (text.empty() ? "" : "; ") + line;
  }
  return text;
}

template <class Work>
auto guarded(Work work) {
  try {
    return work();
  } catch (const StatementFailure& failure) {
    throw Refused(message_of(failure), failure.sqlstate);
  }
}

std::string milliseconds(std::chrono::seconds duration) {
  return std::to_string(std::chrono::milliseconds(duration).count());
}

}  // namespace

PostgresDatabase::PostgresDatabase(const std::string& url)
    : url_{Engine::kPostgres, url}, session_(url) {
  execute(kSettings);
}

/// Not the function that waits: its statement would hold a snapshot, and what runs CONCURRENTLY
/// under the lock would wait for that.
bool PostgresDatabase::try_lock() { return query(kTryLock, {}).at(0).at(0) == "t"; }

void PostgresDatabase::set_timeouts(std::chrono::seconds lock, std::chrono::seconds statement) {
  timeouts_ = "SET lock_timeout = " + milliseconds(lock) +
              "; SET statement_timeout = " + milliseconds(statement);
  execute(timeouts_);
}

void PostgresDatabase::begin() { execute("BEGIN"); }

/// The server answers ROLLBACK to the COMMIT of a failed transaction.
void PostgresDatabase::commit() { execute("COMMIT"); }

/// Only warns outside of one.
void PostgresDatabase::roll_back() {
  guarded([&] {
    session_.execute_quietly("ROLLBACK");
    return 0;
  });
}

void PostgresDatabase::execute(const std::string& statement) {
  guarded([&] {
    session_.execute(statement);
    return 0;
  });
}

std::vector<std::vector<Value>> PostgresDatabase::query(const std::string& sql,
                                                        const std::vector<Value>& parameters) {
  std::vector<const char*> values;
  for (const Value& value : parameters) values.push_back(value ? value->c_str() : nullptr);
  return guarded([&] {
    std::vector<std::vector<Value>> rows;
    for (const pqxx::row& row : session_.query(sql, pqxx::prepare::make_dynamic_params(values))) {
      auto& copy = rows.emplace_back();
      for (const pqxx::field& field : row)
        copy.push_back(field.is_null() ? Value() : Value(field.c_str()));
    }
    return rows;
  });
}

bool PostgresDatabase::has_table(const std::string& schema, const std::string& name) {
  return !query(
              "SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = "
              "c.relnamespace WHERE n.nspname = $1 AND c.relname = $2",
              {schema, name})
              .empty();
}

void PostgresDatabase::begin_migration(const std::string& name) {
  execute("RESET ALL");
  execute(std::string(kSettings) + timeouts_);
  query("SELECT pg_catalog.set_config('ddltrail.migration', $1, false)", {name});
}

std::optional<std::string> PostgresDatabase::cursor() {
  if (!has_table("ddltrail", "log_state")) return std::nullopt;
  return query("SELECT ddltrail.current_cursor()", {}).at(0).at(0);
}

std::string PostgresDatabase::user() { return *query("SELECT session_user", {}).at(0).at(0); }

}  // namespace ddltrail

/// Called by open_database and make_scratch through dlsym. Errors leave as ddltrail::Error and
/// ddltrail::Refused.
extern "C" ddltrail::Database* ddltrail_open_postgres_database(const char* url) {
  return new ddltrail::PostgresDatabase(url);
}
extern "C" ddltrail::Scratch* ddltrail_make_postgres_scratch(const char* url) {
  return new ddltrail::PostgresScratch(url);
}
