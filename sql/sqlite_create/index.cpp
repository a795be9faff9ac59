#include "sqlite_create/index.h"

namespace ddltrail::create {

Index read_index(TokenStream& tokens, Head head, bool is_unique) {
  Index index;
  index.head = std::move(head);
  index.is_unique = is_unique;
  tokens.expect("ON");
  index.table = tokens.expect_name();
  tokens.expect("(");
  index.columns = read_indexed_columns(tokens);
  tokens.expect(")");
  if (tokens.accept("WHERE"))
    index.predicate = {std::string(tokens.take_until([&] { return tokens.peek().is(";"); }))};
  return index;
}

}  // namespace ddltrail::create
