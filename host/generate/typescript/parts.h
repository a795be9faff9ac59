// What is written: types of tables, enums and the like, and what stands on them.
#pragma once

#include <string>
#include <vector>

namespace ddltrail::typescript {

struct Parts {
  bool has_types = true;  ///< all else stands on them
  bool has_routines = true;
  bool has_relations = false;  ///< entities and repositories stand on them
  bool has_entities = false;
  bool has_repositories = false;

  /// Of the setting typescript.parts; what a part stands on comes with it. Throws Error where there
  /// is no such part.
  static Parts named(const std::vector<std::string>& names);
};

/// All names of parts.
std::vector<std::string> all_parts();

}  // namespace ddltrail::typescript
