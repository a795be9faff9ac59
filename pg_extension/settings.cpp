#include "settings.h"

#include "faults.h"
#include "pg/pg.h"

namespace ddltrail {

Settings settings = {true, kStatementRedacted, kOnErrorError, nullptr, false};

namespace {

const config_enum_entry kStatementTextValues[] = {{"none", kStatementNone, false},
                                                  {"redacted", kStatementRedacted, false},
                                                  {"full", kStatementFull, false},
                                                  {nullptr, 0, false}};

const config_enum_entry kOnErrorValues[] = {
    {"error", kOnErrorError, false}, {"warn", kOnErrorWarn, false}, {nullptr, 0, false}};

}  // namespace

void define_settings() {
  // Who has wide tables and a short disk turns the definitions off; readers then read the
  // relations.
  DefineCustomBoolVariable(
      "ddltrail.log_definitions", "Stores the object as it is after the change beside each row.",
      nullptr, &settings.log_definitions, true, PGC_SUSET, 0, nullptr, nullptr, nullptr);
  // Statements hold secrets (options of foreign servers, defaults): full is a decision of the
  // superuser.
  DefineCustomEnumVariable("ddltrail.statement_text",
                           "How much of the statement the log keeps: none, redacted or full.",
                           nullptr, &settings.statement_text, kStatementRedacted,
                           kStatementTextValues, PGC_SUSET, 0, nullptr, nullptr, nullptr);
  // The way out when the log itself is at fault: DDL goes on, and the log says that it has a hole.
  DefineCustomEnumVariable("ddltrail.on_error",
                           "What a failure to log does: an error that fails the command, or a "
                           "warning and a mark on the log.",
                           nullptr, &settings.on_error, kOnErrorError, kOnErrorValues, PGC_SUSET, 0,
                           nullptr, nullptr, nullptr);
  // Set by migration runners, so that what they did is told from what was done by hand.
  DefineCustomStringVariable("ddltrail.migration", "Name of the migration that is running.",
                             nullptr, &settings.migration, "", PGC_USERSET, 0, nullptr, nullptr,
                             nullptr);
  // For who replicates the log itself; else it stays out of logical decoding, since the subscribers
  // of a publication FOR ALL TABLES would stop at a table that they do not have.
  DefineCustomBoolVariable("ddltrail.publish", "Lets logical decoding see the rows of the log.",
                           nullptr, &settings.publish, false, PGC_SUSET, 0, nullptr, nullptr,
                           nullptr);
  define_fault_settings();
  MarkGUCPrefixReserved("ddltrail");
}

}  // namespace ddltrail
