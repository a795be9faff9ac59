// Ids: primary keys of one column, and what refers to them. A brand is the name that tells the ids
// of one table from those of others.
#pragma once

#include <optional>
#include <string>

#include "generate/catalog.h"

namespace ddltrail::typescript {

/// The column that is the primary key alone; empty where there is none.
std::string id_column(const TableObject& table);

/// "public.orders.id", where the column holds ids. A key that refers to the id of another table
/// holds ids of that one, and where these are another's in turn, of that. Values of a domain have
/// the brand of the domain alone.
std::optional<std::string> brand_of(const TableObject& table, const std::string& column,
                                    const Catalog& catalog);

}  // namespace ddltrail::typescript
