// What a CHECK asks of single columns, in parts that need no SQL to be checked: comparisons with
// literals, lists of values, LIKE. Whatever it says beyond that is left to the database.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ddltrail {

struct CheckLiteral {
  bool is_number = false;
  std::string text;  ///< without quotes
};

struct CheckRule {
  std::string column;
  bool is_length = false;  ///< what is compared is the number of characters
  std::string op;          ///< = <> < <= > >= in like
  std::vector<CheckLiteral> values;
};

/// The rules that all have to hold, of a definition as the contract has it: "CHECK (...)". Empty
/// where any part is something else.
std::vector<CheckRule> rules_of(std::string_view definition);

}  // namespace ddltrail
