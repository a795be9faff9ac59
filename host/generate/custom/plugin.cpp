#include "generate/custom/plugin.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <system_error>

#include "base/error.h"
#include "generate/custom/output_path.h"
#include "generate/custom/process.h"

namespace ddltrail::custom {
namespace {

std::string name_of(const PluginSetting& plugin) {
  return fmt::format("{}", fmt::join(plugin.command, " "));
}

[[noreturn]] void fail(const PluginSetting& plugin, const std::string& what,
                       const std::string& hint) {
  throw Error("the plugin " + what, name_of(plugin), hint);
}

std::string output_of(const PluginSetting& plugin, const std::string& input) {
  Finished finished;
  try {
    finished = run_program(plugin.command, input, plugin.timeout_seconds);
  } catch (const std::system_error& error) {
    fail(plugin, std::string("cannot be started (") + error.code().message() + ")",
         "Install the program, or mend the command in ddltrail.toml.");
  }
  if (!finished.is_in_time)
    fail(plugin, fmt::format("did not end within {} s", plugin.timeout_seconds),
         "Make it faster, or give it more seconds with timeout in ddltrail.toml.");
  if (finished.exit_code != 0)
    fail(plugin, fmt::format("failed with exit code {}", finished.exit_code),
         "Mend it; what it wrote to stderr stands above.");
  return std::move(finished.output);
}

}  // namespace

std::map<std::string, std::string> run_plugin(const PluginSetting& plugin, const Json& model) {
  const auto replace = Json::error_handler_t::replace;  // of names that are not UTF-8
  const std::string output = output_of(plugin, model.dump(-1, ' ', false, replace) + '\n');
  std::map<std::string, std::string> files;
  try {
    files = Json::parse(output).at("files").get<std::map<std::string, std::string>>();
  } catch (const Json::exception& error) {
    fail(plugin, fmt::format("wrote something else than files ({})", error.what()),
         "Write one JSON object like {\"files\": {\"path.ts\": \"text\"}} to stdout.");
  }
  for (const auto& [path, text] : files) confined(path, name_of(plugin));
  return files;
}

}  // namespace ddltrail::custom
