#include "sqlite_create/expression.h"

#include "sqlite_create/name.h"
#include "sqlite_create/token_stream.h"

namespace ddltrail::create {
namespace {

bool is_sign(const SolidToken& token) { return token.is("-") || token.is("+") || token.is("~"); }

/// Writes tokens with the spaces that normal_form() gives them.
class NormalWriter {
 public:
  void write(const SolidToken& token) {
    const bool is_unary = is_sign(token) && !ends_operand(last_);
    if (!text_.empty() && !is_glued(token)) text_ += ' ';
    const bool is_reserved = token.keyword && token.keyword->use == KeywordUse::kReserved;
    text_ += is_reserved ? token.keyword->text : token.text;
    is_unary_ = is_unary;
    last_ = token;
  }

  std::string take() { return std::move(text_); }

 private:
  /// Never where the two would be one token, or a comment.
  bool is_glued(const SolidToken& token) const {
    if (last_.is("(") || token.is(")") || token.is(",")) return true;
    if (token.is("(")) return last_.is_name() && ends_operand(last_);
    if (token.is(".")) return last_.is_name();
    if (last_.is(".")) return token.is_name() || token.is("*");
    return is_unary_ && token.text[0] != '-' && token.text[0] != '+' && token.text[0] != '>';
  }

  std::string text_;
  SolidToken last_;
  bool is_unary_ = false;
};

/// Steps over the type of a CAST.
void skip_type(TokenStream& tokens) {
  while (tokens.peek().is_name()) tokens.take();
}

}  // namespace

std::string normal_form(std::string_view expression) {
  TokenStream tokens(expression);
  NormalWriter writer;
  while (!tokens.at_end()) writer.write(tokens.take());
  return writer.take();
}

std::vector<std::string> names_in(std::string_view expression) {
  std::vector<std::string> names;
  TokenStream tokens(expression);
  SolidToken last;
  while (!tokens.at_end()) {
    const SolidToken token = tokens.take();
    const bool is_operand = token.is_name() && !ends_operand(last) && !last.is("COLLATE");
    const bool is_column = is_operand && !tokens.peek().is("(") && !tokens.peek().is(".");
    if (is_column) names.push_back(unquoted(token.text));
    if (token.is("AS")) skip_type(tokens);
    last = token;
  }
  return names;
}

}  // namespace ddltrail::create
