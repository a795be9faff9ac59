#include "faults.h"

#ifdef DDLTRAIL_DEBUG_FAULTS

#include <new>
#include <stdexcept>

#include "pg/pg.h"

namespace ddltrail {

namespace {

char* fault = nullptr;
double limit = kQueueLimit;

void fail(const char* kind) {
  if (strcmp(kind, "runtime_error") == 0) throw std::runtime_error("a runtime error");
  if (strcmp(kind, "bad_alloc") == 0) throw std::bad_alloc();
  if (strcmp(kind, "int") == 0) throw 42;
  ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED), errmsg("a server error"), errhint("A hint.")));
}

}  // namespace

void define_fault_settings() {
  DefineCustomStringVariable("ddltrail.debug_fault", "Where and how to fail, for tests.", nullptr,
                             &fault, "", PGC_SUSET, 0, nullptr, nullptr, nullptr);
  DefineCustomRealVariable("ddltrail.debug_queue_limit", "Which queue is too full, for tests.",
                           nullptr, &limit, kQueueLimit, -1, 1, PGC_SUSET, 0, nullptr, nullptr,
                           nullptr);
}

double queue_limit() { return limit; }

void maybe_fail(const char* zone) {
  size_t length = strlen(zone);
  if (fault != nullptr && strncmp(fault, zone, length) == 0 && fault[length] == ':')
    fail(fault + length + 1);
}

}  // namespace ddltrail

#endif
