// What the configuration says of files that the project generates itself.
#pragma once

#include <string>
#include <vector>

namespace ddltrail::custom {

/// What a template is rendered for each of.
enum class Subject { kTable, kEnum, kSchema, kDatabase };

struct TemplateSetting {
  std::string file;
  Subject subject = Subject::kTable;
  std::string output;  ///< see OutputPath
};

struct PluginSetting {
  std::vector<std::string> command;  ///< a program and its arguments
  int timeout_seconds = 60;
};

struct Setting {
  std::vector<TemplateSetting> templates;
  std::vector<PluginSetting> plugins;

  bool empty() const { return templates.empty() && plugins.empty(); }
  /// The text of the templates, and of the files of the project that commands name. Throws Error
  /// where there is no such template.
  std::string stamp() const;
};

}  // namespace ddltrail::custom
