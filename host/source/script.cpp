#include "source/script.h"

#include "source/source.h"
#include "source/sqlite/sqlite_script.h"

namespace ddltrail {

Schema read_script(const Sections& sections, const std::string& file, const Url& beside) {
  if (beside.engine == Engine::kSqlite) return read_sqlite_script(sections, file);
  return open_source(beside)->read_script(sections, file);
}

}  // namespace ddltrail
