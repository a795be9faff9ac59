#include "generate/typescript/layout.h"

#include <gtest/gtest.h>

namespace ddltrail::typescript {
namespace {

/// `count` names as items of a list.
std::vector<Layout> names(int count) {
  std::vector<Layout> items;
  for (int i = 0; i < count; ++i)
    items.push_back(Layout::text("name_of_item_" + std::to_string(i)));
  return items;
}

TEST(Layout, StaysOnOneLineWhereItFits) {
  EXPECT_EQ(Layout::list("{", names(2), "}", true).print(), "{ name_of_item_0, name_of_item_1 }");
  EXPECT_EQ(Layout::list("[", names(2), "]", false).print(), "[name_of_item_0, name_of_item_1]");
  EXPECT_EQ(Layout::list("[", {}, "]", false).print(), "[]");
}

TEST(Layout, PutsOneItemOnALineWhereItDoesNotFit) {
  EXPECT_EQ(
      Layout::list("{", names(5), "}", true).print(2),
      "{\n    name_of_item_0,\n    name_of_item_1,\n    name_of_item_2,\n    name_of_item_3,\n"
      "    name_of_item_4,\n  }");
}

TEST(Layout, CountsWhatFollowsOnTheLine) {
  const auto with_tail = [](int length) {
    return Layout::all({Layout::list("[", names(4), "]", false),
                        Layout::text(std::string(static_cast<std::size_t>(length), ';'))})
        .print();
  };
  EXPECT_EQ(with_tail(16).find('\n'), std::string::npos);  // 64 + 16
  EXPECT_NE(with_tail(17).find('\n'), std::string::npos);
}

TEST(Layout, BreaksTheArgumentsOfAType) {
  EXPECT_EQ(Layout::type("ColumnType<Date, Date | string | undefined, Date | string>").print(40),
            "ColumnType<\n"
            "                                          Date,\n"
            "                                          Date | string | undefined,\n"
            "                                          Date | string\n"
            "                                        >");
  EXPECT_EQ(Layout::type("Generated<string>").print(), "Generated<string>");
}

/// A member of an interface as generated files have it.
std::string member(const std::string& name, const std::string& type) {
  return Layout::all({Layout::text(name + ": "), Layout::type(type), Layout::text(";")}).print(2);
}

TEST(Layout, PutsAUnionOnALineOfItsOwnAndBreaksItThen) {
  const std::string one(30, 'a'), two(30, 'b'), three(30, 'c'), name(30, 'n');
  EXPECT_EQ(member(name, one + " | " + two), name + ":\n    " + one + " | " + two + ";");
  EXPECT_EQ(member(name, one + " | " + two + " | " + three),
            name + ":\n    | " + one + "\n    | " + two + "\n    | " + three + ";");
  EXPECT_EQ(member(name, "ColumnType<" + one + " | " + two + ", string>"),
            name + ": ColumnType<\n    " + one + " | " + two + ",\n    string\n  >;");
}

TEST(Layout, KeepsAReferenceOrNullTogether) {
  const std::string name(70, 'n');
  EXPECT_EQ(member(name, "Json | null"), name + ": Json | null;");
  EXPECT_EQ(member(name, "Generated<Json | null>"), name + ": Generated<Json | null>;");
  EXPECT_EQ(member(name, "string[] | null"), name + ":\n    string[] | null;");
  EXPECT_EQ(member(name, "Generated<string | null>"),
            name + ": Generated<\n    string | null\n  >;");
  EXPECT_EQ(member(name, "Brand<number, 'a'> | null"),
            name + ": Brand<\n    number,\n    'a'\n  > | null;");
}

TEST(Layout, BreaksTheBracketsOfAnArrayOfAUnion) {
  const std::string one(40, 'a'), two(30, 'b');
  EXPECT_EQ(member("name", "(" + one + " | " + two + ")[][]"),
            "name: (\n    " + one + " | " + two + "\n  )[][];");
}

TEST(Layout, BreaksAnAliasBehindTheSignOrInside) {
  const std::string name = "export type " + std::string(40, 'N');
  const auto alias = [&](const std::string& type) {
    return Layout::all({Layout::text(name), Layout::alias(type), Layout::text(";")}).print();
  };
  EXPECT_EQ(alias("Selectable<OrdersTable>"), name + " = Selectable<OrdersTable>;");
  EXPECT_EQ(alias("Selectable<OrdersOfCustomersTable>"),
            name + " =\n  Selectable<OrdersOfCustomersTable>;");
  EXPECT_EQ(alias("Pick<OrdersTable, \"id\" | \"other_id\">"),
            name + " = Pick<\n  OrdersTable,\n  \"id\" | \"other_id\"\n>;");
}

TEST(Layout, LeavesLiteralsAlone) {
  const std::string literal = "\"" + std::string(50, 'x') + " | <a, b> \\\" | c\"";
  EXPECT_EQ(Layout::type(literal + "[]").print(40), literal + "[]");
}

}  // namespace
}  // namespace ddltrail::typescript
