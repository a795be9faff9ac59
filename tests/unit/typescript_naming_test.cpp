#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "generate/typescript/naming.h"

namespace ddltrail::typescript {
namespace {

using ::testing::HasSubstr;

const Spelling kCamel{CamelCase()};

std::string hint_for(const std::string& name) {
  try {
    kCamel.of(name, "public.t." + name);
  } catch (const Error& error) {
    EXPECT_THAT(error.line(), HasSubstr("public.t." + name));
    return error.hint();
  }
  return "taken";
}

TEST(CamelCase, TurnsWordsAndFindsBack) {
  for (const char* name :
       {"id", "user_id", "line1_a", "a_très_été", "время_жизни", "名前_a", "$x"}) {
    ASSERT_TRUE(has_known_letters(name)) << name;
    EXPECT_EQ(plugin_snake_case(plugin_camel_case(name), {}), name);
  }
  EXPECT_EQ(plugin_camel_case("user_id"), "userId");
  EXPECT_EQ(plugin_camel_case("a_été"), "aÉté");
  EXPECT_EQ(plugin_camel_case(""), "");
}

TEST(CamelCase, DoesNotGuessAtLettersWhoseCaseItDoesNotKnow) {
  for (const char* name : {"straße", "ÿ", "ı", "ﬁ", "ς"}) EXPECT_FALSE(has_known_letters(name));
}

TEST(Spelling, IsTheDatabasesUnlessAskedFor) {
  EXPECT_EQ(Spelling().of("Weird_Name1_", ""), "Weird_Name1_");
}

TEST(Spelling, RefusesNamesThatThePluginWouldNotFindBackTo) {
  for (const char* name : {"userId", "_id", "id_", "a__b", "User"})
    EXPECT_THAT(hint_for(name), HasSubstr("generate.exclude")) << name;
}

TEST(Spelling, NamesTheOptionThatHelps) {
  EXPECT_THAT(hint_for("line_1"), HasSubstr("underscore_before_digits"));
  EXPECT_THAT(hint_for("is_a_vip"), HasSubstr("underscore_between_uppercase_letters"));
  EXPECT_EQ(Spelling({true, false, false}).of("line_1", ""), "line1");
  EXPECT_EQ(Spelling({false, true, false}).of("is_a_vip", ""), "isAVip");
}

TEST(Spelling, OfKeysInValuesIsTheDatabasesWhereThePluginLeavesThem) {
  EXPECT_EQ(kCamel.of_key_in_value("zip_code", ""), "zipCode");
  EXPECT_EQ(Spelling({false, false, true}).of_key_in_value("zip_code", ""), "zip_code");
}

TEST(Spelling, LetsNamesPassThatQueriesKeep) {
  EXPECT_NO_THROW(kCamel.check_in_query("line_1", ""));
  EXPECT_THROW(kCamel.check_in_query("closeYear", "public.closeYear"), Error);
}

TEST(Singular, KnowsTheEndingsThatTheDocumentationLists) {
  const Singular singular{std::map<std::string, std::string>()};
  const std::map<std::string, std::string> words{{"users", "user"},
                                                 {"companies", "company"},
                                                 {"classes", "class"},
                                                 {"boxes", "box"},
                                                 {"matches", "match"},
                                                 {"statuses", "status"},
                                                 {"houses", "house"},
                                                 {"cases", "case"},
                                                 {"heroes", "hero"},
                                                 {"address", "address"},
                                                 {"status", "status"},
                                                 {"analysis", "analysis"},
                                                 {"people", "person"},
                                                 {"news", "news"},
                                                 {"user", "user"},
                                                 {"s", "s"},
                                                 {"bus", "bus"},
                                                 {"ties", "tie"},
                                                 {"OrderItems", "OrderItem"},
                                                 {"sales_people", "sales_person"},
                                                 {"", ""}};
  for (const auto& [many, one] : words) EXPECT_EQ(singular.of(many), one);
}

TEST(Singular, LetsTheProjectSayWhatTheRulesDoNotKnow) {
  const Singular singular(
      std::map<std::string, std::string>{{"indices", "index"}, {"my_data", "datum"}});
  EXPECT_EQ(singular.of("price_indices"), "price_index");
  EXPECT_EQ(singular.of("my_data"), "datum");
  EXPECT_EQ(Singular().of("users"), "users");
}

}  // namespace
}  // namespace ddltrail::typescript
