// Statements of SQLite: SQLite itself says where the body of a trigger ends.
#include "base/ascii.h"
#include "base/sqlite.h"
#include "migrate/script_reader.h"
#include "migrate/statements.h"

namespace ddltrail::migrate {
namespace {

class SqliteReader {
 public:
  explicit SqliteReader(std::string_view text) : reader_(text) {}

  std::vector<Piece> run() {
    while (!reader_.is_at_end()) next();
    if (reader_.has_statement() && !is_complete())
      reader_.refuse_end(reader_.statement_line(), "the body of a trigger");
    return reader_.finish();
  }

 private:
  void next() {
    const char c = reader_.peek();
    if (is_space(c)) return reader_.skip(1);
    if (reader_.is_at("--")) return reader_.line_comment();
    if (reader_.is_at("/*")) return block_comment();
    if (c == ';') return semicolon();
    reader_.begin_statement();
    if (c == '\'') return reader_.skip_quoted(c, "a string");
    if (c == '"' || c == '`') return reader_.skip_quoted(c, "a name in quotes");
    if (c == '[') return reader_.skip_past("]", "a name in brackets");
    reader_.skip(1);
  }

  bool is_complete() const { return sqlite::is_complete(std::string(reader_.statement()) + "\n;"); }

  void semicolon() {
    if (!reader_.has_statement() || is_complete()) reader_.end_statement();
    reader_.skip(1);
  }

  void block_comment() {
    const std::size_t start = reader_.at();
    const int line = reader_.line();
    reader_.skip(2);
    reader_.skip_past("*/", "a comment");
    reader_.add_comment(start, line, 2, 2);
  }

  ScriptReader reader_;
};

}  // namespace

std::vector<Piece> split_sqlite(std::string_view script) { return SqliteReader(script).run(); }

}  // namespace ddltrail::migrate
