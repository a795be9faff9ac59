#include "migrate/script_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/error.h"

namespace ddltrail::migrate {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

void ScriptReader::skip(std::size_t count) {
  for (; count > 0 && !is_at_end(); --count)
    if (text_[at_++] == '\n') ++line_;
}

void ScriptReader::skip_past(std::string_view what, const char* name) {
  const std::size_t end = text_.find(what, at_);
  if (end == std::string_view::npos) refuse_end(line_, name);
  skip(end + what.size() - at_);
}

void ScriptReader::skip_quoted(char quote, const char* name) {
  const int line = line_;
  skip(1);
  while (!is_at_end()) {
    if (peek() != quote) {
      skip(1);
    } else if (peek(1) == quote) {
      skip(2);
    } else {
      return skip(1);
    }
  }
  refuse_end(line, name);
}

void ScriptReader::refuse_end(int line, const char* name) const {
  throw Error(fmt::format("{} has no end (line {})", name, line), "", "Mend the script.");
}

void ScriptReader::begin_statement() {
  if (has_statement()) return;
  start_ = at_;
  start_line_ = line_;
}

void ScriptReader::end_statement() {
  if (!has_statement()) return;
  pieces_.push_back({std::string(trimmed(statement())), start_line_, false});
  start_ = std::string_view::npos;
}

void ScriptReader::add_comment(std::size_t start, int line, std::size_t mark_before,
                               std::size_t mark_after) {
  if (has_statement()) return;
  std::string_view text = since(start);
  text = text.substr(mark_before, text.size() - mark_before - mark_after);
  for (std::size_t end = 0; end != std::string_view::npos; ++line) {
    end = text.find('\n');
    pieces_.push_back({std::string(trimmed(text.substr(0, end))), line, true});
    if (end != std::string_view::npos) text.remove_prefix(end + 1);
  }
}

void ScriptReader::line_comment() {
  const std::size_t start = at_;
  while (!is_at_end() && peek() != '\n') skip(1);
  add_comment(start, line_, 2, 0);
}

std::vector<Piece> ScriptReader::finish() {
  end_statement();
  return std::move(pieces_);
}

std::string first_words(std::string_view statement, int count) {
  std::string words;
  for (; count > 0; --count) {
    statement = trimmed(statement);
    std::size_t length = 0;
    while (length < statement.size() &&
           (is_lower(lower(statement[length])) || statement[length] == '_'))
      ++length;
    if (length == 0) break;
    words += (words.empty() ? "" : " ") + upper_case(std::string(statement.substr(0, length)));
    statement.remove_prefix(length);
  }
  return words;
}

}  // namespace ddltrail::migrate
