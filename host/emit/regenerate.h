// The main job: reads what changed, renders what depends on it, writes what differs, and only then
// remembers how far it read. Killed at any point, the next run does the same work again.
#pragma once

#include <string>
#include <vector>

#include "emit/emitter.h"
#include "generate/selection.h"
#include "generate/target.h"
#include "source/source.h"

namespace ddltrail {

struct RegenerateOptions {
  std::string output;     ///< the folder
  std::string signature;  ///< of everything but the schema that decides what is generated
  std::string why_full;   ///< not empty: read everything, whatever the log says, for this reason
  /// Path of the mark of a run that is under way, see Emitter; empty: tell, but write nothing.
  std::string mark;
  Selection selection;  ///< the objects that code is generated for
};

struct Outcome {
  bool has_log = false;
  /// How many changes were read; none where everything was read.
  std::size_t changes = 0;
  /// Not empty: everything was read, for this reason.
  std::string why_everything;
  std::vector<FileChange> files;
  std::size_t unchanged = 0;
};

/// Throws Error; then neither the state nor any file that stood before is harmed.
Outcome regenerate(Source& source, const Target& target, State& state, FileSystem& files,
                   const RegenerateOptions& options);

}  // namespace ddltrail
