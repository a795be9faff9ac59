#include "source/postgres/empty_relations.h"

#include <fmt/format.h>

namespace ddltrail {
namespace {

struct Relation {
  std::string_view name;
  const char* rows;  ///< where its rows come from; what is not the server's own begins at 16384
};

constexpr Relation kRelations[] = {
    {"extensions", "pg_extension WHERE oid >= 16384"},
    {"foreign_servers", "pg_foreign_server"},
    {"enums", "pg_type WHERE oid >= 16384 AND typtype = 'e'"},
    {"domains", "pg_type WHERE oid >= 16384 AND typtype = 'd'"},
    {"range_types", "pg_type WHERE oid >= 16384 AND typtype = 'r'"},
    {"composite_types", "pg_class WHERE oid >= 16384 AND relkind = 'c'"},
    {"routines", "pg_proc WHERE oid >= 16384"},
    {"views", "pg_class WHERE oid >= 16384 AND relkind IN ('v', 'm')"},
    {"view_columns", "pg_class WHERE oid >= 16384 AND relkind = 'v'"},
    {"parents", "pg_inherits"},
    {"triggers", "pg_trigger WHERE NOT tgisinternal"},
    {"rules", "pg_rewrite WHERE oid >= 16384 AND ev_type <> '1'"},
    {"policies", "pg_policy"},
    {"statistics", "pg_statistic_ext"},
    {"publications", "pg_publication"},
    {"default_privileges", "pg_default_acl"}};

}  // namespace

std::set<std::string_view> empty_relations(Session& session) {
  std::string query;
  for (std::size_t number = 0; number < std::size(kRelations); ++number)
    query += fmt::format("{}SELECT {} WHERE NOT EXISTS (SELECT FROM pg_catalog.{})",
                         number == 0 ? "" : " UNION ALL ", number, kRelations[number].rows);
  std::set<std::string_view> names;
  for (const auto& row : session.query(query)) names.insert(kRelations[row[0].as<int>()].name);
  return names;
}

}  // namespace ddltrail
