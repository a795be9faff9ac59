// SQL text as a sequence of words, strings and signs: as much as it takes to find names in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ddltrail {

struct SqlToken {
  enum class Kind { kWord, kString, kSign };
  Kind kind = Kind::kSign;
  std::string text;  ///< of names and strings without their quotes
  std::size_t begin = 0;
  std::size_t end = 0;  ///< behind its last byte
  bool operator==(const SqlToken& other) const { return kind == other.kind && text == other.text; }
};

/// White space is left out. Text between dollars is one string.
std::vector<SqlToken> sql_tokens(std::string_view text);

/// A name, in quotes unless it consists of lower-case letters, digits and underscores.
std::string quoted_where_needed(const std::string& name);

}  // namespace ddltrail
