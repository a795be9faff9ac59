#include "sqlite_create/virtual_table.h"

namespace ddltrail::create {
namespace {

/// One argument, which may be empty.
std::string read_argument(TokenStream& tokens) {
  const auto ends = [&] { return tokens.peek().is(",") || tokens.peek().is(")"); };
  if (ends()) return {};
  return std::string(tokens.take_until<true>(ends));
}

}  // namespace

VirtualTable read_virtual_table(TokenStream& tokens, Head head) {
  VirtualTable table;
  table.head = std::move(head);
  tokens.expect("USING");
  table.module = tokens.expect_name();
  if (!tokens.accept("(")) return table;
  if (tokens.accept(")")) return table;
  do {
    table.arguments.push_back(read_argument(tokens));
  } while (tokens.accept(","));
  tokens.expect(")");
  return table;
}

}  // namespace ddltrail::create
