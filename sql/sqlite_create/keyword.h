// The keywords of SQLite, and which of them may stand for a name without quotes. Not a grammar: the
// readers of the statements know where a keyword is expected.
#pragma once

#include <string>
#include <string_view>

namespace ddltrail::create {

enum class KeywordUse {
  kReserved,  // never a name
  kName,      // a name wherever it is not expected as a keyword
  kJoin,      // the name of an object or column, but not of a type or collation
};

struct Keyword {
  std::string_view text;  // upper case
  KeywordUse use;
};

/// The keyword that the word is, in any case; null where it is none.
const Keyword* find_keyword(std::string_view word);

/// A letter of ASCII in upper case, everything else as it is: how SQLite compares names.
constexpr char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
std::string upper(std::string text);

/// Whether two names are the same to SQLite.
bool same_name(std::string_view a, std::string_view b);

}  // namespace ddltrail::create
