// Names for generated files and identifiers. A name depends on the object's own name alone, never
// on what else there is, so that adding one object cannot rename another one's code.
#pragma once

#include <string>
#include <string_view>

namespace ddltrail {

/// A file name without extension that is safe on every file system and in every URL: the name
/// itself where it is made of lower-case letters, digits and underscores, else what is left of it
/// and a hash.
std::string file_stem(std::string_view name);

/// order_items -> OrderItems. What cannot be in an identifier is dropped, and a hash tells it
/// apart.
std::string pascal_case(std::string_view name);

/// order_status -> orderStatus.
std::string camel_case(std::string_view name);

/// Characters that tell one name from another, thousands of them: for names that collide.
std::string short_hash(std::string_view name);

}  // namespace ddltrail
