// CREATE TABLE: columns, constraints, options.
#include "sqlite_create/constraint_reader.h"
#include "sqlite_create/table.h"

namespace ddltrail::create {
namespace {

bool is_type_word(const SolidToken& token) {
  if (token.kind == TokenKind::kString || token.kind == TokenKind::kQuotedName) return true;
  return token.kind == TokenKind::kWord &&
         (!token.keyword || token.keyword->use == KeywordUse::kName);
}

std::size_t signed_number_length(const TokenStream& tokens, std::size_t from) {
  const bool has_sign = tokens.peek(from).is("-") || tokens.peek(from).is("+");
  const auto number = from + (has_sign ? 1 : 0);
  if (tokens.peek(number).kind != TokenKind::kNumber) tokens.fail("a type");
  return has_sign ? 2 : 1;
}

/// The number of tokens of a type.
std::size_t type_length(const TokenStream& tokens) {
  std::size_t length = 0;
  while (is_type_word(tokens.peek(length))) ++length;
  if (length == 0 || !tokens.peek(length).is("(")) return length;
  ++length;
  length += signed_number_length(tokens, length);
  if (tokens.peek(length).is(",")) length += 1 + signed_number_length(tokens, length + 1);
  if (!tokens.peek(length).is(")")) tokens.fail("a type");
  return length + 1;
}

class TableReader {
 public:
  TableReader(TokenStream& tokens, Head head) : tokens_(tokens) { table_.head = std::move(head); }

  Table read() {
    if (tokens_.accept("AS")) {
      table_.query = tokens_.take_query();
      return std::move(table_);
    }
    tokens_.expect("(");
    read_members();
    tokens_.expect(")");
    read_options();
    return std::move(table_);
  }

 private:
  void read_members() {
    do {
      if (!table_.columns.empty() && begins_constraint()) return read_constraints();
      read_column();
    } while (tokens_.accept(","));
  }

  bool begins_constraint() const {
    const auto& token = tokens_.peek();
    return token.is("CONSTRAINT") || token.is("PRIMARY") || token.is("UNIQUE") ||
           token.is("CHECK") || token.is("FOREIGN");
  }

  void read_column() {
    Column column{tokens_.expect_name(), {}, {}};
    if (const auto length = type_length(tokens_); length > 0)
      column.type = tokens_.take_text(length);
    table_.columns.push_back(std::move(column));
    while (read_column_part()) continue;
  }

  /// A constraint, what is deferrable of a foreign key before, or a name without a constraint.
  bool read_column_part() {
    auto name = read_constraint_name(tokens_);
    const bool has_name = name.has_value();
    if (const auto deferral = read_deferral(tokens_); deferral != Deferral::kNone) {
      defer(deferral);
      return true;
    }
    auto constraint = read_column_constraint(tokens_, std::move(name));
    const bool has_constraint = constraint.has_value();
    if (has_constraint) add(std::move(*constraint));
    return has_constraint || has_name;
  }

  void add(ColumnConstraint constraint) {
    auto& constraints = table_.columns.back().constraints;
    if (std::holds_alternative<Reference>(constraint.rule))
      reference_ = {table_.columns.size() - 1, constraints.size()};
    constraints.push_back(std::move(constraint));
  }

  /// SQLite takes it for the foreign key before, wherever that stands.
  void defer(Deferral deferral) {
    if (!reference_) return;
    auto& constraint = table_.columns[reference_->column].constraints[reference_->place];
    std::get<Reference>(constraint.rule).deferral = deferral;
  }

  /// The commas between them may be missing.
  void read_constraints() {
    while (begins_constraint() || tokens_.previous().is(",")) {
      auto name = read_constraint_name(tokens_);
      const bool has_name = name.has_value();
      auto constraint = read_table_constraint(tokens_, std::move(name));
      if (!constraint && !has_name) tokens_.fail("a constraint");
      if (constraint) table_.constraints.push_back(std::move(*constraint));
      tokens_.accept(",");
    }
  }

  /// None may stand before the first comma.
  void read_options() {
    if (tokens_.at_end() || tokens_.peek().is(";")) return;
    if (!tokens_.peek().is(",")) read_option();
    while (tokens_.accept(",")) read_option();
  }

  void read_option() {
    if (tokens_.accept("WITHOUT")) {
      expect_option("ROWID");
      table_.is_without_rowid = true;
    } else {
      expect_option("STRICT");
      table_.is_strict = true;
    }
  }

  void expect_option(std::string_view option) {
    if (!same_name(tokens_.peek().text, option)) tokens_.fail("a table option");
    tokens_.take();
  }

  /// Where the last foreign key of a column stands.
  struct Place {
    std::size_t column;
    std::size_t place;
  };

  TokenStream& tokens_;
  Table table_;
  std::optional<Place> reference_;
};

}  // namespace

Table read_table(TokenStream& tokens, Head head) {
  return TableReader(tokens, std::move(head)).read();
}

}  // namespace ddltrail::create
