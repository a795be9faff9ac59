// An expression as a piece of text: balanced, with every token known, but not taken apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ddltrail::create {

struct Expression {
  std::string text;  // as written, from the first token to the last
  bool operator==(const Expression&) const = default;
};

/// The same text for expressions that differ only in white space, comments and the case of reserved
/// keywords.
std::string normal_form(std::string_view expression);

/// What may be columns among the names that the expression mentions, without quotes, each as often
/// as it stands there. A name in double quotes that is no column is a string, says SQLite.
std::vector<std::string> names_in(std::string_view expression);

}  // namespace ddltrail::create
