#include "base/program.h"

#include <filesystem>
#include <fstream>

#include "base/error.h"

namespace ddltrail {

namespace fs = std::filesystem;

std::string find_library(const std::string& name) {
  const fs::path folder = fs::read_symlink("/proc/self/exe").parent_path();
  const std::string file = name + ".so";
  const fs::path candidates[] = {
      folder / ".." / DDLTRAIL_LIBDIR / file,  // installed: bin/ and lib/ddltrail/
      folder / file,                           // built: host/
      folder / ".." / "sqlite_ext" / file,     // built: sqlite_ext/
  };
  for (const fs::path& candidate : candidates)
    if (fs::exists(candidate)) return fs::weakly_canonical(candidate);
  throw Error("cannot find a library of ddltrail", file,
              "Install ddltrail with `cmake --install`, or run it from its build folder.");
}

std::string boot_id() {
  std::ifstream file("/proc/sys/kernel/random/boot_id");
  std::string id;
  std::getline(file, id);
  return id;
}

}  // namespace ddltrail
