#include "copy_statement.h"

#include <algorithm>

#include "token.h"

namespace ddltrail {
namespace {

/// Thrown where the statement is not of the form that is looked for.
struct NoCopy {};

class Reader {
 public:
  explicit Reader(std::string_view sql) : tokens_(sql), next_(tokens_.next_solid()) {}

  CopyStatement read() {
    if (accept("CREATE"))
      read_created_table();
    else
      read_insert_target();
    expect("SELECT");
    if (!accept("ALL")) accept("DISTINCT");
    read_values();
    expect("FROM");
    read_source();
    name_values();
    return std::move(copy_);
  }

 private:
  void read_created_table() {
    copy_.creates_target = true;
    const bool is_temporary = accept("TEMP") || accept("TEMPORARY");
    expect("TABLE");
    if (accept("IF")) expect("NOT"), expect("EXISTS");
    copy_.target = read_table();
    if (is_temporary) copy_.target.schema = "temp";
    expect("AS");
  }

  void read_insert_target() {
    if (!accept("REPLACE")) {
      expect("INSERT");
      if (accept("OR")) take();
    }
    expect("INTO");
    copy_.target = read_table();
    if (accept("AS")) take();
    if (!accept("(")) return;
    do copy_.target_columns.push_back(expect_name());
    while (accept(","));
    expect(")");
  }

  CopyStatement::Table read_table() {
    const auto name = expect_name();
    if (!accept(".")) return {"", name};
    return {name, expect_name()};
  }

  void read_values() {
    if (accept("*")) return;
    copy_.values.emplace();
    do read_value();
    while (accept(","));
  }

  /// Up to the comma or FROM that ends it. The last two tokens tell whether it has an alias.
  void read_value() {
    std::vector<Token> tokens;
    for (int depth = 0; depth > 0 || !(is(",") || is("FROM")); tokens.push_back(take())) {
      if (is("(")) ++depth;
      if (is(")") && --depth < 0) throw NoCopy();
      if (next_.kind == TokenKind::kEnd || is(";")) throw NoCopy();
    }
    values_.push_back(std::move(tokens));
  }

  void read_source() {
    copy_.source = read_table();
    if (accept("AS"))
      alias_ = expect_name();
    else if (is_name() && !ends_source())
      alias_ = expect_name();
    if (!ends_source()) throw NoCopy();
  }

  bool ends_source() const {
    for (const auto* keyword : {"WHERE", "ORDER", "LIMIT", "ON", ";"}) {
      if (is(keyword)) return true;
    }
    return next_.kind == TokenKind::kEnd;
  }

  void name_values() {
    if (values_.size() == 1 && is_star(values_[0])) copy_.values.reset();
    if (!copy_.values) return;
    for (auto& tokens : values_) {
      CopyStatement::Value value;
      value.name = take_alias(tokens);
      value.column = column_of(tokens);
      if (!value.name) value.name = value.column;
      copy_.values->push_back(std::move(value));
    }
  }

  bool is_star(const std::vector<Token>& tokens) const {
    return tokens.size() == 3 && names_source(tokens[0]) && tokens[1].text == "." &&
           tokens[2].text == "*";
  }

  static std::optional<std::string> take_alias(std::vector<Token>& tokens) {
    if (tokens.size() < 3 || !same_name(tokens[tokens.size() - 2].text, "AS")) return std::nullopt;
    const auto alias = unquoted(tokens.back().text);
    tokens.resize(tokens.size() - 2);
    return alias;
  }

  /// `name`, `table.name` or `schema.table.name`; a string, a number or NULL is not a column.
  std::optional<std::string> column_of(const std::vector<Token>& tokens) const {
    if (tokens.empty() || tokens.size() % 2 == 0 || tokens.size() > 5) return std::nullopt;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const bool is_separator = i % 2 == 1;
      if (is_separator ? tokens[i].text != "." : !is_column_name(tokens[i])) return std::nullopt;
    }
    if (tokens.size() > 1 && !names_source(tokens[tokens.size() - 3])) return std::nullopt;
    return unquoted(tokens.back().text);
  }

  bool names_source(const Token& token) const {
    const auto name = unquoted(token.text);
    return same_name(name, alias_.value_or(copy_.source.name));
  }

  static bool is_column_name(const Token& token) {
    return token.kind == TokenKind::kQuotedName ||
           (token.kind == TokenKind::kWord && !same_name(token.text, "NULL"));
  }

  bool is(std::string_view expected) const {
    return next_.kind != TokenKind::kQuotedName && !next_.is_literal() &&
           same_name(next_.text, expected);
  }
  bool is_name() const { return is_column_name(next_) || next_.kind == TokenKind::kString; }

  Token take() {
    const Token token = next_;
    next_ = tokens_.next_solid();
    return token;
  }

  bool accept(std::string_view expected) {
    if (!is(expected)) return false;
    take();
    return true;
  }

  void expect(std::string_view expected) {
    if (!accept(expected)) throw NoCopy();
  }

  std::string expect_name() {
    if (!is_name()) throw NoCopy();
    return unquoted(take().text);
  }

  Tokenizer tokens_;
  Token next_;
  CopyStatement copy_;
  std::vector<std::vector<Token>> values_;
  std::optional<std::string> alias_;
};

bool mentions_select(std::string_view sql) {
  constexpr std::string_view kSelect = "SELECT";
  const auto is_same = [](char c, char of_keyword) { return upper(c) == of_keyword; };
  return std::search(sql.begin(), sql.end(), kSelect.begin(), kSelect.end(), is_same) != sql.end();
}

}  // namespace

std::optional<CopyStatement> read_copy_statement(std::string_view sql) {
  // Most statements in a transaction insert values.
  if (!mentions_select(sql)) return std::nullopt;
  try {
    return Reader(sql).read();
  } catch (const NoCopy&) {
    return std::nullopt;
  }
}

}  // namespace ddltrail
