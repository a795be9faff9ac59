// Captures what a command did: collects the objects it may have changed, compares the catalogs
// before and after over them, and has the changes written.
#pragma once

#include "pg/pg.h"

namespace ddltrail {

/// A command begins: as its event trigger tells, or without one.
void capture_start(const EventTriggerData* event);
void begin_capture(const char* tag, Node* parse_tree);
/// It dropped objects, whose names are still known, and has done its work: writes its rows.
void capture_drops();
/// It ends: writes its rows where they are not written. As its event trigger tells, or without one.
void capture_end();
void end_capture();
/// It commits before it ends (CREATE INDEX CONCURRENTLY): writes what it has done so far.
void capture_midway();

}  // namespace ddltrail
