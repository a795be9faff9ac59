// What the contract calls the kinds of relations.
#pragma once

#include "pg/pg.h"

namespace ddltrail {

/// Of relations that have rows in the log. `kind` as in pg_class.relkind.
inline const char* relation_kind(char kind) {
  switch (kind) {
    case RELKIND_RELATION:
      return "table";
    case RELKIND_PARTITIONED_TABLE:
      return "partitioned table";
    case RELKIND_FOREIGN_TABLE:
      return "foreign table";
    case RELKIND_VIEW:
      return "view";
    case RELKIND_MATVIEW:
      return "materialized view";
    case RELKIND_SEQUENCE:
      return "sequence";
    default:
      return "index";
  }
}

}  // namespace ddltrail
