// A generated file, in memory.
#pragma once

#include <string>

namespace ddltrail {

/// Beside the generated files: which they are.
inline constexpr const char* kManifestName = "ddltrail.manifest.json";

struct Artifact {
  std::string path;  ///< relative to the output folder, with slashes
  std::string content;
};

}  // namespace ddltrail
