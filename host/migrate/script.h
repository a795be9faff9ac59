// One direction of a migration: sections of statements, each a transaction or not, and what is
// said about them. In a file of SQL comments between statements say it:
//   -- ddltrail: no-transaction     each statement from here on stands for itself
//   -- ddltrail: transaction        from here on they are one transaction again
//   -- ddltrail: foreign-keys-off   SQLite: made without enforcing foreign keys, so they are
//   checked
//   -- cannot be undone: table users: its rows are gone
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "migrate/dialect.h"

namespace ddltrail::migrate {

struct Statement {
  std::string sql;
  int line = 0;  ///< of the file
};

struct Section {
  bool is_transactional = true;
  std::vector<Statement> statements;
};

struct Script {
  std::string path;                  ///< for people
  std::vector<std::string> remarks;  ///< written above the statements, not read
  std::vector<std::string> lost;     ///< what cannot be undone
  bool has_foreign_keys_off = false;
  std::vector<Section> sections;  ///< none is empty

  /// What is one transaction can fail without a trace.
  bool is_one_transaction() const;
  bool has_transactions_only() const;
  std::size_t statement_count() const;
  /// Changes with the first `count` statements and how they are run; not with comments and white
  /// space between them.
  std::string checksum(std::size_t count) const;
  std::string checksum() const { return checksum(statement_count()); }
};

/// Where a text stands, and how its statements run until a mark says otherwise.
struct Frame {
  std::string path;
  int first_line = 1;
  bool is_transactional = true;
};

/// Reads what write_script() wrote, and what people write. Throws Error where a mark is unknown, or
/// a transaction is ended that the runner began.
Script read_script(std::string_view text, const Frame& frame, const Dialect& dialect);

/// The statement with its semicolon and a line end.
std::string terminated(const std::string& statement);

/// `is_transactional`: of the frame that it is read in.
std::string write_script(const Script& script, bool is_transactional = true);

/// A section for each run of statements of the same kind.
void add_statement(Script& script, std::string sql, bool is_transactional, int line = 0);

}  // namespace ddltrail::migrate
