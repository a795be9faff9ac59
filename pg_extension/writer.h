// Writes changes into ddltrail.change_log, within the transaction that made them.
#pragma once

#include "change.h"
#include "command.h"

namespace ddltrail {

/// Who runs a command and how: taken before we act as somebody else.
struct Circumstances {
  const char* actor;
  const char* session_actor;
  const char* application;
  const char* search_path;
  const char* migration;
};

/// As they are now, in the current memory context.
Circumstances current_circumstances();

/// Writes one row for each change, with the definition as it is now.
void write_changes(const Changes& changes, Command* command, const Circumstances& circumstances);

/// Notes in the log that a command went unrecorded.
void mark_broken(const char* reason);

}  // namespace ddltrail
