// Faults on purpose, for the tests of the guards. Only builds with -DDDLTRAIL_DEBUG_FAULTS have the
// setting ddltrail.debug_fault; in others `maybe_fail` is nothing.
#pragma once

namespace ddltrail {

#ifdef DDLTRAIL_DEBUG_FAULTS
void define_fault_setting();
/// Fails as ddltrail.debug_fault says, where it names this zone: "ZONE:FAULT".
void maybe_fail(const char* zone);
#else
inline void define_fault_setting() {}
inline void maybe_fail(const char*) {}
#endif

}  // namespace ddltrail
