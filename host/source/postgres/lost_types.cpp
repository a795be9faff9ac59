#include "source/postgres/lost_types.h"

#include <fmt/format.h>

#include "base/warning.h"

namespace ddltrail {
namespace {

/// `name` is of a type with the text `type`, which has quotes where it has such characters itself.
void check(std::string_view type, std::string_view kind, const std::string& name) {
  if (type.starts_with("???"))
    warn(
        fmt::format("the type of {} \"{}\" cannot be read: the server has it no more", kind, name));
}

}  // namespace

void warn_of_lost_types(const Column& row) {
  check(row.data_type, "column", row.schema_name + "." + row.table_name + "." + row.column_name);
}

void warn_of_lost_types(const Domain& row) {
  check(row.data_type, "domain", row.schema_name + "." + row.domain_name);
}

void warn_of_lost_types(const CompositeType& row) {
  for (const Json& attribute : row.attributes)
    check(attribute.at("data_type").get_ref<const std::string&>(), "attribute",
          row.schema_name + "." + row.type_name + "." +
              attribute.at("name").get_ref<const std::string&>());
}

void warn_of_lost_types(const RangeType& row) {
  check(row.subtype, "range type", row.schema_name + "." + row.type_name);
}

}  // namespace ddltrail
