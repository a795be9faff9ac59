// The text of the statement that runs: found among what ProcessUtility was given, cut out of the
// query string, and made fit for the log. Its meaning is nobody's business here: changes come from
// catalogs.
#pragma once

#include "pg/pg.h"

namespace ddltrail {

/// One call of ProcessUtility in progress; lives in the frame of the hook.
struct UtilityCall {
  PlannedStmt* statement;
  const char* query;
  UtilityCall* outer;
};

/// Enters and leaves a call. `leave` takes the one to return to.
void enter_utility_call(UtilityCall* call);
void leave_utility_call(UtilityCall* outer);
UtilityCall* current_utility_call();

/// The text of the statement whose parse tree this is, as ddltrail.statement_text wants it, in the
/// current memory context; null where it is not known or not wanted.
char* statement_text(Node* parse_tree);

/// The statement with every literal masked and every comment gone.
char* redacted(const char* statement);

}  // namespace ddltrail
