// The settings of the extension, as the session has them.
#pragma once

namespace ddltrail {

enum StatementText { kStatementNone, kStatementRedacted, kStatementFull };
enum OnError { kOnErrorError, kOnErrorWarn };

struct Settings {
  bool log_definitions;
  int statement_text;
  int on_error;
  char* migration;
  bool publish;
};

/// The one instance; the server writes into it.
extern Settings settings;

/// Makes the settings known to the server. Called once, when the library is loaded.
void define_settings();

}  // namespace ddltrail
