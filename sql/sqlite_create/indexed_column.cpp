#include "sqlite_create/indexed_column.h"

#include "sqlite_create/name.h"

namespace ddltrail::create {
namespace {

/// ASC or DESC behind an operand; elsewhere they are names.
bool is_order(const TokenStream& tokens) {
  const bool is_word = tokens.peek().is("ASC") || tokens.peek().is("DESC");
  return is_word && ends_operand(tokens.previous());
}

IndexedColumn read_indexed_column(TokenStream& tokens) {
  IndexedColumn column;
  column.expression.text = tokens.take_until([&] {
    return tokens.peek().is(",") || tokens.peek().is(")") || tokens.peek().is("AUTOINCREMENT") ||
           is_order(tokens);
  });
  column.is_descending = tokens.accept("DESC");
  if (!column.is_descending) tokens.accept("ASC");
  return column;
}

}  // namespace

IndexedColumn IndexedColumn::of(const std::string& column) { return {{quoted(column)}, false}; }

/// The parentheses are balanced already, so that it does not matter where they close. Of several
/// collations the outermost counts.
std::optional<NamedColumn> named_column(const IndexedColumn& column) {
  TokenStream tokens(column.expression.text);
  while (tokens.accept("(")) continue;
  if (!tokens.peek().is_name() && tokens.peek().kind != TokenKind::kString) return std::nullopt;
  NamedColumn named{unquoted(tokens.take().text), {}};
  while (!tokens.at_end()) {
    if (tokens.accept(")")) continue;
    if (!tokens.accept("COLLATE") || tokens.at_end()) return std::nullopt;
    named.collation = unquoted(tokens.take().text);
  }
  return named;
}

std::vector<IndexedColumn> read_indexed_columns(TokenStream& tokens) {
  std::vector<IndexedColumn> columns;
  do {
    columns.push_back(read_indexed_column(tokens));
  } while (tokens.accept(","));
  return columns;
}

std::string print(const std::vector<IndexedColumn>& columns) {
  std::string text;
  for (const auto& column : columns) {
    text += (text.empty() ? "" : ", ") + column.expression.text;
    if (column.is_descending) text += " DESC";
  }
  return text;
}

}  // namespace ddltrail::create
