#include "migrate/plain_layout.h"

#include "migrate/versioned_files.h"

namespace ddltrail::migrate {

std::vector<Migration> PlainLayout::read(FileSystem& files, const std::string& folder,
                                         const Dialect& dialect) const {
  return read_pairs(files, folder, [&](const std::string& text, const std::string& path) {
    return read_script(text, {path}, dialect);
  });
}

std::vector<TextFile> PlainLayout::write(FileSystem&, const std::string&,
                                         const Migration& migration) const {
  if (is_sent_at_once_) {
    require_alone(migration.up);
    if (migration.down) require_alone(*migration.down);
  }
  return {{migration.title() + ".up.sql", write_script(migration.up)},
          {migration.title() + ".down.sql", write_script(migration.down.value_or(Script()))}};
}

}  // namespace ddltrail::migrate
