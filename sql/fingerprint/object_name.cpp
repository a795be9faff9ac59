#include "fingerprint/object_name.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace ddltrail {
namespace {

using nlohmann::json;

constexpr std::string_view kNoSchema;
constexpr std::string_view kAnyKind;

struct Naming {
  std::string_view relation;
  std::string_view family;
  std::string_view kind;    ///< kAnyKind: the row says it, or another one
  std::string_view schema;  ///< column
  std::string_view name;    ///< column
};

constexpr Naming kNamings[] = {
    {"schemas", "schema", "schema", kNoSchema, "schema_name"},
    {"extensions", "extension", "extension", kNoSchema, "extension_name"},
    {"foreign_servers", "server", "server", kNoSchema, "server_name"},
    {"publications", "publication", "publication", kNoSchema, "publication_name"},
    {"enums", "type", "enum", "schema_name", "enum_name"},
    {"domains", "type", "domain", "schema_name", "domain_name"},
    {"composite_types", "type", "composite type", "schema_name", "type_name"},
    {"range_types", "type", "range type", "schema_name", "type_name"},
    {"routines", "routine", kAnyKind, "schema_name", "routine_name"},
    {"sequences", "relation", "sequence", "schema_name", "sequence_name"},
    {"tables", "relation", kAnyKind, "schema_name", "table_name"},
    {"parents", "relation", kAnyKind, "schema_name", "table_name"},
    {"table_properties", "relation", kAnyKind, "schema_name", "table_name"},
    {"columns", "relation", kAnyKind, "schema_name", "table_name"},
    {"column_properties", "relation", kAnyKind, "schema_name", "table_name"},
    {"constraints", "relation", kAnyKind, "schema_name", "table_name"},
    {"foreign_keys", "relation", kAnyKind, "schema_name", "table_name"},
    {"rules", "relation", kAnyKind, "schema_name", "table_name"},
    {"views", "relation", kAnyKind, "schema_name", "view_name"},
    {"indexes", "relation", "index", "schema_name", "index_name"},
    {"triggers", "trigger", "trigger", "schema_name", "trigger_name"},
    {"policies", "policy", "policy", "schema_name", "policy_name"},
    {"statistics", "statistics object", "statistics object", "schema_name", "statistics_name"},
    {"privileges", "", kAnyKind, "schema_name", "object_name"},
    {"default_privileges", "default acl", "default acl", "schema_name", "role"},
};

const Naming& naming_of(std::string_view relation) {
  const auto* found =
      std::find_if(std::begin(kNamings), std::end(kNamings),
                   [&](const Naming& naming) { return naming.relation == relation; });
  if (found == std::end(kNamings)) throw std::out_of_range("no relation " + std::string(relation));
  return *found;
}

std::optional<std::string> text_of(const json& row, std::string_view column) {
  const auto found = row.find(column);
  if (found == row.end() || found->is_null()) return std::nullopt;
  return found->get<std::string>();
}

/// Privileges name every kind of relation, and types and routines of any kind as one.
std::string family_of_privileges(const std::string& kind) {
  for (const char* family : {"schema", "server", "foreign-data wrapper", "type", "routine"})
    if (kind == family) return kind;
  return "relation";
}

/// What tells it from others of the same name.
std::string distinction(std::string_view relation, const json& row) {
  if (relation == "routines") return "(" + *text_of(row, "identity_arguments") + ")";
  if (relation == "triggers" || relation == "policies") return " on " + *text_of(row, "table_name");
  if (relation == "default_privileges") return " on " + *text_of(row, "object_kind");
  return "";
}

}  // namespace

ObjectName object_of(std::string_view relation, const json& row) {
  const Naming& naming = naming_of(relation);
  const std::string family = naming.family.empty()
                                 ? family_of_privileges(*text_of(row, "object_kind"))
                                 : std::string(naming.family);
  const bool is_in_schema = !naming.schema.empty() && family != "schema";
  return {family, is_in_schema ? text_of(row, naming.schema) : std::nullopt,
          *text_of(row, naming.name) + distinction(relation, row)};
}

std::optional<std::string> object_kind_of(std::string_view relation, const json& row) {
  const Naming& naming = naming_of(relation);
  if (!naming.kind.empty()) return std::string(naming.kind);
  if (relation != "tables" && relation != "routines") return std::nullopt;
  const auto kind = text_of(row, "kind");
  return kind == "window function" ? "function" : kind;
}

}  // namespace ddltrail
