// What a printed type is, as far as the schema around it tells.
#pragma once

#include <string>

#include "generate/catalog.h"

namespace ddltrail::typescript {

/// The type as a column of it has it: its kind and name, those behind a domain, the dimensions. A
/// printed array is taken for one of one dimension.
Column describe_type(const std::string& printed, const Catalog& catalog);

/// The values of the column, or their elements, are of an enum that is in the catalog.
bool has_enum_file(const Column& column, const Catalog& catalog);

/// The domain that the column has; null where it has none, an array of one, or one that no file is
/// made for.
const Domain* domain_of(const Column& column, const Catalog& catalog);

/// True where the elements are of a domain, which the array types that drivers know are not.
bool is_array_of_domain(const Column& column);

/// The element of an array.
Column element_of(const Column& array, const Catalog& catalog);

}  // namespace ddltrail::typescript
