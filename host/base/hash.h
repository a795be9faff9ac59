// The stable hash of everything that is stored or compared: XXH3, 64 bits, in hexadecimal.
#pragma once

#include <string>
#include <string_view>

namespace ddltrail {

/// 16 lower-case hexadecimal digits, the same on every machine and in every version.
std::string stable_hash(std::string_view bytes);

}  // namespace ddltrail
