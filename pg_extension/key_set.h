// A set of objects.
#pragma once

#include "object_key.h"

namespace ddltrail {

struct KeySet {
  HTAB* table;

  /// Whether the key was not in the set before.
  bool add(ObjectKey key) {
    bool found;
    hash_search(table, &key, HASH_ENTER, &found);
    return !found;
  }
};

/// An empty set in the current memory context.
inline KeySet make_key_set() {
  HASHCTL control = {};
  control.keysize = sizeof(ObjectKey);
  control.entrysize = sizeof(ObjectKey);
  control.hcxt = CurrentMemoryContext;
  return {hash_create("ddltrail objects", 64, &control, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT)};
}

}  // namespace ddltrail
