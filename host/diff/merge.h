// Goes through two lists of rows at once.
#pragma once

#include <algorithm>
#include <vector>

namespace ddltrail {

template <class Struct, class KeyOf>
std::vector<const Struct*> in_order_of(const std::vector<Struct>& rows, KeyOf key_of) {
  std::vector<const Struct*> sorted;
  sorted.reserve(rows.size());
  for (const Struct& row : rows) sorted.push_back(&row);
  const auto is_before = [&](const Struct* a, const Struct* b) { return key_of(*a) < key_of(*b); };
  if (!std::is_sorted(sorted.begin(), sorted.end(), is_before))
    std::stable_sort(sorted.begin(), sorted.end(), is_before);
  return sorted;
}

/// Calls visit(before, after) for each row of both sides, in the order of the keys; the one that is
/// missing is null. `key_of` gives what tells the rows apart.
template <class Struct, class KeyOf, class Visit>
void for_each_pair(const std::vector<Struct>& from, const std::vector<Struct>& to, KeyOf key_of,
                   Visit visit) {
  const auto old_rows = in_order_of(from, key_of);
  const auto new_rows = in_order_of(to, key_of);
  const Struct* const none = nullptr;
  auto before = old_rows.begin();
  auto after = new_rows.begin();
  while (before != old_rows.end() || after != new_rows.end()) {
    const bool is_gone =
        after == new_rows.end() || (before != old_rows.end() && key_of(**before) < key_of(**after));
    const bool is_new =
        !is_gone && (before == old_rows.end() || key_of(**after) < key_of(**before));
    if (is_gone)
      visit(*before++, none);
    else if (is_new)
      visit(none, *after++);
    else
      visit(*before++, *after++);
  }
}

/// As for_each_pair, without the rows that are the same on both sides.
template <class Struct, class KeyOf, class Visit>
void merge(const std::vector<Struct>& from, const std::vector<Struct>& to, KeyOf key_of,
           Visit visit) {
  for_each_pair(from, to, key_of, [&](const Struct* before, const Struct* after) {
    if (!before || !after || !(*before == *after)) visit(before, after);
  });
}

}  // namespace ddltrail
