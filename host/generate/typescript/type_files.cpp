#include "generate/typescript/type_files.h"

#include <fmt/format.h>

#include "generate/naming.h"
#include "generate/typescript/described_type.h"
#include "generate/typescript/layout.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/syntax.h"

namespace ddltrail::typescript {
namespace {

std::string free_of_reserved(std::string name, const char* suffix) {
  return is_reserved(name) ? name + suffix : name;
}

std::string text_of(const Json& attribute, const char* key) {
  const auto value = attribute.find(key);
  return value == attribute.end() || value->is_null() ? "" : value->get<std::string>();
}

}  // namespace

std::string enum_name(const std::string& type) {
  return free_of_reserved(pascal_case(type), "Enum");
}

std::string values_name(const std::string& type) { return camel_case(type) + "Values"; }

std::string domain_name(const std::string& domain) {
  return free_of_reserved(pascal_case(domain), "Domain");
}

std::string composite_name(const std::string& type) {
  return free_of_reserved(pascal_case(type), "Type");
}

std::string range_name(const std::string& type) {
  return free_of_reserved(pascal_case(type), "Range");
}

std::string render_domain(const Domain& domain, const ValueTypes& values, bool is_branded,
                          const Scope& scope) {
  const std::string name = scope.imports.use(domain_path(domain.schema_name, domain.domain_name),
                                             domain_name(domain.domain_name));
  std::string type = values.select(describe_type(domain.data_type, scope.catalog), scope);
  if (is_branded)
    type = fmt::format("{}<{}, {}>", scope.imports.use(kScalars, "Brand"), type,
                       literal(domain.schema_name + "." + domain.domain_name));
  return doc_comment(domain.comment.value_or(""), "") + type_alias(name, type);
}

std::string render_composite(const CompositeType& type, const ValueTypes& values,
                             const Naming& naming, const Scope& scope) {
  const std::string name = scope.imports.use(composite_path(type.schema_name, type.type_name),
                                             composite_name(type.type_name));
  std::string members;
  for (const Json& attribute : type.attributes) {
    const Column column = describe_type(text_of(attribute, "data_type"), scope.catalog);
    members += doc_comment(text_of(attribute, "comment"), "  ");
    const std::string key = naming.spelling.of_key_in_value(
        text_of(attribute, "name"), type.schema_name + '.' + type.type_name);
    members += member(property(key), values.select(column, scope) + " | null");
  }
  return doc_comment(type.comment.value_or(""), "") + interface_of(name, members);
}

std::string render_range(const RangeType& type, const ValueTypes& values, const Scope& scope) {
  const std::string name =
      scope.imports.use(range_path(type.schema_name, type.type_name), range_name(type.type_name));
  const Column bound = describe_type(type.subtype, scope.catalog);
  const std::string range = scope.imports.use(kScalars, "Range");
  const std::string of_bounds = fmt::format("{}<{}>", range, values.select(bound, scope));
  return doc_comment(type.comment.value_or(""), "") + type_alias(name, of_bounds);
}

}  // namespace ddltrail::typescript
