// Two images of the same objects, before and after a command, become the changes between them.
// Parts are matched by what survives a rename (attnum, OID), so a rename is never taken for a drop
// and an add.
#pragma once

#include "change.h"
#include "command.h"
#include "dirty_set.h"
#include "image.h"

namespace ddltrail {

/// What changed between the images: drops first, then the others, each in the order of their keys.
/// Must run while the after state is the latest.
Changes diff(const Image& before, const Image& after, const DirtySet& dirty,
             const Command* command);

/// The change of an object that stayed as it is while a name in its definition changed.
Change altered_definition(const ObjectImage& object);

}  // namespace ddltrail
