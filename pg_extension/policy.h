// What a failure to capture does to the command: ddltrail.on_error.
#pragma once

#include "attempt.h"
#include "settings.h"

namespace ddltrail {

/// Warns, and marks the log as broken: readers fall back to reading everything.
void give_up(const ErrorData* error);

/// Runs a step of the capture. Where it fails, the command fails too, or goes on without it.
template <typename Body>
void under_policy(Body&& body) {
  if (settings.on_error == kOnErrorError) {
    body();
    return;
  }
  ErrorData* error = attempt(body);
  if (error != nullptr) give_up(error);
}

}  // namespace ddltrail
