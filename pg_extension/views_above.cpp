#include "views_above.h"

#include <algorithm>
#include <iterator>

#include "definition.h"
#include "diff.h"
#include "key_set.h"

namespace ddltrail {

namespace {

#define INSERTABLE(definition) \
  "pg_catalog.jsonb_path_query_array(" definition ", '$.*[*].is_insertable')"

// A row where the log's last definition of the object agrees with the one given.
constexpr char kAgreement[] =
    "SELECT FROM (SELECT c.definition FROM ddltrail.change_log c"
    "   JOIN ddltrail.log state ON state.log_id OPERATOR(pg_catalog.=) c.log_id"
    "   WHERE c.object_id OPERATOR(pg_catalog.=) $2 AND c.object_kind OPERATOR(pg_catalog.=) 'view'"
    "   AND c.system_identifier OPERATOR(pg_catalog.=) $3"
    "   AND c.database_oid OPERATOR(pg_catalog.=) $4 ORDER BY c.id DESC LIMIT 1) last"
    " WHERE " INSERTABLE("last.definition") " OPERATOR(pg_catalog.=) " INSERTABLE("$1");

#undef INSERTABLE

Oid kAgreementTypes[] = {JSONBOID, INT8OID, INT8OID, INT8OID};

// What was so before the command cannot be asked any more: the log knows.
bool agrees_with_log(const Change& view) {
  bool is_null;
  Datum definition = read_definition(view, kLatest, &is_null);
  if (is_null) return false;
  Datum values[] = {definition, Int64GetDatum(view.key.object_id),
                    Int64GetDatum(static_cast<int64>(GetSystemIdentifier())),
                    Int64GetDatum(MyDatabaseId)};
  SPI_connect();
  int result = SPI_execute_with_args(kAgreement, std::size(values), kAgreementTypes, values,
                                     nullptr, true, 1);
  if (result != SPI_OK_SELECT)
    elog(ERROR, "ddltrail cannot read its log: %s", SPI_result_code_string(result));
  bool agrees = SPI_processed == 1;
  SPI_finish();
  return agrees;
}

bool is_view(const ObjectImage& object) { return strcmp(object.kind, "view") == 0; }

bool may_lie_under_views(const ObjectImage& object) {
  return is_view(object) || strcmp(object.kind, "foreign table") == 0;
}

void find_views_above(ObjectKey relation, KeySet& seen, Vec<ObjectKey>& views) {
  for (const Row& row : find_rows({DependRelationId, DependReferenceIndexId},
                                  {{Anum_pg_depend_refclassid, RelationRelationId},
                                   {Anum_pg_depend_refobjid, relation.object_id}},
                                  kLatest)) {
    auto* dependency = row.as<FormData_pg_depend>();
    if (dependency->classid != RewriteRelationId) continue;
    ObjectKey view = {RelationRelationId, view_of(dependency->objid)};
    if (!OidIsValid(view.object_id) || !seen.add(view)) continue;
    views.push(view);
    find_views_above(view, seen, views);
  }
}

}  // namespace

void add_views_above(const Image& before, const Image& after, const Changes& changes,
                     Changes& dependents) {
  KeySet seen = {};
  Vec<ObjectKey> views = {};
  for (const ObjectImage& now : after.objects) {
    if (!may_lie_under_views(now) || before.find(now.key) == nullptr) continue;
    if (!is_among(changes, now.key)) continue;
    seen.add(now.key);
    find_views_above(now.key, seen, views);
  }
  for (const ObjectImage& view : read_image(views, kLatest, kLatest, {}).objects) {
    if (!is_view(view) || is_among(changes, view.key) || is_among(dependents, view.key)) continue;
    Change change = altered_definition(view);
    if (!agrees_with_log(change)) dependents.push(change);
  }
}

}  // namespace ddltrail
