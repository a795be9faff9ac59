#include <fmt/format.h>
#include <unistd.h>

#include "cli/command.h"

namespace ddltrail {
namespace {

ExitCode fail(const Error& error) {
  fmt::print(stderr, "ddltrail: {}\n", error.line());
  if (!error.hint().empty()) fmt::print(stderr, "hint: {}\n", error.hint());
  return error.code();
}

void enter(const std::string& folder) {
  if (!folder.empty() && ::chdir(folder.c_str()) != 0)
    throw Error("cannot go to the folder", folder, "Check the path after -C.");
}

ExitCode run(int argc, char** argv) {
  CLI::App app{
      "The database writes down every schema change; types and migrations follow the trail."};
  Chosen chosen;
  std::string folder;
  app.set_version_flag("--version", DDLTRAIL_VERSION);
  app.add_option("-C,--directory", folder, "Work in this folder");
  app.require_subcommand(1);
  for (const auto add : {add_init, add_status, add_generate, add_log}) add(app, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? ExitCode::kDone : ExitCode::kUsage;
  }
  enter(folder);
  return chosen();
}

}  // namespace
}  // namespace ddltrail

int main(int argc, char** argv) {
  using namespace ddltrail;
  try {
    return static_cast<int>(run(argc, argv));
  } catch (const Error& error) {
    return static_cast<int>(fail(error));
  } catch (const std::exception& error) {
    return static_cast<int>(
        fail(Error(error.what(), "", "This is a fault of ddltrail: report it.")));
  }
}
