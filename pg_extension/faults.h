// Faults on purpose, for the tests of the guards. Only builds with -DDDLTRAIL_DEBUG_FAULTS have the
// settings ddltrail.debug_fault and ddltrail.debug_queue_limit; in others `maybe_fail` is nothing.
#pragma once

namespace ddltrail {

/// How full the queue of notifications may be for us to add to it.
constexpr double kQueueLimit = 0.5;

#ifdef DDLTRAIL_DEBUG_FAULTS
void define_fault_settings();
double queue_limit();
/// Fails as ddltrail.debug_fault says, where it names this zone: "ZONE:FAULT".
void maybe_fail(const char* zone);
#else
inline void define_fault_settings() {}
inline double queue_limit() { return kQueueLimit; }
inline void maybe_fail(const char*) {}
#endif

}  // namespace ddltrail
