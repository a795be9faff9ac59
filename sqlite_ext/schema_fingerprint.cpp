#include "schema_fingerprint.h"

#include "definition.h"
#include "fingerprint/fingerprint.h"

namespace ddltrail {
namespace {

void add_rows(Fingerprints& fingerprints, const Database& db, const Relation& relation) {
  Statement rows(db, "SELECT * FROM (" + std::string(relation.sql) + ")");
  while (rows.step()) fingerprints.add(relation.name, Row(relation, rows).compared());
}

}  // namespace

std::string schema_fingerprint(const Database& db) {
  resolve_views(db);
  Fingerprints fingerprints;
  for (const Relation& relation : relations())
    if (relation.is_compared) add_rows(fingerprints, db, relation);
  return fingerprints.schema();
}

}  // namespace ddltrail
