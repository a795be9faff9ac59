// A name reaches further than its object: renaming or moving a table changes what the relations say
// of its indexes, its children, the views on it, the foreign keys to it, the columns of its row
// type; renaming a type, of the columns that have it; renaming a schema, of all that lies in it;
// altering a domain, of the columns that take NOT NULL and default from it; setting options of an
// index, of the exclusion constraint that it stands behind; making a table unlogged, of the
// sequences of its columns. Those objects have a row too, since their contract rows changed. So do
// views over a view or foreign table that an INSERT now reaches, or no longer.
#pragma once

#include "change.h"
#include "image.h"

namespace ddltrail {

/// Changes for the objects whose definitions name what was renamed between the images, or follow
/// what was redefined, as far as they are not among `changes` already.
Changes changed_dependents(const Image& before, const Image& after, const Changes& changes);

}  // namespace ddltrail
