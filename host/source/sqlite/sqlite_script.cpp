#include "source/sqlite/sqlite_script.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "base/error.h"
#include "base/sqlite.h"
#include "source/sqlite/sqlite_source.h"

namespace ddltrail {
namespace {

/// A folder of its own, for the database and what SQLite puts beside it.
class TemporaryFolder {
 public:
  TemporaryFolder() : path_(std::filesystem::temp_directory_path() / "ddltrail-XXXXXX") {
    if (!::mkdtemp(path_.data()))
      throw Error(std::string("cannot make a temporary folder (") + std::strerror(errno) + ")",
                  path_, "Check TMPDIR, and the space on the disk.");
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

void run(const std::string& database, const Sections& sections, const std::string& file) {
  try {
    sqlite::Connection connection(database, sqlite::OpenMode::kCreate);
    connection.execute("PRAGMA synchronous = OFF");
    for (const std::string& section : sections) connection.execute(section.c_str());
    connection.execute("PRAGMA user_version = 0");  // a file even where the script makes nothing
  } catch (const sqlite::Failure& failure) {
    throw Error(std::string("the script failed (") + failure.what() + ")", file,
                "It must run on an empty SQLite database.");
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
