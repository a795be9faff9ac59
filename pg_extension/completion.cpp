#include "completion.h"

#include <algorithm>

#include "identity.h"
#include "object_class.h"

namespace ddltrail {

namespace {

bool in_extension(const Command* command, const Change& change) {
  if (creating_extension || change.action != kDrop) return creating_extension;
  const Touch* entry = find_touch(command, change.key);
  return entry != nullptr && entry->in_extension;
}

// Schema and name say it all, or the image could not tell: what the server calls it.
bool is_named_in_full(const Change& change) {
  switch (change.key.class_id) {
    case RelationRelationId:
    case TypeRelationId:
    case NamespaceRelationId:
      return true;
    default:
      return false;
  }
}

void name_in_full(Change& change) {
  if (is_named_in_full(change)) return;
  const char* identity = identity_of(change.key);
  if (identity != nullptr) change.identity = identity;
  if (change.identity == nullptr) change.identity = psprintf("%u", change.key.object_id);
  if (change.name == nullptr) change.name = change.identity;
}

}  // namespace

void complete(Changes& changes, const Command* command) {
  for (Change& change : changes) {
    change.in_extension = in_extension(command, change);
    name_in_full(change);
  }
  // Dependents go before what they depend on, and come after it.
  std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
    bool a_drops = a.action == kDrop, b_drops = b.action == kDrop;
    if (a_drops != b_drops) return a_drops;
    return a_drops ? a.key.object_id > b.key.object_id : a.key.object_id < b.key.object_id;
  });
}

}  // namespace ddltrail
