#include "source/sqlite/bookmark.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "base/error.h"
#include "temporary_folder.h"

namespace ddltrail {
namespace {

TEST(SqliteBookmark, IsReadAsItWasWritten) {
  const SqliteBookmark mark{{1, 2, 3}, 4, "log", 5, 6, "row"};
  const auto read = SqliteBookmark::parse(mark.text());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->text(), mark.text());
}

TEST(SqliteBookmark, IsNothingWhereTheTextIsDamaged) {
  for (const char* text : {"", "junk", "[]", "[99,1,2,3,4,\"log\",5,6,\"row\"]",
                           "[1,1,2,3,\"four\",\"log\",5,6,\"row\"]", "[1,1,2,3,4,5,5,6,\"row\"]"})
    EXPECT_FALSE(SqliteBookmark::parse(text)) << text;
}

TEST(FileIdentity, DoesNotWaitForAPipe) {
  const TemporaryFolder folder;
  ASSERT_EQ(::mkfifo(folder.file("pipe").c_str(), 0600), 0);
  EXPECT_THROW(FileIdentity::of(folder.file("pipe")), Error);
}

}  // namespace
}  // namespace ddltrail
