#include "base/text_width.h"

#include <gtest/gtest.h>

namespace ddltrail {
namespace {

TEST(TextWidth, CountsColumnsNotBytes) {
  EXPECT_EQ(width_of("größe"), 5);
  EXPECT_EQ(width_of("名前"), 4);
}

}  // namespace
}  // namespace ddltrail
