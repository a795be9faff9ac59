// A program that is given a text and writes another; what it has to say for people goes where the
// tool's own stderr goes.
#pragma once

#include <string>
#include <vector>

namespace ddltrail::custom {

struct Finished {
  bool is_in_time = true;
  int exit_code = 0;  ///< 128 and the signal where one ended it
  std::string output;
};

/// `command`: the program, which PATH is searched for, and its arguments. Throws std::system_error
/// where it cannot be started. One that is not in time is killed, with what it started.
Finished run_program(const std::vector<std::string>& command, const std::string& input,
                     int timeout_seconds);

}  // namespace ddltrail::custom
