#include "sqlite_create/statement.h"

namespace ddltrail::create {
namespace {

Statement read_kind(TokenStream& tokens) {
  tokens.expect("CREATE");
  Head head;
  head.is_temporary = tokens.accept("TEMP") || tokens.accept("TEMPORARY");
  const auto named = [&] {
    read_name(tokens, head);
    return std::move(head);
  };
  if (tokens.accept("TABLE")) return read_table(tokens, named());
  if (tokens.accept("VIEW")) return read_view(tokens, named());
  if (tokens.accept("TRIGGER")) return read_trigger(tokens, named());
  if (tokens.accept("VIRTUAL", "TABLE")) return read_virtual_table(tokens, named());
  const bool is_unique = tokens.accept("UNIQUE");
  tokens.expect("INDEX");
  return read_index(tokens, named(), is_unique);
}

}  // namespace

Statement read_statement(std::string_view sql) {
  TokenStream tokens(sql);
  auto statement = read_kind(tokens);
  while (tokens.accept(";")) continue;
  if (!tokens.at_end()) tokens.fail("the end");
  return statement;
}

}  // namespace ddltrail::create
