// One connection to PostgreSQL with the settings that readers of the contract need. The only user
// of libpqxx: its exceptions end here.
#pragma once

#include <memory>
#include <pqxx/pqxx>
#include <string>
#include <utility>

#include "base/error.h"
#include "model/row.h"

namespace ddltrail {

inline constexpr const char* kInsufficientPrivilege = "42501";

/// A failed statement whose SQLSTATE the caller may want to look at.
struct StatementFailure {
  std::string sqlstate;
  std::string message;
};

/// The message of the server without its prefix and what follows it.
std::string first_line(std::string_view text);

class Session {
 public:
  /// Throws Error where the server cannot be reached or refuses.
  explicit Session(const std::string& url);

  /// Begins the one read-only snapshot that everything after it is read in; once more after a
  /// failure.
  void begin_snapshot();
  /// Leaves it.
  void end_snapshot();
  /// Before relations are read in the snapshot: settings that go to the server with the first
  /// query.
  void prepare_relations();
  /// Throws StatementFailure.
  template <class... Parameters>
  pqxx::result query(const std::string& sql, const Parameters&... parameters) {
    return guarded([&] { return work_->exec_params(sql, parameters...); });
  }
  void execute(const std::string& sql);
  /// Without the warnings of the server.
  void execute_quietly(const std::string& sql);
  /// Calls `take` with each row of a query; in the snapshot. Only some rows are in memory at a
  /// time. Throws StatementFailure.
  template <class Struct, class Take>
  void for_each(const std::string& sql, Take take);
  /// A string as an SQL literal.
  std::string quote(const std::string& text) const { return connection_->quote(text); }
  /// Turns a StatementFailure into the Error that people see.
  [[noreturn]] void explain(const StatementFailure& failure) const;
  const std::string& shown_url() const { return shown_url_; }

 private:
  template <class Work>
  auto guarded(Work work) {
    try {
      return work();
    } catch (const pqxx::broken_connection& error) {
      throw Error("lost the connection to the database", shown_url_,
                  "Check that the server runs and run again; nothing was lost.");
    } catch (const pqxx::insufficient_privilege& error) {  // libpqxx 6.4 loses its SQLSTATE
      throw StatementFailure{kInsufficientPrivilege, error.what()};
    } catch (const pqxx::sql_error& error) {
      throw StatementFailure{error.sqlstate(), error.what()};
    }
  }

  std::string shown_url_;
  bool was_begun_ = false;
  std::string before_reading_;  // runs with the next query of for_each
  std::unique_ptr<pqxx::connection> connection_;
  std::unique_ptr<pqxx::nontransaction> work_;
};

/// A row of a result, from a given column on.
class PostgresRow : public Row {
 public:
  PostgresRow(const pqxx::row& row, int first_column)
      : field_(row.begin()), first_column_(first_column) {}
  std::optional<std::string_view> text(int column) const override {
    field_ += first_column_ + column - static_cast<int>(field_.num());
    if (field_.is_null()) return std::nullopt;
    return std::string_view(field_.c_str(), field_.size());
  }

 private:
  mutable pqxx::const_row_iterator field_;  // moves: a field of its own holds a share of the result
  int first_column_;
};

template <class Struct>
std::vector<Struct> read_rows(const pqxx::result& result) {
  std::vector<Struct> rows;
  rows.reserve(result.size());
  for (const pqxx::row& row : result) rows.push_back(read_row<Struct>(PostgresRow(row, 0)));
  return rows;
}

template <class Struct, class Take>
void Session::for_each(const std::string& sql, Take take) {
  constexpr int kAtOnce = 2000;
  const std::string fetch = "FETCH " + std::to_string(kAtOnce) + " FROM row_reader";
  std::string next = std::exchange(before_reading_, "CLOSE ALL; ") +
                     "DECLARE row_reader NO SCROLL CURSOR FOR " + sql + "; " + fetch;
  for (int count = kAtOnce; count == kAtOnce; next = fetch) {
    const pqxx::result rows = guarded([&] { return work_->exec(next); });
    for (const pqxx::row& row : rows) take(read_row<Struct>(PostgresRow(row, 0)));
    count = static_cast<int>(rows.size());
  }
}

}  // namespace ddltrail
