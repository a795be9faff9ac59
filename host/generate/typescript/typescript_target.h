// TypeScript for Kysely.
#pragma once

#include <memory>
#include <string>

#include "generate/target.h"
#include "generate/typescript/database_file.h"
#include "generate/typescript/naming.h"
#include "generate/typescript/parts.h"
#include "generate/typescript/value_types.h"
#include "model/engine.h"

namespace ddltrail::typescript {

struct Options {
  std::shared_ptr<const ValueTypes> values = postgres_values();
  std::string default_schema = "public";
  bool has_parsers =
      false;  ///< PostgreSQL: parsers.ts is written; composite types and ranges have files
  bool has_brands = false;   ///< domains and ids are types of their own
  bool is_one_file = false;  ///< database.ts has all objects
  Naming naming;
  Parts parts;
  std::string header;  ///< what a comment below the first line of each file says
  Engine engine = Engine::kPostgres;

  /// The file, without extension, that has all objects; empty where each has its own.
  std::string whole() const { return is_one_file ? kDatabase : ""; }
};

std::unique_ptr<Target> make_target(Options options);

}  // namespace ddltrail::typescript
