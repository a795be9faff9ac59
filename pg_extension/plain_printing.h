// How the server prints names and constants: as it does where nobody has set anything, whatever the
// session has set. The variables behind the settings are changed themselves, since the settings'
// own machinery costs more than the printing; so they must be put back on every way out.
#pragma once

#include "pg/pg.h"

namespace ddltrail {

/// What a session prints by.
struct Printing {
  bool quotes_all;
  int date_style;
  int date_order;
  int interval_style;
  int float_digits;
  int bytea;
  pg_tz* time_zone;
  char* monetary;
};

/// Sets what a session prints by, and returns what it was.
Printing print_by(const Printing& wanted);
/// What the log is printed by.
Printing plain_printing();

}  // namespace ddltrail
