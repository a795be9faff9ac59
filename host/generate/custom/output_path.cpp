#include "generate/custom/output_path.h"

#include <algorithm>
#include <filesystem>

#include "base/error.h"
#include "generate/artifact.h"

namespace ddltrail::custom {
namespace {

constexpr std::string_view kOpen = "{{";
constexpr std::string_view kClose = "}}";

bool is_confined(const std::string& path) {
  const std::filesystem::path parts(path);
  if (path.empty() || path.ends_with('/') || parts.is_absolute()) return false;
  if (path.find("//") != std::string::npos) return false;
  if (path.find_first_of(std::string_view("\\\0\n", 3)) != std::string::npos) return false;
  return std::none_of(parts.begin(), parts.end(), [](const std::filesystem::path& part) {
    return part == "." || part == ".." || part == ".git";
  });
}

}  // namespace

std::string confined(const std::string& path, const std::string& whose) {
  if (is_confined(path) && !path.ends_with(kManifestName)) return path;
  throw Error("\"" + path + "\" is no file below the output folder", whose,
              "Write a path with slashes that begins in the output folder.");
}

OutputPath::OutputPath(std::string pattern, std::string whose)
    : pattern_(std::move(pattern)), whose_(std::move(whose)) {}

bool OutputPath::has(const std::string& placeholder) const {
  return pattern_.find(std::string(kOpen) + placeholder + std::string(kClose)) != std::string::npos;
}

std::string OutputPath::with(const std::map<std::string, std::string>& values) const {
  std::string path;
  for (std::size_t at = 0; at < pattern_.size();) {
    const auto open = pattern_.find(kOpen, at);
    path += pattern_.substr(at, open - at);
    if (open == std::string::npos) break;
    const auto close = pattern_.find(kClose, open);
    const auto value = close == std::string::npos
                           ? values.end()
                           : values.find(pattern_.substr(open + 2, close - open - 2));
    if (value == values.end())
      throw Error("there is no such placeholder in a path: " + pattern_.substr(open, close - open),
                  whose_, "Use {{schema}}, {{name}} or {{path}}, as far as the object has them.");
    path += value->second;
    at = close + kClose.size();
  }
  return confined(path, whose_);
}

}  // namespace ddltrail::custom
