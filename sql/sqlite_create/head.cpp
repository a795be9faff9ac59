#include "sqlite_create/head.h"

#include "sqlite_create/name.h"

namespace ddltrail::create {

void read_name(TokenStream& tokens, Head& head) {
  if (tokens.accept("IF", "NOT")) {
    tokens.expect("EXISTS");
    head.if_not_exists = true;
  }
  head.name = tokens.expect_name();
  if (!tokens.accept(".")) return;
  head.schema = std::move(head.name);
  head.name = tokens.expect_name();
}

std::string print_name(const Head& head) {
  const std::string schema = head.schema.empty() ? "" : quoted(head.schema) + ".";
  return (head.if_not_exists ? "IF NOT EXISTS " : "") + schema + quoted(head.name);
}

}  // namespace ddltrail::create
