#include "source/url.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace ddltrail {
namespace {

TEST(Url, KnowsTheEngines) {
  EXPECT_EQ(Url::parse("postgres://h/d").engine, Engine::kPostgres);
  EXPECT_EQ(Url::parse("sqlite:shop.db").location, "shop.db");
  EXPECT_EQ(Url::parse("sqlite:///var/shop.db").location, "/var/shop.db");
}

TEST(Url, RefusesAnythingElse) {
  for (const char* text : {"", "sqlite:", "mysql://h/d", "shop.db"})
    EXPECT_THROW(Url::parse(text), Error) << text;
}

TEST(Url, NeverShowsAPassword) {
  EXPECT_EQ(Url::parse("postgresql://me:s3cret@h:5/d").shown(), "postgresql://me:***@h:5/d");
  EXPECT_EQ(Url::parse("postgresql://h/d?user=x&password=s3cret&a=b").shown(),
            "postgresql://h/d?user=x&password=***&a=b");
  EXPECT_TRUE(Url::parse("postgresql://me:s3cret@h/d").has_password());
  EXPECT_FALSE(Url::parse("postgresql://me@h/d").has_password());
}

}  // namespace
}  // namespace ddltrail
