// The door between the server and C++: a C++ exception that left one of our functions would take
// the whole cluster down. Our code keeps to trivially destructible types, so the server's own
// errors (longjmp) may pass through it; what the C++ library might throw ends here.
#pragma once

#include <cstdio>
#include <exception>

#include "pg/pg.h"

namespace ddltrail {

/// Runs `body` and returns what it returns; a C++ exception becomes a server error.
template <typename Body>
auto guarded(Body&& body) -> decltype(body()) {
  char what[256];
  try {
    return body();
  } catch (const std::exception& e) {
    snprintf(what, sizeof what, "%s", e.what());
  } catch (...) {
    snprintf(what, sizeof what, "unknown C++ exception");
  }
  ereport(ERROR, (errcode(ERRCODE_INTERNAL_ERROR), errmsg("ddltrail failed: %s", what)));
  pg_unreachable();
}

}  // namespace ddltrail
