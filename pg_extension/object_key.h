// What an object is to the catalogs: the catalog it stands in and its OID there.
#pragma once

#include <compare>

#include "pg/pg.h"

namespace ddltrail {

struct ObjectKey {
  Oid class_id;
  Oid object_id;

  auto operator<=>(const ObjectKey&) const = default;
};

}  // namespace ddltrail
