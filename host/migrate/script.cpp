#include "migrate/script.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "base/error.h"
#include "base/hash.h"
#include "migrate/script_reader.h"

namespace ddltrail::migrate {
namespace {

constexpr std::string_view kMark = "ddltrail:";
constexpr std::string_view kLost = "cannot be undone:";

[[noreturn]] void refuse(const std::string& what, const std::string& path, int line,
                         const std::string& hint) {
  throw Error(fmt::format("{} (line {})", what, line), path, hint);
}

/// The history would not tell what is so where a migration ended the transaction by itself.
bool ends_transaction(std::string_view sql) {
  static const std::set<std::string> kWords{
      "BEGIN", "COMMIT", "END", "ABORT", "START TRANSACTION", "PREPARE TRANSACTION"};
  if (kWords.contains(first_words(sql, 1)) || kWords.contains(first_words(sql, 2))) return true;
  const std::string words = first_words(sql, 3);
  return words.starts_with("ROLLBACK") && words.find(" TO") == std::string::npos;
}

/// The words of the server would go to where nobody sends rows.
bool reads_input(std::string_view sql) {
  return first_words(sql, 1) == "COPY" &&
         upper_case(std::string(sql)).find("FROM STDIN") != std::string::npos;
}

class ScriptText {
 public:
  ScriptText(const Frame& frame, const Dialect& dialect)
      : dialect_(dialect),
        before_(frame.first_line - 1),
        is_transactional_(frame.is_transactional) {
    script_.path = frame.path;
  }

  void add(const Piece& piece) { piece.is_comment ? add_comment(piece) : add_statement(piece); }
  Script finish() { return std::move(script_); }

 private:
  void add_comment(const Piece& piece) {
    const std::string_view text = piece.text;
    if (text.starts_with(kLost))
      script_.lost.emplace_back(trimmed(one_line(std::string(text.substr(kLost.size())))));
    else if (text.starts_with(kMark))
      mark(trimmed(text.substr(kMark.size())), piece.line);
  }

  void mark(std::string_view name, int line) {
    if (name == "transaction" || name == "no-transaction")
      is_transactional_ = name == "transaction";
    else if (name == "foreign-keys-off" && dialect_.foreign_keys_off)
      script_.has_foreign_keys_off = true;
    else
      refuse(fmt::format("there is no mark \"{}\"", name), script_.path, before_ + line,
             "There are transaction, no-transaction and, for SQLite, foreign-keys-off.");
  }

  void add_statement(const Piece& piece) {
    if (is_transactional_ && ends_transaction(piece.text))
      refuse("a migration may not begin or end its transaction", script_.path, before_ + piece.line,
             "Take it out: each migration runs in a transaction. Without one: put the line "
             "-- ddltrail: no-transaction before it.");
    if (reads_input(piece.text))
      refuse("a migration cannot read rows that follow in the file", script_.path,
             before_ + piece.line, "Write INSERT instead of COPY ... FROM STDIN.");
    migrate::add_statement(script_, piece.text, is_transactional_, before_ + piece.line);
  }

  const Dialect& dialect_;
  int before_;
  bool is_transactional_;
  Script script_;
};

void write_comments(std::string& text, std::string_view mark,
                    const std::vector<std::string>& lines) {
  for (const std::string& line : lines) text += fmt::format("-- {}{}\n", mark, one_line(line));
}

}  // namespace

bool Script::is_one_transaction() const {
  return sections.empty() || (sections.size() == 1 && sections.front().is_transactional);
}

bool Script::has_transactions_only() const {
  return std::all_of(sections.begin(), sections.end(),
                     [](const Section& section) { return section.is_transactional; });
}

std::size_t Script::statement_count() const {
  std::size_t count = 0;
  for (const Section& section : sections) count += section.statements.size();
  return count;
}

std::string Script::checksum(std::size_t count) const {
  std::string text = has_foreign_keys_off ? "foreign-keys-off\n" : "";
  for (const Section& section : sections) {
    if (count == 0) break;
    text += section.is_transactional ? "transaction\n" : "no-transaction\n";
    for (const Statement& statement : section.statements) {
      if (count == 0) break;
      text += statement.sql + ";\n";
      --count;
    }
  }
  return stable_hash(text);
}

Script read_script(std::string_view text, const Frame& frame, const Dialect& dialect) {
  ScriptText script(frame, dialect);
  try {
    for (const Piece& piece : dialect.split(text)) script.add(piece);
  } catch (const Error& error) {
    if (!error.object().empty()) throw;
    throw Error(error.what(), frame.path, error.hint());
  }
  return script.finish();
}

std::string terminated(const std::string& statement) {
  const std::size_t line = statement.rfind('\n');
  const bool may_end_in_comment =
      statement.find("--", line == std::string::npos ? 0 : line) != std::string::npos;
  return statement + (may_end_in_comment ? "\n;\n" : ";\n");
}

std::string write_script(const Script& script, bool is_transactional) {
  std::string text;
  write_comments(text, "", script.remarks);
  write_comments(text, "cannot be undone: ", script.lost);
  if (script.has_foreign_keys_off) text += "-- ddltrail: foreign-keys-off\n";
  for (const Section& section : script.sections) {
    if (section.is_transactional != is_transactional)
      text += section.is_transactional ? "\n-- ddltrail: transaction\n"
                                       : "\n-- ddltrail: no-transaction\n";
    is_transactional = section.is_transactional;
    for (const Statement& statement : section.statements) text += terminated(statement.sql);
  }
  return text;
}

void add_statement(Script& script, std::string sql, bool is_transactional, int line) {
  if (script.sections.empty() || script.sections.back().is_transactional != is_transactional)
    script.sections.push_back({is_transactional, {}});
  script.sections.back().statements.push_back({std::move(sql), line});
}

}  // namespace ddltrail::migrate
