// The files of domains, composite types and ranges: a type under the name of each.
#pragma once

#include <string>

#include "generate/typescript/naming.h"
#include "generate/typescript/value_types.h"

namespace ddltrail::typescript {

/// Exported by the files.
std::string enum_name(const std::string& type);
/// The constant with the labels.
std::string values_name(const std::string& type);
std::string domain_name(const std::string& domain);
std::string composite_name(const std::string& type);
std::string range_name(const std::string& type);

/// An alias of what the domain restricts, with `is_branded` one that no other type is taken for.
std::string render_domain(const Domain& domain, const ValueTypes& values, bool is_branded,
                          const Scope& scope);

/// An interface with the attributes, any of which can be NULL.
std::string render_composite(const CompositeType& type, const ValueTypes& values,
                             const Naming& naming, const Scope& scope);

/// An alias that says what a range of the type is a range of.
std::string render_range(const RangeType& type, const ValueTypes& values, const Scope& scope);

}  // namespace ddltrail::typescript
