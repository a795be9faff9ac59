// CREATE VIRTUAL TABLE as a structure. What the arguments mean is up to the module.
#pragma once

#include <string>
#include <vector>

#include "sqlite_create/head.h"

namespace ddltrail::create {

struct VirtualTable {
  Head head;
  std::string module;
  std::vector<std::string> arguments;  // as written
  bool operator==(const VirtualTable&) const = default;
};

/// From behind TABLE. Throws ReadError.
VirtualTable read_virtual_table(TokenStream& tokens, Head head);

}  // namespace ddltrail::create
