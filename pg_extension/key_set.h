// A set of objects, in the memory context that is current when the first of them is added.
#pragma once

#include "object_key.h"

namespace ddltrail {

struct KeySet {
  HTAB* table;

  /// Whether the key was not in the set before.
  bool add(ObjectKey key) {
    if (table == nullptr) table = make();
    bool found;
    hash_search(table, &key, HASH_ENTER, &found);
    return !found;
  }

 private:
  static HTAB* make() {
    HASHCTL control = {};
    control.keysize = sizeof(ObjectKey);
    control.entrysize = sizeof(ObjectKey);
    control.hcxt = CurrentMemoryContext;
    return hash_create("ddltrail objects", 64, &control, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
  }
};

}  // namespace ddltrail
