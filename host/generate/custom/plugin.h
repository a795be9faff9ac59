// A program of the project that makes files: it reads the view model of the whole schema as JSON
// and writes {"files": {"path": "text"}}. No shell is between.
#pragma once

#include <map>
#include <string>

#include "generate/custom/setting.h"
#include "model/row.h"

namespace ddltrail::custom {

/// The files by their paths. Throws Error that names the plugin where it fails, takes too long or
/// writes anything else.
std::map<std::string, std::string> run_plugin(const PluginSetting& plugin, const Json& model);

}  // namespace ddltrail::custom
