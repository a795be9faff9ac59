// A catalog with nothing in it.
#pragma once

#include "generate/catalog.h"

namespace ddltrail {

inline const Catalog& no_catalog() {
  static const std::vector<Object> kNothing;
  static const MemoryCatalog kCatalog(kNothing);
  return kCatalog;
}

}  // namespace ddltrail
