// What the readers of both engines' scripts share: where they stand, and what they found so far.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "migrate/statements.h"

namespace ddltrail::migrate {

class ScriptReader {
 public:
  explicit ScriptReader(std::string_view text) : text_(text) {}

  bool is_at_end() const { return at_ >= text_.size(); }
  std::size_t at() const { return at_; }
  /// The character that stands so far ahead; 0 behind the end.
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool is_at(std::string_view what) const { return text_.substr(at_).starts_with(what); }
  std::string_view since(std::size_t start) const { return text_.substr(start, at_ - start); }
  void skip(std::size_t count);
  /// Goes behind the next place where `what` stands. Throws Error, which calls what has no end
  /// `name`, where there is none.
  void skip_past(std::string_view what, const char* name);
  /// Over text in quotes, in which a doubled quote stands for one.
  void skip_quoted(char quote, const char* name);
  [[noreturn]] void refuse_end(int line, const char* name) const;

  bool has_statement() const { return start_ != std::string_view::npos; }
  /// What stands here belongs to a statement, and begins one where none is under way.
  void begin_statement();
  /// What has been read of the statement that is under way.
  std::string_view statement() const { return since(start_); }
  /// Ends the statement before what stands here, if one is under way.
  void end_statement();
  /// `start`: where the comment begins that has just been read. `mark`: how long its marks are.
  void add_comment(std::size_t start, int line, std::size_t mark_before, std::size_t mark_after);
  /// Takes the comment that stands here, from its two dashes to the end of the line.
  void line_comment();
  int line() const { return line_; }
  /// Where the statement that is under way, or the last one, begins.
  int statement_line() const { return start_line_; }
  std::vector<Piece> finish();

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::size_t start_ = std::string_view::npos;
  int start_line_ = 1;
  std::vector<Piece> pieces_;
};

std::string_view trimmed(std::string_view text);

}  // namespace ddltrail::migrate
