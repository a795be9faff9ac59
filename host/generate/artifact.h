// A generated file, in memory.
#pragma once

#include <string>

namespace ddltrail {

struct Artifact {
  std::string path;  ///< relative to the output folder, with slashes
  std::string content;
};

}  // namespace ddltrail
