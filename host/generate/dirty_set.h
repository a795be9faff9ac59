// What a batch of changes makes dirty: the objects whose rows are new, and those that must be read
// again because something that their rows name was renamed, moved or altered.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/change.h"
#include "model/object.h"

namespace ddltrail {

using Reasons = std::vector<std::string>;

struct DirtySet {
  /// The last known state of each object that changed; nothing where it is gone.
  std::map<ObjectKey, std::optional<Object>> objects;
  /// To be read from the database: the log does not hold their rows, or not as they are now. Types
  /// other than enums, and routines, are few: where one changed its whole family is read.
  std::set<ObjectKey> unread;
  std::map<Family, Reasons> unread_families;
  std::map<ObjectKey, Reasons> reasons;
  /// Not empty: the changes reach so far that everything must be read.
  std::string why_everything;
};

/// The tables whose rows name the type, as of before the changes.
using DependentsOf = std::function<std::vector<ObjectKey>(const Name&)>;

/// `changes` in the order of the log. `has_views`: columns of views that some table lies under are
/// known.
DirtySet dirty_set(const std::vector<Change>& changes, const DependentsOf& dependents_of,
                   bool has_views);

}  // namespace ddltrail
