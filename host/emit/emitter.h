// The only writer of files. Compares, writes what differs, deletes what is no longer generated,
// keeps the manifest; and never touches a file that the tool did not write.
//
// Before the first change a mark is left on the disk, and taken away when the state is committed: a
// run that finds one knows that an earlier run was killed and may have left files that nobody
// knows.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "emit/state.h"
#include "generate/artifact.h"
#include "generate/dirty_set.h"

namespace ddltrail {

enum class FileAction { kCreate, kRewrite, kDelete };

/// What happened, or with a dry run would happen, to a file.
struct FileChange {
  std::string path;
  FileAction action = FileAction::kRewrite;
  Reasons reasons;
};

class Emitter {
 public:
  /// Changes to `state` are left for the caller to commit. `mark`: path of the mark; empty: a dry
  /// run, which tells what would be done and does nothing.
  Emitter(FileSystem& files, State& state, std::string folder, std::string mark);

  /// True where an earlier run did not come to its end.
  bool was_interrupted();
  /// True where the folders look as the last run left them.
  bool is_intact();
  /// The recorded files that are missing or were edited.
  std::vector<std::string> damaged();

  /// Throws Error where somebody else's file is in the way.
  void write(const Artifact& artifact, const Reasons& reasons);
  void remove(const std::string& path, const Reasons& reasons);
  /// True for paths that were written or removed since construction.
  bool has_handled(const std::string& path) const { return handled_.contains(path); }
  /// Removes every file of the tool below the folder that was not written since construction.
  void remove_others(const Reasons& reasons);
  /// Writes the manifest and remembers the folders.
  void finish();
  /// Takes the mark away; call when the state is committed.
  void settle();

  const std::vector<FileChange>& changes() const { return changes_; }
  std::size_t unchanged() const { return unchanged_; }

 private:
  bool is_dry() const { return mark_.empty(); }
  std::string absolute(const std::string& path) const { return folder_ + "/" + path; }
  void change(const std::string& path, FileAction action, const Reasons& reasons);
  void write_manifest_file();
  std::set<std::string> known_paths();

  FileSystem& files_;
  State& state_;
  std::string folder_;
  std::string mark_;
  bool is_marked_ = false;
  bool is_list_changed_ = false;
  std::vector<FileChange> changes_;
  std::size_t unchanged_ = 0;
  std::set<std::string> handled_;  ///< written or removed
};

}  // namespace ddltrail
