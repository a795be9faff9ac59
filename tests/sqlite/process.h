// Processes of a test: SQLite keeps its locks between processes, and what is loaded for every
// connection of one stays for good.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

namespace ddltrail::test {

/// A child process that runs `body` and never comes back.
template <typename Body>
pid_t start_process(Body body) {
  const pid_t child = fork();
  if (child != 0) return child;
  try {
    body();
  } catch (...) {
    _exit(1);
  }
  _exit(0);
}

inline bool ended_well(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace ddltrail::test
