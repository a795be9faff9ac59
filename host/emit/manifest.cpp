#include "emit/manifest.h"

#include <nlohmann/json.hpp>

namespace ddltrail {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;
constexpr int kContract = 1;

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
  if (!json.is_object() || json.value("ddltrail_manifest", 0) != kVersion) return {};
  try {
    return json.at("files").get<std::vector<std::string>>();
  } catch (const Json::exception&) {
    return {};
  }
}

}  // namespace ddltrail
