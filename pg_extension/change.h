// A change: what one command did to one object, ready to be written as a row of the log.
#pragma once

#include "object_key.h"
#include "operations.h"
#include "vec.h"

namespace ddltrail {

struct Change {
  ObjectKey key;
  Action action;
  const char* kind;
  const char* schema;
  const char* name;
  const char* previous_schema;
  const char* previous_name;
  const char* identity;
  Datum details;  // jsonb
  bool in_extension;
};

using Changes = Vec<Change>;

inline bool is_among(const Changes& changes, ObjectKey key) {
  for (const Change& change : changes)
    if (change.key == key) return true;
  return false;
}

}  // namespace ddltrail
