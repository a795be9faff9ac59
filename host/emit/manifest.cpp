#include "emit/manifest.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/text_width.h"
#include "model/contract.h"

namespace ddltrail {

namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr int kVersion = 1;
constexpr int kWidth = 80;

/// Whoever wrote the manifest, it must not lead to files of others.
bool leads_out(const std::string& path) {
  const std::filesystem::path normal = std::filesystem::path(path).lexically_normal();
  return normal.empty() || normal.is_absolute() || *normal.begin() == "..";
}

std::string joined(const std::vector<std::string>& paths, const char* separator) {
  std::string out;
  for (const std::string& path : paths)
    out += (out.empty() ? "" : separator) + OrderedJson(path).dump();
  return out;
}

/// On one line where it fits there, as Prettier has it.
std::string files_line(const std::vector<std::string>& paths) {
  const std::string field = "  \"files\": [";
  const std::string line = field + joined(paths, ", ") + "]";
  if (width_of(line) <= kWidth) return line;
  return field + "\n    " + joined(paths, ",\n    ") + "\n  ]";
}

}  // namespace

std::string write_manifest(const std::vector<std::string>& paths) {
  const OrderedJson head{
      {"ddltrail_manifest", kVersion}, {"contract", kContract}, {"generator", DDLTRAIL_VERSION}};
  std::string text = head.dump(2);
  text.erase(text.rfind('\n'));
  return text + ",\n" + files_line(paths) + "\n}\n";
}

std::vector<std::string> read_manifest(std::string_view text) {
  const OrderedJson json = OrderedJson::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return {};
  try {
    if (json.value("ddltrail_manifest", 0) != kVersion) return {};
    auto paths = json.at("files").get<std::vector<std::string>>();
    std::erase_if(paths, leads_out);
    return paths;
  } catch (const OrderedJson::exception&) {
    return {};
  }
}

}  // namespace ddltrail
