// Pairs of SQL files: 20261121093000_add_profile.up.sql and .down.sql, as golang-migrate reads them
// too.
#pragma once

#include "migrate/layout.h"

namespace ddltrail::migrate {

class PlainLayout : public Layout {
 public:
  /// `is_sent_at_once`: each file is for a tool that does not part its statements.
  explicit PlainLayout(bool is_sent_at_once) : is_sent_at_once_(is_sent_at_once) {}
  std::vector<Migration> read(FileSystem& files, const std::string& folder,
                              const Dialect& dialect) const override;
  std::vector<TextFile> write(FileSystem& files, const std::string& folder,
                              const Migration& migration, const Dialect& dialect) const override;

 private:
  bool is_sent_at_once_;
};

}  // namespace ddltrail::migrate
