#include <gmock/gmock.h>

#include "base/clock.h"
#include "migrate/migration.h"

namespace ddltrail::migrate {
namespace {

TEST(MigrationVersion, NumbersAreComparedAsNumbers) {
  EXPECT_TRUE(is_before("9", "10"));
  EXPECT_TRUE(is_before("1.9", "1.10"));
  EXPECT_TRUE(is_before("1", "1.1"));
  EXPECT_TRUE(is_before("", "1"));
  EXPECT_TRUE(is_before("20261121093000", "20261121093001"));
  EXPECT_FALSE(is_before("10", "9"));
  EXPECT_FALSE(is_before("007", "7"));
  EXPECT_FALSE(is_before("7", "007"));
}

TEST(MigrationVersion, IsTheTimeOrTheOneAfterTheLast) {
  const Moment moment{std::chrono::milliseconds(1795253400123)};
  EXPECT_EQ(digits_of(moment), "20261121093000");
  EXPECT_EQ(iso_text(moment), "2026-11-21T09:30:00Z");
  EXPECT_EQ(next_version("20261121093000", "20261121092959"), "20261121093000");
  EXPECT_EQ(next_version("20261121093000", "20261121093000"), "20261121093001");
  EXPECT_EQ(next_version("20261121093000", "20991231235959"), "20991231235960");
  EXPECT_EQ(next_version("20261121093000", ""), "20261121093000");
}

}  // namespace
}  // namespace ddltrail::migrate
