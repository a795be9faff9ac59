// A growing array in palloc'd memory. It has no destructor (its memory context ends it), so a
// server error may jump over it; elements must be trivial.
#pragma once

#include <type_traits>

#include "pg/pg.h"

namespace ddltrail {

template <typename T>
struct Vec {
  static_assert(std::is_trivially_destructible_v<T> && std::is_trivially_copyable_v<T>);

  T* items;
  int size;
  int capacity;

  /// Grows in the current memory context when first used, later in the same one.
  T* push(const T& item) {
    if (size == capacity) grow();
    items[size] = item;
    return &items[size++];
  }
  T* begin() const { return items; }
  T* end() const { return items + size; }

 private:
  void grow() {
    capacity = capacity == 0 ? 8 : capacity * 2;
    items = static_cast<T*>(items == nullptr ? palloc(sizeof(T) * capacity)
                                             : repalloc(items, sizeof(T) * capacity));
  }
};

}  // namespace ddltrail
