#include "generate/custom/setting.h"

#include <filesystem>

#include "base/file_system.h"
#include "base/hash.h"
#include "generate/custom/template.h"

namespace ddltrail::custom {
namespace {

/// A program of the project, or its script; not what is installed elsewhere.
bool is_of_project(const std::string& word) {
  std::error_code ignored;
  return !std::filesystem::path(word).is_absolute() &&
         std::filesystem::is_regular_file(word, ignored);
}

}  // namespace

std::string Setting::stamp() const {
  std::string stamp;
  const auto files = disk();
  for (const TemplateSetting& each : templates) stamp += stable_hash(read_template(each.file));
  for (const PluginSetting& plugin : plugins)
    for (const std::string& word : plugin.command)
      if (is_of_project(word)) stamp += stable_hash(files->read(word).value_or(""));
  return stamp;
}

}  // namespace ddltrail::custom
