// Types whose row in the catalogs is gone, as the rows of what is made of them tell: the server
// prints question marks for them. The rows stay.
#pragma once

#include "model/schema.h"

namespace ddltrail {

/// Warns where the type is gone; says nothing of rows without a type.
void warn_of_lost_types(const Column& row);
void warn_of_lost_types(const Domain& row);
void warn_of_lost_types(const CompositeType& row);
void warn_of_lost_types(const RangeType& row);
template <class Struct>
void warn_of_lost_types(const Struct&) {}

}  // namespace ddltrail
