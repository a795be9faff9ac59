#include "base/utf8.h"

#include <gtest/gtest.h>

namespace ddltrail {
namespace {

constexpr const char* kReplaced = "\xEF\xBF\xBD";

std::string replaced(int count) {
  std::string out;
  while (count-- > 0) out += kReplaced;
  return out;
}

TEST(Utf8, WellFormedTextStaysAsItIs) {
  for (const std::string text : {"plain", "\xC2\x80", "\xE0\xA0\x80", "\xF0\x90\x80\x80"})
    EXPECT_EQ(well_formed(text), text);
}

TEST(Utf8, OverlongFormsAreReplacedByteByByte) {
  EXPECT_EQ(well_formed("\xC0\xAF"), replaced(2));
  EXPECT_EQ(well_formed("\xE0\x80\xAF"), replaced(3));
  EXPECT_EQ(well_formed("\xE0\x9F\xBF"), replaced(3));
  EXPECT_EQ(well_formed("\xF0\x80\x80\xAF"), replaced(4));
  EXPECT_EQ(well_formed("\xF0\x8F\xBF\xBF"), replaced(4));
}

TEST(Utf8, HalvesOfPairsAndWhatIsCutOffAreReplaced) {
  EXPECT_EQ(well_formed("\xED\xA0\x80"), replaced(3));
  EXPECT_EQ(well_formed("a\xE2\x82"), "a" + replaced(2));
  EXPECT_EQ(well_formed("\xF4\x90\x80\x80"), replaced(4));
}

}  // namespace
}  // namespace ddltrail
