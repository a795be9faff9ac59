// The only writer of files. Compares, writes what differs, deletes what is no longer generated,
// keeps the manifest; and never touches a file that the tool did not write.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "emit/manifest.h"
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
  /// Changes to `state` are left for the caller to commit. `is_dry`: tell, but write no file.
  Emitter(FileSystem& files, State& state, std::string folder, bool is_dry);

  /// True where folders and files look as the last run left them. Else says which recorded files
  /// are missing or were edited, and clears away what killed runs left.
  bool is_intact();
  std::vector<std::string> damaged();

  /// Throws Error where somebody else's file is in the way.
  void write(const Artifact& artifact, const std::string& input_hash, const Reasons& reasons);
  void remove(const std::string& path, const Reasons& reasons);
  /// Removes every file of the manifest and of the state that was not written since construction.
  void remove_others(const Reasons& reasons);
  /// Writes the manifest and remembers the folders.
  void finish();

  const std::vector<FileChange>& changes() const { return changes_; }
  std::size_t unchanged() const { return unchanged_; }
  std::string absolute(const std::string& path) const { return folder_ + "/" + path; }

 private:
  void record(const Artifact& artifact, const std::string& input_hash);
  void write_manifest_file();
  std::string whole_manifest();
  void clear_temporary_files(const std::string& folder);

  FileSystem& files_;
  State& state_;
  std::string folder_;
  bool is_dry_;
  std::vector<FileChange> changes_;
  std::size_t unchanged_ = 0;
  std::set<std::string> written_;
  std::map<std::string, std::optional<ManifestEntry>> edits_;
};

}  // namespace ddltrail
