#include "sqlite_create/view.h"

#include "sqlite_create/constraint_reader.h"

namespace ddltrail::create {

View read_view(TokenStream& tokens, Head head) {
  View view;
  view.head = std::move(head);
  view.columns = read_name_list(tokens);
  tokens.expect("AS");
  view.query = tokens.take_query();
  return view;
}

}  // namespace ddltrail::create
