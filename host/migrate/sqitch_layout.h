// A plan in sqitch.plan and scripts in deploy/ and revert/ as Sqitch reads them. The plan has the
// order; a change has its time as version. Scripts of verify/ are not written: `migrate verify`
// looks at the whole schema.
#pragma once

#include "migrate/layout.h"

namespace ddltrail::migrate {

class SqitchLayout : public Layout {
 public:
  std::vector<Migration> read(FileSystem& files, const std::string& folder,
                              const Dialect& dialect) const override;
  std::vector<TextFile> write(FileSystem& files, const std::string& folder,
                              const Migration& migration, const Dialect& dialect) const override;
};

}  // namespace ddltrail::migrate
