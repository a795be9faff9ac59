// What differs between the engines for files and runner of migrations, but for what a Database
// does by itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "migrate/statements.h"
#include "model/engine.h"

namespace ddltrail::migrate {

struct Dialect {
  std::vector<Piece> (*split)(std::string_view script);
  /// Where the history is: a place that no reader of schemas looks at.
  const char* history_schema;
  const char* history_table;
  const char* history;  ///< both, as SQL
  /// Makes it, where it is not there.
  std::vector<const char*> make_history;
  const char* recorded_at;  ///< that column as text, ISO 8601 in UTC
  /// What plans say of timeouts where those of a runner hold.
  std::vector<std::string_view> timeouts;
  /// Around a transaction in files that tools run without one.
  const char* begin;
  const char* commit;
  /// How plans say that foreign keys are not to be enforced; a Database enforces none by itself.
  /// Null where there is no such thing.
  const char* foreign_keys_off;
  const char* foreign_keys_on;
  /// Fails where they are enforced, before anything is changed.
  std::vector<const char*> require_foreign_keys_off;
  bool is_bare_in_kysely;  ///< it runs migrations of the engine without a transaction
  /// Tables whose rows refer to rows that are not there, with how many of them do.
  const char* violations;
};

const Dialect& dialect_of(Engine engine);

}  // namespace ddltrail::migrate
