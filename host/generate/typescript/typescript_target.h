// TypeScript for Kysely.
#pragma once

#include <memory>
#include <string>

#include "generate/target.h"
#include "generate/typescript/value_type.h"

namespace ddltrail::typescript {

struct Options {
  TypeMap values = postgres_value;
  std::string default_schema = "public";
};

std::unique_ptr<Target> make_target(Options options);

}  // namespace ddltrail::typescript
