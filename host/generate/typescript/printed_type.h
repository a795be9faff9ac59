// A type as PostgreSQL prints it where only pg_catalog is on the search path: "integer[]",
// "public.mood", "character varying(10)", "\"we ird\".\"ty.pe\"".
#pragma once

#include <string>
#include <string_view>

namespace ddltrail::typescript {

struct PrintedType {
  std::string schema;  ///< pg_catalog for what is printed without one
  std::string name;    ///< as in the catalog: int4, varchar, mood
  bool is_array = false;
  bool operator==(const PrintedType&) const = default;
};

PrintedType read_type(std::string_view text);

/// The identifier that the text begins with, quoted or not, is taken off it.
std::string take_identifier(std::string_view& text);

/// A built-in type whose name is of several words: "double precision".
bool is_type_of_words(std::string_view text);

}  // namespace ddltrail::typescript
