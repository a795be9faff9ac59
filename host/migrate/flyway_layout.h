// V20261121093000__add_profile.sql as Flyway reads it, the way back beside it with a U, and what
// Flyway has to know of a file in a .conf of its own. Repeatable migrations (R__) are left out.
#pragma once

#include "migrate/layout.h"

namespace ddltrail::migrate {

class FlywayLayout : public Layout {
 public:
  std::vector<Migration> read(FileSystem& files, const std::string& folder,
                              const Dialect& dialect) const override;
  std::vector<TextFile> write(FileSystem& files, const std::string& folder,
                              const Migration& migration, const Dialect& dialect) const override;
};

}  // namespace ddltrail::migrate
