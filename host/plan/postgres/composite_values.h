// Values of a composite type that is made anew: an attribute is known by its name, not by its
// place.
#pragma once

#include <string>
#include <utility>

#include "plan/postgres/object.h"
#include "plan/postgres/retype.h"

namespace ddltrail::postgres_plan {

/// As retype(), and where both types are composite attribute by attribute. Not in arrays and
/// domains, which go through text, place by place.
Retype retype_by_attributes(const Column& from, const Column& to, const std::string& column,
                            const World& world);

/// Where values of the type go through text: drops and adds attributes so that both types have the
/// same ones. Throws Error where their order does not allow that.
Steps align_attributes(Schema& from, const Schema& to,
                       const std::pair<std::string, std::string>& type);

}  // namespace ddltrail::postgres_plan
