// The real disk.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/error.h"
#include "base/file_system.h"

namespace ddltrail {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const char* what, const std::string& path, int error) {
  const char* hint = error == ENOSPC || error == EDQUOT
                         ? "Free some space and run again; nothing was lost."
                         : "Check that the path exists and that you may read and write it.";
  throw Error(std::string(what) + " (" + std::strerror(error) + ")", path, hint);
}

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  int close() { return ::close(std::exchange(fd_, -1)); }

 private:
  int fd_;
};

/// Not a pipe, a socket or a link that leads nowhere, and not somebody's secret.
bool is_readable_file(const fs::directory_entry& entry) {
  std::error_code ignored;
  return entry.is_regular_file(ignored) &&
         ::faccessat(AT_FDCWD, entry.path().c_str(), R_OK, AT_EACCESS) == 0;
}

bool write_all(int fd, std::string_view content) {
  while (!content.empty()) {
    const ssize_t n = ::write(fd, content.data(), content.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    content.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

class Disk : public FileSystem {
 public:
  std::optional<std::string> read(const std::string& path) override {
    // Not to wait for a writer where somebody's pipe is in the way.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0) {
      if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
      fail("cannot read the file", path, errno);
    }
    struct stat info {};
    if (::fstat(file.get(), &info) != 0) fail("cannot read the file", path, errno);
    if (S_ISDIR(info.st_mode)) return std::nullopt;
    std::string content(static_cast<std::size_t>(info.st_size), '\0');
    std::size_t done = 0;
    while (done < content.size()) {
      const ssize_t n = ::read(file.get(), content.data() + done, content.size() - done);
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) fail("cannot read the file", path, errno);
      if (n == 0) break;
      done += static_cast<std::size_t>(n);
    }
    content.resize(done);
    return content;
  }

  void replace(const std::string& path, std::string_view content) override {
    const std::string temporary = path + std::string(kTemporarySuffix);
    Descriptor file(open_for_writing(temporary));
    if (!write_all(file.get(), content) || file.close() != 0 ||
        ::rename(temporary.c_str(), path.c_str()) != 0) {
      const int error = errno;
      ::unlink(temporary.c_str());
      fail("cannot write the file", path, error);
    }
  }

  void remove(const std::string& path) override {
    if (::unlink(path.c_str()) != 0 && errno != ENOENT && errno != ENOTDIR)
      fail("cannot remove the file", path, errno);
    fs::path folder = fs::path(path).parent_path();
    while (!folder.empty() && ::rmdir(folder.c_str()) == 0)  // fails where the folder is not empty
      folder = folder.parent_path();
  }

  std::optional<FileStamp> stamp(const std::string& path) override {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) return std::nullopt;
    const auto modified =
        static_cast<std::int64_t>(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec;
    const auto size = S_ISDIR(info.st_mode) ? 0 : static_cast<std::uint64_t>(info.st_size);
    return FileStamp{info.st_ino, modified, size};
  }

  std::vector<std::string> files_below(const std::string& folder) override {
    std::vector<std::string> paths;
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied,
                                           error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error))
      if (is_readable_file(*entry)) paths.push_back(entry->path().lexically_relative(folder));
    if (error && error != std::errc::no_such_file_or_directory &&
        error != std::errc::not_a_directory)
      fail("cannot read the folder", folder, error.value());
    std::sort(paths.begin(), paths.end());
    return paths;
  }

 private:
  static int open_for_writing(const std::string& path) {
    const int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW;
    int fd = ::open(path.c_str(), flags, 0666);
    if (fd < 0 && errno == ENOENT) {
      std::error_code error;
      fs::create_directories(fs::path(path).parent_path(), error);
      if (error) fail("cannot create the folder", fs::path(path).parent_path(), error.value());
      fd = ::open(path.c_str(), flags, 0666);
    }
    if (fd < 0) fail("cannot write the file", path, errno);
    return fd;
  }
};

}  // namespace

std::unique_ptr<FileSystem> disk() { return std::make_unique<Disk>(); }

}  // namespace ddltrail
