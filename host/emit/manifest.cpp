#include "emit/manifest.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "model/contract.h"

namespace ddltrail {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;

/// Whoever wrote the manifest, it must not lead to files of others.
bool leads_out(const std::string& path) {
  const std::filesystem::path normal = std::filesystem::path(path).lexically_normal();
  return normal.empty() || normal.is_absolute() || *normal.begin() == "..";
}

}  // namespace

std::string write_manifest(const std::vector<std::string>& paths) {
  return Json{{"ddltrail_manifest", kVersion},
              {"contract", kContract},
              {"generator", DDLTRAIL_VERSION},
              {"files", paths}}
             .dump(2) +
         "\n";
}

std::vector<std::string> read_manifest(std::string_view text) {
  const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return {};
  try {
    if (json.value("ddltrail_manifest", 0) != kVersion) return {};
    auto paths = json.at("files").get<std::vector<std::string>>();
    std::erase_if(paths, leads_out);
    return paths;
  } catch (const Json::exception&) {
    return {};
  }
}

}  // namespace ddltrail
