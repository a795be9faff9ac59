// The queries behind images, one for each catalog whose objects have them. All give the same
// columns; what they mean is told at Fact.
#pragma once

#include <span>

#include "query.h"

namespace ddltrail {

struct ImageQuery {
  Oid class_id;
  Query query;  // its parameter: an array of OIDs; its rows: by object, part, place
};

/// In the order of class_id.
std::span<ImageQuery> image_queries();

}  // namespace ddltrail
