#include "plan/postgres/bound.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "plan/postgres/names.h"

namespace ddltrail::postgres_plan {
namespace {

using Items = std::vector<std::string>;

/// What stands in the parentheses behind `word`, parted at its commas; nothing without them.
std::optional<Items> items_behind(std::string_view text, std::string_view word) {
  const std::size_t begin = text.find(std::string(word) + " (");
  if (begin == std::string_view::npos) return std::nullopt;
  Items items(1);
  int depth = 0;
  char quote = 0;
  for (const char c : text.substr(begin + word.size() + 2)) {
    if (quote == 0 && depth == 0 && c == ')') return items;
    if (quote == 0 && depth == 0 && c == ',') {
      items.emplace_back();
      continue;
    }
    if (quote != 0)
      quote = c == quote ? 0 : quote;
    else if (c == '\'' || c == '"')
      quote = c;
    else
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (c != ' ' || !items.back().empty()) items.back() += c;
  }
  return std::nullopt;
}

/// A column or an expression, of which COLLATE is a part; not one with an operator class behind it.
bool is_plain(const std::string& item) {
  if (item.front() == '(' || item.front() == '"' || item.find('(') != std::string::npos) {
    const char last = item.back();
    return last == ')' || last == '"';
  }
  const std::size_t blank = item.find(' ');
  return blank == std::string::npos || (item.substr(blank).starts_with(" COLLATE ") &&
                                        item.find(' ', blank + 9) == std::string::npos);
}

std::string row_of(const Items& items, std::size_t size) {
  return "ROW(" + list_of(Items(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(size))) +
         ")";
}

/// Rows compare from left to right: what stands behind MINVALUE or MAXVALUE makes no difference.
std::string side(const Items& key, const Items& values, bool is_lower) {
  const auto is_end = [](const std::string& value) {
    return value == "MINVALUE" || value == "MAXVALUE";
  };
  const auto end = std::find_if(values.begin(), values.end(), is_end);
  const std::size_t size = static_cast<std::size_t>(end - values.begin());
  if (size == 0) return (*end == "MINVALUE") == is_lower ? "true" : "false";
  const bool is_beyond = end != values.end() && *end == "MAXVALUE";
  const char* compared = is_lower ? (is_beyond ? ">" : ">=") : (is_beyond ? "<=" : "<");
  return fmt::format("{} {} {}", row_of(key, size), compared, row_of(values, size));
}

std::string in_list(const std::string& key, const Items& values) {
  Items others;
  for (const std::string& value : values)
    if (value != "NULL") others.push_back(value);
  const std::string among = others.empty() ? "" : fmt::format("{} IN ({})", key, list_of(others));
  if (others.size() == values.size()) return among;
  return (among.empty() ? "" : among + " OR ") + key + " IS NULL";
}

std::optional<std::string> own_condition(const std::string& bound, const Items& key,
                                         const std::string& parent) {
  if (const auto values = items_behind(bound, "IN")) return in_list(key.front(), *values);
  const auto from = items_behind(bound, "FROM"), to = items_behind(bound, "TO");
  if (from && to) return side(key, *from, true) + " AND " + side(key, *to, false);
  const auto hash = items_behind(bound, "WITH");
  if (!hash || hash->size() != 2) return std::nullopt;
  const auto number = [](const std::string& item) { return item.substr(item.rfind(' ') + 1); };
  return fmt::format("pg_catalog.satisfies_hash_partition({}::pg_catalog.regclass, {}, {}, {})",
                     literal(parent), number(hash->front()), number(hash->back()), list_of(key));
}

bool is_not_after(const std::string& one, const std::string& other) {
  if (one == other || one == "MINVALUE" || other == "MAXVALUE") return true;
  // Of numbers only those below zero stand in quotes.
  const auto bare = [](const std::string& text) {
    return text.starts_with("'-") ? text.substr(1, text.size() - 2) : text;
  };
  char *end = nullptr, *other_end = nullptr;
  const std::string first = bare(one), second = bare(other);
  const long long number = std::strtoll(first.c_str(), &end, 10);
  const long long limit = std::strtoll(second.c_str(), &other_end, 10);
  return !first.empty() && !second.empty() && *end == 0 && *other_end == 0 && number <= limit;
}

}  // namespace

std::optional<std::string> condition_of(const std::string& bound, const std::string& key,
                                        const std::string& parent,
                                        const std::vector<std::string>& others) {
  const auto items = items_behind(key, key.substr(0, key.find(' ')));
  if (!items || !std::all_of(items->begin(), items->end(), is_plain)) return std::nullopt;
  if (bound != "DEFAULT") return own_condition(bound, *items, parent);
  Items taken;
  for (const std::string& other : others)
    if (const auto condition = own_condition(other, *items, parent))
      taken.push_back("(" + *condition + ") IS NOT TRUE");
  return taken.empty() ? "true" : fmt::format("{}", fmt::join(taken, " AND "));
}

bool is_wider(const std::string& former, const std::string& later) {
  if (const auto values = items_behind(former, "IN")) {
    const auto all = items_behind(later, "IN").value_or(Items());
    return std::all_of(values->begin(), values->end(), [&](const std::string& value) {
      return std::find(all.begin(), all.end(), value) != all.end();
    });
  }
  const auto from = items_behind(former, "FROM"), to = items_behind(former, "TO");
  const auto later_from = items_behind(later, "FROM"), later_to = items_behind(later, "TO");
  if (!from || !to || !later_from || !later_to) return false;
  if (from->size() > 1) return *from == *later_from && *to == *later_to;
  return is_not_after(later_from->front(), from->front()) &&
         is_not_after(to->front(), later_to->front());
}

}  // namespace ddltrail::postgres_plan
