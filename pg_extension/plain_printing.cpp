#include "plain_printing.h"

namespace ddltrail {

namespace {

char plain_locale[] = "C";

void set_monetary(char* locale) {
  if (strcmp(locale, locale_monetary) == 0) return;
  locale_monetary = locale;
  assign_locale_monetary(locale, nullptr);  // forgets what was read of the other
}

}  // namespace

Printing print_by(const Printing& wanted) {
  Printing before = {quote_all_identifiers, DateStyle,    DateOrder,        IntervalStyle,
                     extra_float_digits,    bytea_output, session_timezone, locale_monetary};
  quote_all_identifiers = wanted.quotes_all;
  DateStyle = wanted.date_style;
  DateOrder = wanted.date_order;
  IntervalStyle = wanted.interval_style;
  extra_float_digits = wanted.float_digits;
  bytea_output = wanted.bytea;
  session_timezone = wanted.time_zone;
  set_monetary(wanted.monetary);
  return before;
}

Printing plain_printing() {
  static pg_tz* utc = nullptr;
  if (utc == nullptr) utc = pg_tzset("UTC");
  return {false, USE_ISO_DATES,    DATEORDER_MDY, INTSTYLE_POSTGRES,
          1,     BYTEA_OUTPUT_HEX, utc,           plain_locale};
}

}  // namespace ddltrail
