// The parts of an object's image of one sort: its columns, its constraints or its labels.
#pragma once

#include "image.h"

namespace ddltrail {

/// A range of facts; what it points to belongs to the image.
struct Parts {
  const Fact* first;
  const Fact* last;

  const Fact* begin() const { return first; }
  const Fact* end() const { return last; }

  /// The part with this number, or null.
  const Fact* find(int64 sub_id) const {
    for (const Fact& fact : *this)
      if (fact.sub_id == sub_id) return &fact;
    return nullptr;
  }
};

/// The parts of a sort stand together, in their order.
inline Parts parts_of(const ObjectImage& image, Fact::Part sort) {
  const Fact* end = image.parts + image.part_count;
  const Fact* first = image.parts;
  while (first != end && first->part != sort) first++;
  const Fact* last = first;
  while (last != end && last->part == sort) last++;
  return {first, last};
}

}  // namespace ddltrail
