// How far a change is seen: the tables whose files may show something of a changed object.
#pragma once

#include <optional>
#include <set>

#include "generate/catalog.h"

namespace ddltrail {

/// What other tables' files show of a table is the same in both.
bool looks_the_same(const TableObject& before, const TableObject& after);

/// The tables around an object that may show it: those that its foreign keys refer to, those that
/// refer to it, where these are join tables, the tables on their other side, and where their ids
/// are those of the object, those that refer to them. For an index, its table and, where it is
/// unique, the tables around that. For a type that tables take apart, none: those are known by
/// their types.
std::set<ObjectKey> around(const Object& object, const Catalog& catalog);

}  // namespace ddltrail
