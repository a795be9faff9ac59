// Types of values that the project chooses itself: for a type of the database, for a column, or in
// the comment on a column. What stands in the configuration is code of the project; a comment can
// only name one of the types that the configuration imports, or one that TypeScript has.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "generate/typescript/value_types.h"

namespace ddltrail::typescript {

struct Overrides {
  std::map<std::string, std::string> types;    ///< "numeric", "public.mood", "int8[]"
  std::map<std::string, std::string> columns;  ///< "public.users.settings"
  /// Where names come from: a package, or a file, relative to the output folder.
  std::map<std::string, std::string> imports;

  bool empty() const { return types.empty() && columns.empty() && imports.empty(); }
};

/// `values` but for the overrides: those of a column win over those of its comment, these over
/// those of its type. Throws Error for a type that is no line of code, an import of no name.
std::unique_ptr<ValueTypes> with_overrides(std::unique_ptr<ValueTypes> values, Overrides overrides);

/// What the tag "@type {Settings}" in a comment names; empty where it names nothing.
std::string annotated_type(std::string_view comment);

}  // namespace ddltrail::typescript
