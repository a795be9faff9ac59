// Statements of PostgreSQL, parted as psql parts them: a semicolon in parentheses, in a string of
// whatever kind, in a comment, or in the body of a function of standard SQL (BEGIN ATOMIC ... END)
// ends nothing.
#include <cstring>

#include "base/ascii.h"
#include "migrate/script_reader.h"
#include "migrate/statements.h"

namespace ddltrail::migrate {
namespace {

bool starts_word(char c) { return is_lower(lower(c)) || c == '_' || (c & 0x80) != 0; }
bool goes_on_word(char c) { return starts_word(c) || is_digit(c) || c == '$'; }

class PostgresReader {
 public:
  explicit PostgresReader(std::string_view text) : reader_(text) {}

  std::vector<Piece> run() {
    while (!reader_.is_at_end()) next();
    if (parentheses_ > 0) refuse_end("a parenthesis");
    if (blocks_ > 0) refuse_end("the body of a routine");
    return reader_.finish();
  }

 private:
  void refuse_end(const char* name) const { reader_.refuse_end(reader_.statement_line(), name); }

  void next() {
    const char c = reader_.peek();
    if (is_space(c)) return reader_.skip(1);
    if (reader_.is_at("--")) return reader_.line_comment();
    if (reader_.is_at("/*")) return block_comment();
    if (c == ';' && parentheses_ == 0 && blocks_ == 0) return semicolon();
    reader_.begin_statement();
    if (c == '\'') return reader_.skip_quoted('\'', "a string");
    if (c == '"') return reader_.skip_quoted('"', "a name in quotes");
    if (c == '$') return dollar();
    if (starts_word(c)) return word();
    if (is_digit(c)) return number();
    if (c == '(') ++parentheses_;
    if (c == ')' && parentheses_ > 0) --parentheses_;
    reader_.skip(1);
  }

  void semicolon() {
    reader_.end_statement();
    reader_.skip(1);
    words_.clear();
  }

  /// One in another is part of it.
  void block_comment() {
    const std::size_t start = reader_.at();
    const int line = reader_.line();
    int depth = 0;
    do {
      if (reader_.is_at_end()) reader_.refuse_end(line, "a comment");
      const bool opens = reader_.is_at("/*"), closes = reader_.is_at("*/");
      depth += opens ? 1 : closes ? -1 : 0;
      reader_.skip(opens || closes ? 2 : 1);
    } while (depth > 0);
    reader_.add_comment(start, line, 2, 2);
  }

  /// $1 is a parameter; $$ and $tag$ begin a string that goes on to where the same stands again.
  void dollar() {
    std::size_t length = 1;
    if (starts_word(reader_.peek(1)))
      while (goes_on_word(reader_.peek(length)) && reader_.peek(length) != '$') ++length;
    if (reader_.peek(length) != '$') return reader_.skip(1);
    const std::size_t start = reader_.at();
    reader_.skip(length + 1);
    reader_.skip_past(reader_.since(start), "a string in dollars");
  }

  /// 1e5 is no word.
  void number() {
    while (is_digit(reader_.peek()) || starts_word(reader_.peek())) reader_.skip(1);
  }

  void word() {
    const std::size_t start = reader_.at();
    while (goes_on_word(reader_.peek())) reader_.skip(1);
    const std::string word = upper_case(std::string(reader_.since(start)));
    if (word == "E" && reader_.peek() == '\'') return escaped_string();
    if (words_.size() < 4) words_.push_back(word);
    if (parentheses_ == 0 && is_routine()) block(word);
  }

  /// E'...', in which a backslash takes the next character with it.
  void escaped_string() {
    const int line = reader_.line();
    reader_.skip(1);
    while (!reader_.is_at_end()) {
      if (reader_.is_at("''") || reader_.peek() == '\\') {
        reader_.skip(2);
      } else if (reader_.peek() == '\'') {
        return reader_.skip(1);
      } else {
        reader_.skip(1);
      }
    }
    reader_.refuse_end(line, "a string");
  }

  /// CASE has an END of its own.
  void block(const std::string& word) {
    if (word == "BEGIN" || (word == "CASE" && blocks_ > 0)) ++blocks_;
    if (word == "END" && blocks_ > 0) --blocks_;
  }

  bool is_routine() const {
    if (words_.empty() || words_[0] != "CREATE") return false;
    const std::size_t kind =
        words_.size() > 2 && words_[1] == "OR" && words_[2] == "REPLACE" ? 3 : 1;
    return kind < words_.size() && (words_[kind] == "FUNCTION" || words_[kind] == "PROCEDURE");
  }

  ScriptReader reader_;
  int parentheses_ = 0;
  int blocks_ = 0;
  std::vector<std::string> words_;  // the first of the statement
};

}  // namespace

std::vector<Piece> split_postgres(std::string_view script) { return PostgresReader(script).run(); }

}  // namespace ddltrail::migrate
