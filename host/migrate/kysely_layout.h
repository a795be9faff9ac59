// TypeScript modules as Kysely's FileMigrationProvider loads them: 20261121093000_add_profile.ts
// with functions up and down, whose statements are sql`...` templates. What else a module does
// cannot be read.
#pragma once

#include "migrate/layout.h"

namespace ddltrail::migrate {

class KyselyLayout : public Layout {
 public:
  std::vector<Migration> read(FileSystem& files, const std::string& folder,
                              const Dialect& dialect) const override;
  std::vector<TextFile> write(FileSystem& files, const std::string& folder,
                              const Migration& migration, const Dialect& dialect) const override;
};

}  // namespace ddltrail::migrate
