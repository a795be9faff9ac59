#include "diff/column_order.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace ddltrail {
namespace {

void take_order_of_checks(Schema& from, const Schema& to) {
  const auto key = [](const Constraint& row) {
    return std::tie(row.schema_name, row.table_name, row.constraint_name, row.definition);
  };
  const auto is_of_several = [](const Constraint& row) {
    return row.kind == "check" && row.columns.size() > 1;
  };
  std::map<decltype(key(to.constraints.front())), const Constraint*> later;
  for (const Constraint& row : to.constraints)
    if (is_of_several(row)) later.emplace(key(row), &row);
  for (Constraint& row : from.constraints) {
    const auto same = is_of_several(row) ? later.find(key(row)) : later.end();
    if (same != later.end() &&
        std::is_permutation(row.columns.begin(), row.columns.end(), same->second->columns.begin(),
                            same->second->columns.end()))
      row.columns = same->second->columns;
  }
}

/// CREATE STATISTICS s ON a, b FROM t: what stands before and behind the list, and its items in the
/// order of their bytes.
std::tuple<std::string_view, std::string_view, std::vector<std::string_view>> parts_of(
    std::string_view text) {
  constexpr std::string_view kOn = " ON ", kFrom = " FROM ", kBetween = ", ";
  const std::size_t on = text.find(kOn), from = text.rfind(kFrom);
  if (on == std::string_view::npos || from == std::string_view::npos || from < on)
    return {text, "", {}};
  std::string_view list = text.substr(on + kOn.size(), from - on - kOn.size());
  std::vector<std::string_view> items;
  for (std::size_t end = list.find(kBetween); end != std::string_view::npos;
       end = list.find(kBetween)) {
    items.push_back(list.substr(0, end));
    list.remove_prefix(end + kBetween.size());
  }
  items.push_back(list);
  std::sort(items.begin(), items.end());
  return {text.substr(0, on), text.substr(from), std::move(items)};
}

void take_order_of_statistics(Schema& from, const Schema& to) {
  const auto key = [](const Statistics& row) {
    return std::tie(row.schema_name, row.statistics_name);
  };
  std::map<decltype(key(to.statistics.front())), const Statistics*> later;
  for (const Statistics& row : to.statistics) later.emplace(key(row), &row);
  for (Statistics& row : from.statistics) {
    const auto same = later.find(key(row));
    if (same != later.end() && parts_of(row.definition) == parts_of(same->second->definition))
      row.definition = same->second->definition;
  }
}

}  // namespace

void take_column_order(Schema& from, const Schema& to) {
  take_order_of_checks(from, to);
  take_order_of_statistics(from, to);
}

}  // namespace ddltrail
