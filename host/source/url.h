// Where a database is: postgresql://... or sqlite:PATH.
#pragma once

#include <string>
#include <string_view>

#include "model/engine.h"

namespace ddltrail {

struct Url {
  Engine engine = Engine::kSqlite;
  /// PostgreSQL: the URL. SQLite: the path.
  std::string location;

  /// Throws Error (usage) for anything else.
  static Url parse(std::string_view text);
  /// For people and for files: passwords left out.
  std::string shown() const;
  bool has_password() const;
};

}  // namespace ddltrail
