// What Kysely's CamelCasePlugin makes of the names of the database, and what it makes of those in
// queries: the names in rows and in TypeScript. Exact for names whose letters it knows, see
// has_known_letters(); others are for the caller to refuse.
#pragma once

#include <string>
#include <string_view>

namespace ddltrail::typescript {

/// Options of the plugin.
struct CamelCase {
  bool underscore_before_digits = false;
  bool underscore_between_uppercase_letters = false;
  /// What stands in objects and lists keeps its names.
  bool maintain_nested_object_keys = false;
};

/// ASCII, letters of Latin-1 and Cyrillic whose upper case is one letter, and scripts without case.
bool has_known_letters(std::string_view name);

/// user_id -> userId
std::string plugin_camel_case(std::string_view name);

/// userId -> user_id
std::string plugin_snake_case(std::string_view name, const CamelCase& options);

}  // namespace ddltrail::typescript
