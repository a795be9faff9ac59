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
  for (const char* url :
       {"postgresql://me:pa/s3cret@h/d", "postgresql://me:pa?s3cret@h/d",
        "postgresql://h/d?password=s3cret&password=s3cret&x=y",
        "postgresql://h/d?sslpassword=s3cret", "postgresql://me:s3cret@h/d?password=s3cret"})
    EXPECT_EQ(Url::parse(url).shown().find("s3cret"), std::string::npos) << url;
  EXPECT_EQ(Url::parse("postgresql://h:5432/d?user=a@b").shown(), "postgresql://h:5432/d?user=a@b");
  EXPECT_TRUE(Url::parse("postgresql://me:s3cret@h/d").has_password());
  EXPECT_FALSE(Url::parse("postgresql://me@h/d").has_password());
}

TEST(Url, ShowsNoPasswordOfWhatItRefuses) {
  for (const char* text : {"mysql://me:s3cret@h/d", "host=h password=s3cret dbname=d",
                           "host=h password = 's3cr\\'s3cret' dbname=d"}) {
    try {
      Url::parse(text);
      FAIL() << text;
    } catch (const Error& error) {
      EXPECT_EQ(error.line().find("s3cret"), std::string::npos) << error.line();
    }
  }
}

}  // namespace
}  // namespace ddltrail
