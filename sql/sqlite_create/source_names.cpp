#include "sqlite_create/source_names.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "sqlite_create/name.h"
#include "sqlite_create/token_stream.h"

namespace ddltrail::create {
namespace {

/// What may follow a FROM clause, or stand before one.
constexpr std::array<std::string_view, 12> kClauses = {"SELECT", "VALUES", "WHERE",     "GROUP",
                                                       "HAVING", "ORDER",  "LIMIT",     "UNION",
                                                       "EXCEPT", "SET",    "INTERSECT", ";"};

/// More than SQLite takes, and less than the stack does.
constexpr int kDeepest = 1000;

bool begins_clause(const SolidToken& token) {
  return std::any_of(kClauses.begin(), kClauses.end(),
                     [&](std::string_view clause) { return token.is(clause); });
}

/// What stands between two parentheses, or outside of all.
struct Scope {
  const Scope* outer = nullptr;
  std::vector<std::string> ctes = {};  // the names of WITH

  bool has_cte(const std::string& name) const {
    const auto is_it = [&](const std::string& cte) { return same_name(cte, name); };
    return std::any_of(ctes.begin(), ctes.end(), is_it) ||
           (outer != nullptr && outer->has_cte(name));
  }
};

class SourceReader {
 public:
  explicit SourceReader(std::string_view sql) : tokens_(sql) {}

  std::vector<std::string> read() {
    for (Scope scope; !tokens_.at_end(); tokens_.take()) read(scope, false);
    return std::move(names_);
  }

 private:
  /// Up to the parenthesis that closes it. `is_source`: it stands where a table may stand.
  void read(Scope& scope, bool is_source) {
    bool is_in_from = is_source;
    bool expects_source = is_source;
    SolidToken last;
    while (!tokens_.at_end() && !tokens_.peek().is(")")) {
      if (read_with(scope)) expects_source = false;
      if (tokens_.accept("(")) {
        read_inside(scope, std::exchange(expects_source, false));
        continue;
      }
      if (std::exchange(expects_source, false) && take_source(scope)) continue;
      const SolidToken token = tokens_.take();
      if (token.is(";")) scope.ctes.clear();
      if (begins_clause(token)) is_in_from = false;
      // IS DISTINCT FROM is an operator.
      if (token.is("FROM") && !last.is("DISTINCT")) is_in_from = expects_source = true;
      if (is_in_from && (token.is(",") || token.is("JOIN"))) expects_source = true;
      take_behind(token, scope);
      last = token;
    }
  }

  void read_inside(const Scope& scope, bool is_source) {
    if (++depth_ > kDeepest) tokens_.fail("fewer parentheses");
    Scope inner{&scope};
    read(inner, is_source);
    tokens_.accept(")");
    --depth_;
  }

  /// The names of a WITH that comes next; they hold for the bodies too.
  bool read_with(Scope& scope) {
    if (!tokens_.peek().is("WITH")) return false;
    auto names = cte_names(tokens_.peek(1).is("RECURSIVE") ? 2 : 1);
    if (names.empty()) return false;  // then the word is a name
    std::move(names.begin(), names.end(), std::back_inserter(scope.ctes));
    tokens_.take();
    return true;
  }

  /// Those of the list that begins at that token.
  std::vector<std::string> cte_names(std::size_t at) const {
    std::vector<std::string> names;
    while (may_be_name(tokens_.peek(at))) {
      auto name = unquoted(tokens_.peek(at++).text);
      if (tokens_.peek(at).is("(")) at = behind_parentheses(at);
      if (!tokens_.peek(at++).is("AS")) break;
      if (tokens_.peek(at).is("NOT")) ++at;
      if (tokens_.peek(at).is("MATERIALIZED")) ++at;
      if (!tokens_.peek(at).is("(")) break;
      names.push_back(std::move(name));
      at = behind_parentheses(at);
      if (!tokens_.peek(at++).is(",")) break;
    }
    return names;
  }

  std::size_t behind_parentheses(std::size_t at) const {
    int depth = 0;
    do {
      if (tokens_.peek(at).is("(")) ++depth;
      if (tokens_.peek(at).is(")")) --depth;
      ++at;
    } while (depth > 0 && tokens_.peek(at).kind != TokenKind::kEnd);
    return at;
  }

  static bool may_be_name(const SolidToken& token) {
    return token.is_name() || token.kind == TokenKind::kString;
  }

  /// The table behind IN, INSERT INTO and UPDATE.
  void take_behind(const SolidToken& token, const Scope& scope) {
    if (token.is("IN")) take_source(scope);
    if (token.is("UPDATE") && tokens_.accept("OR")) tokens_.take();
    if (token.is("INTO") || token.is("UPDATE")) take_source({});
  }

  /// False where something else comes next.
  bool take_source(const Scope& scope) {
    if (!may_be_name(tokens_.peek())) return false;
    auto name = tokens_.expect_name();
    if (tokens_.accept(".")) {
      if (may_be_name(tokens_.peek())) add(tokens_.expect_name());
    } else if (!scope.has_cte(name)) {
      add(std::move(name));
    }
    return true;
  }

  void add(std::string name) {
    const auto is_it = [&](const std::string& known) { return same_name(known, name); };
    if (std::none_of(names_.begin(), names_.end(), is_it)) names_.push_back(std::move(name));
  }

  TokenStream tokens_;
  int depth_ = 0;
  std::vector<std::string> names_;
};

}  // namespace

std::vector<std::string> source_names_in(std::string_view sql) { return SourceReader(sql).read(); }

}  // namespace ddltrail::create
