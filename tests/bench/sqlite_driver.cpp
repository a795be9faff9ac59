// Runs the same statements on connections without and with the extension, in turn, for
// tests/bench/sqlite_overhead, which reads what it prints: a line "job variant seconds" for each
// round, in seconds of processor time. Not a judge: it compares nothing.
//
//   sqlite_driver EXTENSION DIRECTORY ROUNDS FIRST statements COUNT
//   sqlite_driver EXTENSION DIRECTORY ROUNDS FIRST ddl TABLES JOURNAL_MODE SYNCHRONOUS CYCLES
#include <sqlite3.h>
#include <time.h>

#include <cstdio>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

void check(sqlite3* db, int rc) {
  if (rc != SQLITE_OK && rc != SQLITE_DONE && rc != SQLITE_ROW)
    throw std::runtime_error(sqlite3_errmsg(db));
}

class Connection {
 public:
  explicit Connection(const std::string& path) { check(db_, sqlite3_open(path.c_str(), &db_)); }
  ~Connection() { sqlite3_close(db_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void run(const std::string& sql) {
    check(db_, sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr));
  }

  void install(const std::string& extension) {
    sqlite3_enable_load_extension(db_, 1);
    check(db_, sqlite3_load_extension(db_, extension.c_str(), nullptr, nullptr));
    run("SELECT ddltrail_install()");
  }

  /// Runs a prepared statement for the parameters 1 to count, in its own order.
  void run_prepared(const char* sql, int count) {
    sqlite3_stmt* statement = nullptr;
    check(db_, sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr));
    for (int i = 0; i < count; ++i) {
      sqlite3_bind_int(statement, 1, 1 + i * 37 % 1000);
      check(db_, sqlite3_step(statement));
      sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
  }

 private:
  sqlite3* db_ = nullptr;
};

struct Variant {
  std::string name;
  std::unique_ptr<Connection> connection;
};

struct Job {
  std::string name;
  std::function<void(Connection&)> run;
};

/// Two have nothing: they show the noise. Which of them is opened first moves the figures by some
/// percent, as their memory lies elsewhere; so it is the caller's choice.
std::vector<Variant> open_variants(const std::string& extension, const std::string& directory,
                                   int first, const std::string& setup) {
  const std::vector<std::string> names = {"nothing", "ddltrail", "nothing_again"};
  std::vector<Variant> variants;
  for (std::size_t turn = 0; turn < names.size(); ++turn) {
    const auto& name = names[(first + turn) % names.size()];
    auto connection = std::make_unique<Connection>(directory + "/" + name + ".db");
    connection->run(setup);
    if (name == "ddltrail") connection->install(extension);
    variants.push_back({name, std::move(connection)});
  }
  return variants;
}

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Each round lets another one begin.
void race(std::vector<Variant>& variants, const std::vector<Job>& jobs, int rounds) {
  for (int round = 0; round <= rounds; ++round) {
    for (const auto& job : jobs) {
      for (std::size_t turn = 0; turn < variants.size(); ++turn) {
        Variant& variant = variants[(round + turn) % variants.size()];
        const double start = processor_seconds();
        job.run(*variant.connection);
        const double seconds = processor_seconds() - start;
        // The first round only warms up.
        if (round > 0) std::printf("%s %s %.9f\n", job.name.c_str(), variant.name.c_str(), seconds);
      }
    }
  }
}

constexpr char kAccounts[] =
    "CREATE TABLE accounts (id INTEGER PRIMARY KEY, name TEXT, balance INTEGER);"
    "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
    " INSERT INTO accounts SELECT i, 'name', 0 FROM n";

void update_in_transaction(Connection& connection, int count) {
  connection.run("BEGIN");
  connection.run_prepared("UPDATE accounts SET balance = balance + 1 WHERE id = ?1", count);
  connection.run("COMMIT");
}

void execute_selects(Connection& connection, int count) {
  for (int i = 0; i < count; ++i)
    connection.run("SELECT name FROM accounts WHERE id = " + std::to_string(1 + i % 1000));
}

std::vector<Job> statement_jobs(int count) {
  const char* select = "SELECT name, balance FROM accounts WHERE id = ?1";
  return {{"select", [=](Connection& connection) { connection.run_prepared(select, count); }},
          {"update", [=](Connection& connection) { update_in_transaction(connection, count); }},
          {"exec", [=](Connection& connection) { execute_selects(connection, count); }}};
}

std::string tables(int count) {
  std::string sql = "BEGIN;";
  for (int i = 1; i <= count; ++i) {
    const auto number = std::to_string(i);
    sql += "CREATE TABLE t_" + number +
           " (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT, age INTEGER, score REAL,"
           " created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP);"
           "CREATE INDEX i_" +
           number + " ON t_" + number + " (name, age);";
  }
  return sql + "COMMIT;";
}

std::vector<Job> ddl_jobs(int cycles) {
  const auto cycle = [=](Connection& connection) {
    for (int i = 0; i < cycles; ++i) {
      connection.run("CREATE TABLE cycled (id INTEGER PRIMARY KEY, name TEXT NOT NULL)");
      connection.run("ALTER TABLE cycled ADD COLUMN added INTEGER");
      connection.run("ALTER TABLE cycled RENAME COLUMN added TO renamed");
      connection.run("DROP TABLE cycled");
    }
  };
  return {{"ddl", cycle}};
}

void run(const std::vector<std::string>& arguments) {
  const auto& extension = arguments.at(1);
  const auto& directory = arguments.at(2);
  const int rounds = std::stoi(arguments.at(3));
  const int first = std::stoi(arguments.at(4));
  if (arguments.at(5) == "statements") {
    auto variants = open_variants(extension, directory, first, kAccounts);
    return race(variants, statement_jobs(std::stoi(arguments.at(6))), rounds);
  }
  const std::string setup = "PRAGMA journal_mode = " + arguments.at(7) +
                            "; PRAGMA synchronous = " + arguments.at(8) + ";" +
                            tables(std::stoi(arguments.at(6)));
  auto variants = open_variants(extension, directory, first, setup);
  race(variants, ddl_jobs(std::stoi(arguments.at(9))), rounds);
}

}  // namespace

int main(int count, char** arguments) {
  try {
    run({arguments, arguments + count});
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "sqlite_driver: %s\n", error.what());
    return 1;
  }
}
