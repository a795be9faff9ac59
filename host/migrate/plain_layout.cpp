#include "migrate/plain_layout.h"

#include "migrate/bare_script.h"
#include "migrate/versioned_files.h"

namespace ddltrail::migrate {

std::vector<Migration> PlainLayout::read(FileSystem& files, const std::string& folder,
                                         const Dialect& dialect) const {
  return read_pairs(files, folder, [&](const std::string& text, const std::string& path) {
    return read_script(text, {path}, dialect);
  });
}

std::vector<TextFile> PlainLayout::write(FileSystem&, const std::string&,
                                         const Migration& migration, const Dialect& dialect) const {
  Script up = migration.up, down = migration.down.value_or(Script());
  if (is_sent_at_once_)
    for (Script* script : {&up, &down})
      *script = with_foreign_keys_refused(as_sent_at_once(*script), dialect);
  return {{migration.title() + ".up.sql", write_script(up)},
          {migration.title() + ".down.sql", write_script(down)}};
}

}  // namespace ddltrail::migrate
