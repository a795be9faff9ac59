// How long statements of a plan wait for locks, and run.
#pragma once

namespace ddltrail::postgres_plan {

/// Others queue behind a statement that waits: it gives up soon.
inline constexpr const char* kWaitBriefly = "SET lock_timeout = '5s'";
inline constexpr const char* kWaitBrieflyHere = "SET LOCAL lock_timeout = '5s'";
/// CONCURRENTLY waits for the transactions that are open, and nobody waits for it. Where it gave up
/// it would leave an index that is not valid.
inline constexpr const char* kWaitLong = "SET lock_timeout = 0";
inline constexpr const char* kEndWait = "RESET lock_timeout";

/// A step takes as long as its rows need.
inline constexpr const char* kRunLong = "SET statement_timeout = 0";
inline constexpr const char* kRunLongHere = "SET LOCAL statement_timeout = 0";
inline constexpr const char* kEndRun = "RESET statement_timeout";

}  // namespace ddltrail::postgres_plan
