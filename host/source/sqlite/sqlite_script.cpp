#include "source/sqlite/sqlite_script.h"

#include "base/error.h"
#include "base/sqlite.h"
#include "source/sqlite/sqlite_source.h"
#include "source/sqlite/temporary_folder.h"

namespace ddltrail {
namespace {

void run(const std::string& database, const Sections& sections, const std::string& file) {
  std::string place;
  try {
    sqlite::Connection connection(database, sqlite::OpenMode::kCreate);
    connection.execute("PRAGMA synchronous = OFF");
    for (const ScriptPart& part : sections) {
      place = part.place();
      connection.execute(part.sql.c_str());
    }
    connection.execute("PRAGMA user_version = 0");  // a file even where the script makes nothing
  } catch (const sqlite::Failure& failure) {
    throw Error("the script failed (" + std::string(failure.what()) + place + ")", file,
                "Mend what stands there; the script has to run on an empty SQLite database.");
  }
}

}  // namespace

Schema read_sqlite_script(const Sections& sections, const std::string& file) {
  const TemporaryFolder folder;
  const std::string database = folder.path() + "/script.db";
  run(database, sections, file);
  return SqliteSource(database).read_schema();
}

}  // namespace ddltrail
