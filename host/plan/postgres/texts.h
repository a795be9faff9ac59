// The texts of SQL in the rows of a schema, as the server printed them.
#pragma once

#include <set>
#include <string>
#include <utility>

#include "model/schema.h"

namespace ddltrail::postgres_plan {

/// Gives something another name wherever a text mentions it.
void rename_in_texts(Schema& schema, const std::pair<std::string, std::string>& former,
                     const std::pair<std::string, std::string>& later);

/// What they mention: schemas and names.
std::set<std::pair<std::string, std::string>> names_in_texts(const Schema& schema);

}  // namespace ddltrail::postgres_plan
