// Which relations of a database have no row for sure. Most databases have none of some kinds of
// objects, and to plan the query that says so takes as long as to read twenty tables.
#pragma once

#include <set>
#include <string_view>

#include "source/postgres/session.h"

namespace ddltrail {

/// Names of the contract. One question; in the snapshot.
std::set<std::string_view> empty_relations(Session& session);

}  // namespace ddltrail
