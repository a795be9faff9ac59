// The first line of a generated file, by which the tool knows its own.
#pragma once

#include <string>

namespace ddltrail::custom {

/// The text with that line, as a comment of the language that the path's extension says; as it is
/// where its first line says so already. Throws Error with `whose` where no comment is known.
std::string with_notice(const std::string& path, std::string text, const std::string& whose);

}  // namespace ddltrail::custom
