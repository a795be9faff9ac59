#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/commands.h"

namespace ddltrail {
namespace {

ExitCode fail(const Error& error) {
  // Not fmt::print, which throws where stderr cannot be written: there is nobody left to tell.
  std::fputs(fmt::format("ddltrail: {}\n", error.line()).c_str(), stderr);
  if (!error.hint().empty()) std::fputs(fmt::format("hint: {}\n", error.hint()).c_str(), stderr);
  return error.code();
}

void enter(const std::string& folder) {
  if (!folder.empty() && ::chdir(folder.c_str()) != 0)
    throw Error("cannot go to the folder", folder, "Check the path after -C.");
}

Error cannot_print() {
  return {std::string("cannot write the output (") + std::strerror(errno) + ")", "stdout",
          "Check where it goes, and the space on the disk."};
}

ExitCode run(int argc, char** argv) {
  CommandLine line(
      "The database writes down every schema change; types and migrations follow the trail.",
      "init sqlite:shop.db --output src/db");
  Command tool = line.tool();
  std::string folder;
  tool.option("-C,--directory", folder, "Work in this folder");
  for (const auto add : {add_init, add_status, add_generate, add_log, add_diff, add_migration,
                         add_migrate, add_drift, add_snapshot})
    add(tool);
  const Command::Run chosen = line.parse(argc, argv);
  enter(folder);
  return chosen();
}

/// Output that cannot be written is an error like any other.
ExitCode run_and_flush(int argc, char** argv) {
  try {
    const ExitCode code = run(argc, argv);
    if (std::fflush(stdout) != 0) throw cannot_print();
    return code;
  } catch (const std::system_error&) {
    if (std::ferror(stdout)) throw cannot_print();
    throw;
  }
}

/// Results come and go by the megabyte while a schema is read: to give each back to the system and
/// to ask for it again takes a tenth of the time.
void keep_memory() {
  constexpr int kLargest = 256 << 20;
  ::mallopt(M_MMAP_THRESHOLD, kLargest);
  ::mallopt(M_TRIM_THRESHOLD, kLargest);
}

}  // namespace
}  // namespace ddltrail

int main(int argc, char** argv) {
  using namespace ddltrail;
  keep_memory();
  try {
    return static_cast<int>(run_and_flush(argc, argv));
  } catch (const Error& error) {
    return static_cast<int>(fail(error));
  } catch (const std::exception& error) {
    return static_cast<int>(
        fail(Error(error.what(), "", "This is a fault of ddltrail: report it.")));
  }
}
