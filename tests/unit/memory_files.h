// A disk in memory: remembers what was written and removed, and fails when told to.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/file_system.h"

namespace ddltrail {

class MemoryFiles : public FileSystem {
 public:
  std::optional<std::string> read(const std::string& path) override {
    const auto found = files.find(path);
    if (found == files.end()) return std::nullopt;
    return found->second.content;
  }
  void replace(const std::string& path, std::string_view content) override {
    if (path == fails_at) throw Error("cannot write the file (No space left on device)", path, "");
    files[path] = {std::string(content), ++clock_};
    ++folders_[folder_of(path)];
    written.push_back(path);
  }
  void remove(const std::string& path) override {
    files.erase(path);
    ++folders_[folder_of(path)];
    removed.push_back(path);
  }
  std::optional<FileStamp> stamp(const std::string& path) override {
    if (const auto found = files.find(path); found != files.end())
      return FileStamp{1, found->second.modified, found->second.content.size()};
    const auto folder = folders_.find(path.ends_with('/') ? path : path + "/");
    if (folder == folders_.end()) return std::nullopt;
    return FileStamp{2, folder->second, 0};
  }
  std::vector<std::string> files_below(const std::string& folder) override {
    std::vector<std::string> paths;
    for (const auto& [path, file] : files)
      if (path.starts_with(folder + "/")) paths.push_back(path.substr(folder.size() + 1));
    return paths;
  }
  void forget_calls() {
    written.clear();
    removed.clear();
  }

  struct File {
    std::string content;
    std::int64_t modified;
  };
  std::map<std::string, File> files;
  std::vector<std::string> written;
  std::vector<std::string> removed;
  std::string fails_at;

 private:
  static std::string folder_of(const std::string& path) {
    return path.substr(0, path.rfind('/') + 1);
  }
  std::int64_t clock_ = 0;
  std::map<std::string, std::int64_t> folders_;
};

}  // namespace ddltrail
