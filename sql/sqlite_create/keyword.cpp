#include "sqlite_create/keyword.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace ddltrail::create {
namespace {

// In the order of their texts.
constexpr Keyword kKeywords[] = {
    {"ABORT", KeywordUse::kName},
    {"ACTION", KeywordUse::kName},
    {"ADD", KeywordUse::kReserved},
    {"AFTER", KeywordUse::kName},
    {"ALL", KeywordUse::kReserved},
    {"ALTER", KeywordUse::kReserved},
    {"ALWAYS", KeywordUse::kName},
    {"ANALYZE", KeywordUse::kName},
    {"AND", KeywordUse::kReserved},
    {"AS", KeywordUse::kReserved},
    {"ASC", KeywordUse::kName},
    {"ATTACH", KeywordUse::kName},
    {"AUTOINCREMENT", KeywordUse::kReserved},
    {"BEFORE", KeywordUse::kName},
    {"BEGIN", KeywordUse::kName},
    {"BETWEEN", KeywordUse::kReserved},
    {"BY", KeywordUse::kName},
    {"CASCADE", KeywordUse::kName},
    {"CASE", KeywordUse::kReserved},
    {"CAST", KeywordUse::kName},
    {"CHECK", KeywordUse::kReserved},
    {"COLLATE", KeywordUse::kReserved},
    {"COLUMN", KeywordUse::kName},
    {"COMMIT", KeywordUse::kReserved},
    {"CONFLICT", KeywordUse::kName},
    {"CONSTRAINT", KeywordUse::kReserved},
    {"CREATE", KeywordUse::kReserved},
    {"CROSS", KeywordUse::kJoin},
    {"CURRENT", KeywordUse::kName},
    {"CURRENT_DATE", KeywordUse::kName},
    {"CURRENT_TIME", KeywordUse::kName},
    {"CURRENT_TIMESTAMP", KeywordUse::kName},
    {"DATABASE", KeywordUse::kName},
    {"DEFAULT", KeywordUse::kReserved},
    {"DEFERRABLE", KeywordUse::kReserved},
    {"DEFERRED", KeywordUse::kName},
    {"DELETE", KeywordUse::kReserved},
    {"DESC", KeywordUse::kName},
    {"DETACH", KeywordUse::kName},
    {"DISTINCT", KeywordUse::kReserved},
    {"DO", KeywordUse::kName},
    {"DROP", KeywordUse::kReserved},
    {"EACH", KeywordUse::kName},
    {"ELSE", KeywordUse::kReserved},
    {"END", KeywordUse::kName},
    {"ESCAPE", KeywordUse::kReserved},
    {"EXCEPT", KeywordUse::kReserved},
    {"EXCLUDE", KeywordUse::kName},
    {"EXCLUSIVE", KeywordUse::kName},
    {"EXISTS", KeywordUse::kReserved},
    {"EXPLAIN", KeywordUse::kName},
    {"FAIL", KeywordUse::kName},
    {"FILTER", KeywordUse::kName},
    {"FIRST", KeywordUse::kName},
    {"FOLLOWING", KeywordUse::kName},
    {"FOR", KeywordUse::kName},
    {"FOREIGN", KeywordUse::kReserved},
    {"FROM", KeywordUse::kReserved},
    {"FULL", KeywordUse::kJoin},
    {"GENERATED", KeywordUse::kName},
    {"GLOB", KeywordUse::kName},
    {"GROUP", KeywordUse::kReserved},
    {"GROUPS", KeywordUse::kName},
    {"HAVING", KeywordUse::kReserved},
    {"IF", KeywordUse::kName},
    {"IGNORE", KeywordUse::kName},
    {"IMMEDIATE", KeywordUse::kName},
    {"IN", KeywordUse::kReserved},
    {"INDEX", KeywordUse::kReserved},
    {"INDEXED", KeywordUse::kJoin},
    {"INITIALLY", KeywordUse::kName},
    {"INNER", KeywordUse::kJoin},
    {"INSERT", KeywordUse::kReserved},
    {"INSTEAD", KeywordUse::kName},
    {"INTERSECT", KeywordUse::kReserved},
    {"INTO", KeywordUse::kReserved},
    {"IS", KeywordUse::kReserved},
    {"ISNULL", KeywordUse::kReserved},
    {"JOIN", KeywordUse::kReserved},
    {"KEY", KeywordUse::kName},
    {"LAST", KeywordUse::kName},
    {"LEFT", KeywordUse::kJoin},
    {"LIKE", KeywordUse::kName},
    {"LIMIT", KeywordUse::kReserved},
    {"MATCH", KeywordUse::kName},
    {"MATERIALIZED", KeywordUse::kName},
    {"NATURAL", KeywordUse::kJoin},
    {"NO", KeywordUse::kName},
    {"NOT", KeywordUse::kReserved},
    {"NOTHING", KeywordUse::kReserved},
    {"NOTNULL", KeywordUse::kReserved},
    {"NULL", KeywordUse::kReserved},
    {"NULLS", KeywordUse::kName},
    {"OF", KeywordUse::kName},
    {"OFFSET", KeywordUse::kName},
    {"ON", KeywordUse::kReserved},
    {"OR", KeywordUse::kReserved},
    {"ORDER", KeywordUse::kReserved},
    {"OTHERS", KeywordUse::kName},
    {"OUTER", KeywordUse::kJoin},
    {"OVER", KeywordUse::kName},
    {"PARTITION", KeywordUse::kName},
    {"PLAN", KeywordUse::kName},
    {"PRAGMA", KeywordUse::kName},
    {"PRECEDING", KeywordUse::kName},
    {"PRIMARY", KeywordUse::kReserved},
    {"QUERY", KeywordUse::kName},
    {"RAISE", KeywordUse::kName},
    {"RANGE", KeywordUse::kName},
    {"RECURSIVE", KeywordUse::kName},
    {"REFERENCES", KeywordUse::kReserved},
    {"REGEXP", KeywordUse::kName},
    {"REINDEX", KeywordUse::kName},
    {"RELEASE", KeywordUse::kName},
    {"RENAME", KeywordUse::kName},
    {"REPLACE", KeywordUse::kName},
    {"RESTRICT", KeywordUse::kName},
    {"RETURNING", KeywordUse::kReserved},
    {"RIGHT", KeywordUse::kJoin},
    {"ROLLBACK", KeywordUse::kName},
    {"ROW", KeywordUse::kName},
    {"ROWS", KeywordUse::kName},
    {"SAVEPOINT", KeywordUse::kName},
    {"SELECT", KeywordUse::kReserved},
    {"SET", KeywordUse::kReserved},
    {"TABLE", KeywordUse::kReserved},
    {"TEMP", KeywordUse::kName},
    {"TEMPORARY", KeywordUse::kName},
    {"THEN", KeywordUse::kReserved},
    {"TIES", KeywordUse::kName},
    {"TO", KeywordUse::kReserved},
    {"TRANSACTION", KeywordUse::kReserved},
    {"TRIGGER", KeywordUse::kName},
    {"UNBOUNDED", KeywordUse::kName},
    {"UNION", KeywordUse::kReserved},
    {"UNIQUE", KeywordUse::kReserved},
    {"UPDATE", KeywordUse::kReserved},
    {"USING", KeywordUse::kReserved},
    {"VACUUM", KeywordUse::kName},
    {"VALUES", KeywordUse::kReserved},
    {"VIEW", KeywordUse::kName},
    {"VIRTUAL", KeywordUse::kName},
    {"WHEN", KeywordUse::kReserved},
    {"WHERE", KeywordUse::kReserved},
    {"WINDOW", KeywordUse::kName},
    {"WITH", KeywordUse::kName},
    {"WITHIN", KeywordUse::kName},
    {"WITHOUT", KeywordUse::kName},
};

constexpr std::size_t kLongest = 17;  // CURRENT_TIMESTAMP

/// Where the keywords of each letter begin, and behind Z where the last end.
constexpr auto kFirstOf = [] {
  std::array<unsigned char, 27> first{};
  unsigned char place = 0;
  for (std::size_t letter = 0; letter < 26; ++letter) {
    first[letter] = place;
    while (place < std::size(kKeywords) &&
           kKeywords[place].text[0] == static_cast<char>('A' + letter))
      ++place;
  }
  first[26] = place;
  return first;
}();
static_assert(kFirstOf[26] == std::size(kKeywords));

}  // namespace

const Keyword* find_keyword(std::string_view word) {
  if (word.size() < 2 || word.size() > kLongest) return nullptr;
  const int letter = upper(word[0]) - 'A';
  if (letter < 0 || letter > 25) return nullptr;
  const auto* end = kKeywords + kFirstOf[letter + 1];
  const auto* found = std::find_if(kKeywords + kFirstOf[letter], end, [&](const Keyword& keyword) {
    return same_name(keyword.text, word);
  });
  return found == end ? nullptr : found;
}

std::string upper(std::string text) {
  for (auto& c : text) c = upper(c);
  return text;
}

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return upper(x) == upper(y); });
}

}  // namespace ddltrail::create
