#include "generate/typescript/syntax.h"

#include <gtest/gtest.h>

namespace ddltrail::typescript {
namespace {

TEST(Literal, EscapesWhatCouldEndIt) { EXPECT_EQ(literal("a\"b'\\c\n"), R"("a\"b'\\c\u000a")"); }

TEST(Literal, HasTheQuotesOfWhichTheTextHasFewer) {
  EXPECT_EQ(literal("it's"), R"("it's")");
  EXPECT_EQ(literal("say \"it's\""), R"('say "it\'s"')");
}

TEST(Literal, EscapesLineSeparatorsAndBidiMarks) {
  EXPECT_EQ(literal("\u2028\u202e\u200b"), R"("\u2028\u202e\u200b")");
}

TEST(Literal, KeepsOtherText) { EXPECT_EQ(literal("Straße 表 🙂"), "\"Straße 表 🙂\""); }

TEST(Literal, ReplacesMalformedUtf8) {
  EXPECT_EQ(literal("a\xff"), "\"a\uFFFD\"");
  EXPECT_EQ(literal("\xe2\x80"), "\"\uFFFD\uFFFD\"");
  EXPECT_EQ(literal("\xed\xa0\x80"), "\"\uFFFD\uFFFD\uFFFD\"");  // a surrogate
}

TEST(Property, IsBareWhereItCan) {
  EXPECT_EQ(property("order_id"), "order_id");
  EXPECT_EQ(property("1st"), "\"1st\"");
  EXPECT_EQ(property(""), "\"\"");
  EXPECT_EQ(property("a b"), "\"a b\"");
}

TEST(DocComment, CannotBeEndedByItsText) {
  EXPECT_EQ(doc_comment("*/ export const hacked = 1; /*", ""),
            "/** *\\/ export const hacked = 1; /* */\n");
}

TEST(DocComment, CannotBeEndedByTextThatBecomesTheEnd) {
  EXPECT_EQ(doc_comment("*\r/ code", "").find("*/ code"), std::string::npos);
}

TEST(DocComment, HasALineForEachLine) {
  EXPECT_EQ(doc_comment("a\n\nb", "  "), "  /**\n   * a\n   *\n   * b\n   */\n");
}

TEST(DocComment, IsNothingWithoutText) { EXPECT_EQ(doc_comment(" \n", ""), ""); }

TEST(DocComment, GivesADeprecationItsOwnLine) {
  EXPECT_EQ(doc_comment("The old name. @deprecated use full_name", ""),
            "/**\n * The old name.\n * @deprecated use full_name\n */\n");
  EXPECT_EQ(doc_comment("  @deprecated use full_name", ""), "/** @deprecated use full_name */\n");
  EXPECT_EQ(doc_comment("a\n@deprecated b", ""), "/**\n * a\n * @deprecated b\n */\n");
  EXPECT_EQ(doc_comment("mail@deprecated.org @deprecatedly", ""),
            "/** mail@deprecated.org @deprecatedly */\n");
}

TEST(Deprecation, IsTheLineOfTheTag) {
  EXPECT_EQ(deprecation("Old. @deprecated use b\nand more"), "@deprecated use b");
  EXPECT_EQ(deprecation("@deprecated"), "@deprecated");
  EXPECT_EQ(deprecation("not @deprecatedly"), "");
}

TEST(FileComment, IsOneLineOrSeveralAndNothingEndsIt) {
  EXPECT_EQ(file_comment("eslint-disable"), "/* eslint-disable */\n");
  EXPECT_EQ(file_comment("Ours.\n\n*/ x\n"), "/*\n * Ours.\n *\n * *\\/ x\n */\n");
  EXPECT_EQ(file_comment(""), "");
}

}  // namespace
}  // namespace ddltrail::typescript
