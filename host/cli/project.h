// A project: its configuration, and what a command needs to work on it. Opened by one run at a
// time.
#pragma once

#include <memory>
#include <string>

#include "cli/config.h"
#include "emit/regenerate.h"
#include "emit/state.h"
#include "generate/target.h"
#include "generate/typescript/value_types.h"
#include "source/source.h"

namespace ddltrail {

/// Held while a run works on the project; the system lets go of it when the process ends.
class ProjectLock {
 public:
  /// Throws Error where another run holds it.
  ProjectLock();
  ~ProjectLock();
  ProjectLock(const ProjectLock&) = delete;
  ProjectLock& operator=(const ProjectLock&) = delete;

 private:
  int descriptor_;
};

class Project {
 public:
  /// `url`: from the command line, may be empty.
  Project(Config config, const std::string& url);

  const Url& url() const { return url_; }
  const Config& config() const { return config_; }
  Source& source();
  const Target& target() const { return *target_; }
  /// Throws Error where no folder is named for the files.
  RegenerateOptions options() const;
  /// Tells of the settings that met nothing, once everything was read and rendered.
  void warn_of_unmet(const Selection& selection) const;

  static bool has_state();
  /// .ddltrail/state.db, made where it is missing. Only while a ProjectLock is held.
  static State open_state();

 private:
  Config config_;
  Url url_;
  std::shared_ptr<const typescript::ValueTypes> values_;
  std::unique_ptr<Target> target_;
  std::unique_ptr<Source> source_;
};

}  // namespace ddltrail
