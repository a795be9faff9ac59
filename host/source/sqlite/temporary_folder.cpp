#include "source/sqlite/temporary_folder.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "base/error.h"

namespace ddltrail {

TemporaryFolder::TemporaryFolder()
    : path_(std::filesystem::temp_directory_path() / "ddltrail-XXXXXX") {
  if (!::mkdtemp(path_.data()))
    throw Error(std::string("cannot make a temporary folder (") + std::strerror(errno) + ")", path_,
                "Check TMPDIR, and the space on the disk.");
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace ddltrail
