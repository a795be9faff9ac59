// What every CREATE begins with: whether it is temporary, and the name.
#pragma once

#include <string>

#include "sqlite_create/token_stream.h"

namespace ddltrail::create {

struct Head {
  bool is_temporary = false;
  bool if_not_exists = false;
  std::string schema;  // empty: none is written
  std::string name;
  bool operator==(const Head&) const = default;
};

/// Reads from IF NOT EXISTS or the name on; TEMP stands before the kind.
void read_name(TokenStream& tokens, Head& head);

std::string print_name(const Head& head);

}  // namespace ddltrail::create
