// Whether an INSERT reaches a view depends on what lies under it, a trigger, a rule, another query:
// the views above what changed, of which the relations may say something else now.
#pragma once

#include "change.h"
#include "image.h"

namespace ddltrail {

/// Adds changes for the views over what changed between the images that an INSERT now reaches, or
/// no longer; not for those that are among `changes` or `dependents` already.
void add_views_above(const Image& before, const Image& after, const Changes& changes,
                     Changes& dependents);

}  // namespace ddltrail
