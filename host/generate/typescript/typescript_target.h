// TypeScript for Kysely.
#pragma once

#include <memory>
#include <string>

#include "generate/target.h"
#include "generate/typescript/value_types.h"

namespace ddltrail::typescript {

struct Options {
  std::shared_ptr<const ValueTypes> values = postgres_values();
  std::string default_schema = "public";
};

std::unique_ptr<Target> make_target(Options options);

}  // namespace ddltrail::typescript
