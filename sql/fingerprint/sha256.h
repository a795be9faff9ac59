// SHA-256 (FIPS 180-4), as sha256() of PostgreSQL computes it. For telling schemas apart; nothing
// secret is hashed.
#pragma once

#include <string>
#include <string_view>

namespace ddltrail {

/// 64 hexadecimal digits.
std::string sha256(std::string_view text);

}  // namespace ddltrail
