// The real disk, with what others leave in a folder.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <fstream>

#include "base/error.h"
#include "base/file_system.h"
#include "temporary_folder.h"

namespace ddltrail {
namespace {

using ::testing::ElementsAre;

constexpr uid_t kNobody = 65534;

class DiskTest : public ::testing::Test {
 protected:
  void make(const std::string& name) { std::ofstream(folder_.file(name)) << name; }

  TemporaryFolder folder_;
  std::unique_ptr<FileSystem> files_ = disk();
};

TEST_F(DiskTest, ListsFilesAndNothingElse) {
  make("a.ts");
  ASSERT_EQ(::mkfifo(folder_.file("pipe").c_str(), 0600), 0);
  std::filesystem::create_symlink("loop", folder_.file("loop"));
  std::filesystem::create_symlink("nowhere", folder_.file("dangling"));
  sockaddr_un address{AF_UNIX, {}};
  std::strcpy(address.sun_path, folder_.file("socket").c_str());
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  ASSERT_EQ(::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  EXPECT_THAT(files_->files_below(folder_.file("")), ElementsAre("a.ts"));
  ::close(socket);
}

TEST_F(DiskTest, LeavesOutWhatMayNotBeRead) {
  std::filesystem::create_directory(folder_.file("private"));
  make("private/b.ts");
  make("a.ts");
  make("secret.ts");
  for (const char* name : {"private", "secret.ts"}) ::chmod(folder_.file(name).c_str(), 0);
  ::chmod(folder_.file("").c_str(), 0755);
  const bool is_root = ::geteuid() == 0;
  ASSERT_TRUE(!is_root || ::seteuid(kNobody) == 0);
  const auto paths = files_->files_below(folder_.file(""));
  ASSERT_TRUE(!is_root || ::seteuid(0) == 0);
  ::chmod(folder_.file("private").c_str(), 0700);
  EXPECT_THAT(paths, ElementsAre("a.ts"));
}

TEST_F(DiskTest, FolderIsNoFile) {
  std::filesystem::create_directory(folder_.file("a.ts"));
  EXPECT_FALSE(files_->read(folder_.file("a.ts")));
  EXPECT_THROW(files_->replace(folder_.file("a.ts"), "text"), Error);
}

TEST_F(DiskTest, DoesNotWaitForAPipe) {
  ASSERT_EQ(::mkfifo(folder_.file("pipe").c_str(), 0600), 0);
  EXPECT_EQ(files_->read(folder_.file("pipe")), "");
}

}  // namespace
}  // namespace ddltrail
