// Scripts in files that a tool runs without a transaction: what is one begins and ends it by
// itself, and what no foreign keys are enforced for switches them off and on.
#pragma once

#include <string>

#include "migrate/script.h"

namespace ddltrail::migrate {

/// It cannot be run inside of a transaction of the tool.
bool must_be_bare(const Script& script);

std::string write_bare(const Script& script, const Dialect& dialect);

/// `script`: as it stands in such a file, read without transactions.
Script read_bare(const Script& script, const Dialect& dialect);

/// For tools that send a file at once, which the server takes as a transaction: without what is
/// set around a statement that cannot be in one. Throws Error where that is not alone.
Script as_sent_at_once(const Script& script);

/// For tools that run each file in a transaction, in which foreign keys cannot be switched off: it
/// fails where they are enforced and must not be.
Script with_foreign_keys_refused(Script script, const Dialect& dialect);

/// The first statement that cannot be in a transaction, but for settings.
std::string bare_statement(const Script& script);

}  // namespace ddltrail::migrate
