// The one exception of the host. What ends a command is an Error; expected outcomes are values.
// Each layer that can add context does so by naming the object; only main() catches and prints it.
#pragma once

#include <stdexcept>
#include <string>

namespace ddltrail {

/// Exit codes of the tool.
enum class ExitCode { kDone = 0, kError = 1, kOutOfDate = 2, kHazardRefused = 3, kUsage = 64 };

class Error : public std::runtime_error {
 public:
  /// `what`: lower-case start, no period. `object`: what it is about, shown in quotes; may be
  /// empty. `hint`: a full sentence that says what to do; may be empty.
  Error(std::string what, std::string object, std::string hint, ExitCode code = ExitCode::kError)
      : std::runtime_error(std::move(what)),
        object_(std::move(object)),
        hint_(std::move(hint)),
        code_(code) {}

  const std::string& object() const { return object_; }
  const std::string& hint() const { return hint_; }
  ExitCode code() const { return code_; }
  /// The line for people: `what: "object"`, line breaks folded into spaces.
  std::string line() const;

 private:
  std::string object_;
  std::string hint_;
  ExitCode code_;
};

}  // namespace ddltrail
