#include "generate/check_rule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ddltrail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// "length(title) <= 80" for each rule; texts in quotes.
std::vector<std::string> told(const std::string& condition) {
  std::vector<std::string> lines;
  for (const CheckRule& rule : rules_of("CHECK (" + condition + ")")) {
    std::string line = rule.is_length ? "length(" + rule.column + ")" : rule.column;
    line += " " + rule.op;
    for (const CheckLiteral& value : rule.values)
      line += " " + (value.is_number ? value.text : "'" + value.text + "'");
    lines.push_back(line);
  }
  return lines;
}

TEST(CheckRules, AreReadAsPostgresPrintsThem) {
  EXPECT_THAT(told("(price >= 0)"), ElementsAre("price >= 0"));
  EXPECT_THAT(told("(karma >= (0)::double precision)"), ElementsAre("karma >= 0"));
  EXPECT_THAT(told("(balance > ('-5'::integer)::numeric)"), ElementsAre("balance > -5"));
  EXPECT_THAT(told("((rating >= 1) AND (rating <= 5))"), ElementsAre("rating >= 1", "rating <= 5"));
  EXPECT_THAT(told("(kind = ANY (ARRAY['a'::text, 'b''c'::text]))"),
              ElementsAre("kind in 'a' 'b'c'"));
  EXPECT_THAT(
      told(
          "((kind)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))"),
      ElementsAre("kind in 'a' 'b'"));
  EXPECT_THAT(told("(length(title) <= 80)"), ElementsAre("length(title) <= 80"));
  EXPECT_THAT(told("(email ~~ '%_@_%'::text)"), ElementsAre("email like '%_@_%'"));
  EXPECT_THAT(told("(\"a b\" <> 'x'::text)"), ElementsAre("a b <> 'x'"));
}

TEST(CheckRules, AreReadAsPeopleWriteThem) {
  EXPECT_THAT(told("kind IN ('in', 'out')"), ElementsAre("kind in 'in' 'out'"));
  EXPECT_THAT(told("rating BETWEEN 1 AND 5 and x>-1.5"),
              ElementsAre("rating >= 1", "rating <= 5", "x > -1.5"));
  EXPECT_THAT(told("length(country) = 2"), ElementsAre("length(country) = 2"));
}

TEST(CheckRules, AreNothingWhereAnythingElseIsSaid) {
  for (const char* condition : {"a > 0 OR b > 0",
                                "NOT a > 0",
                                "a > b",
                                "a + 1 > 0",
                                "lower(a) = 'x'",
                                "a > 0 AND f(b)",
                                "json_valid(a)",
                                "a IS NULL OR a > 0",
                                "a = E'x'",
                                "a ~~* 'x'",
                                "a = ANY (b)",
                                "(a)::integer(3) > 0",
                                "(a)::date > 'x'",
                                "(a)::integer > 3",
                                "a > 'infinity'::double precision",
                                "a = 'x",
                                "a > 0 COLLATE x",
                                "a LIKE 'x' ESCAPE 'y'",
                                "a > 1e3",
                                "a NOT IN (1)",
                                "",
                                "("})
    EXPECT_THAT(told(condition), IsEmpty()) << condition;
  EXPECT_THAT(rules_of("CHECK (a > 0) NOT VALID"), IsEmpty());
  EXPECT_THAT(rules_of(""), IsEmpty());
}

}  // namespace
}  // namespace ddltrail
