#include "generate/reach.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_source.h"

namespace ddltrail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

ObjectKey key(const std::string& name) { return {Family::kTable, "public", name}; }

/// A table with foreign keys to others.
Object referring(const std::string& name, const std::vector<std::string>& others) {
  Object object = table(name, {"id"});
  for (const std::string& other : others)
    std::get<TableObject>(object).references.push_back(
        {"public", name, name + "_" + other, {other + "_id"}, "public", other, {"id"}});
  return object;
}

Object index(const std::string& name, const std::string& table, bool is_unique) {
  return TableIndex{"public",  table, name,  "btree", Json::array({"id"}),
                    is_unique, false, false, true};
}

class Reach : public ::testing::Test {
 protected:
  const std::vector<Object> schema_{
      table("authors", {"id"}), referring("books", {"authors", "publishers"}),
      table("publishers", {"id"}), referring("reviews", {"books"}), table("shelves", {"id"})};
  const MemoryCatalog catalog_{schema_};
};

TEST_F(Reach, GoesToWhatATableRefersToAndWhatRefersToIt) {
  EXPECT_THAT(around(schema_[1], catalog_),
              ElementsAre(key("authors"), key("publishers"), key("reviews")));
}

TEST_F(Reach, GoesThroughATableWithTwoForeignKeys) {
  EXPECT_THAT(around(schema_[0], catalog_),
              ElementsAre(key("authors"), key("books"), key("publishers")));
}

TEST(ReachOfIds, GoesOnWhereAnIdIsTheIdOfAnotherTable) {
  const std::vector<Object> schema{part("people", ""),
                                   part("staff", "people"),
                                   part("drivers", "staff"),
                                   part("truckers", "drivers"),
                                   referring("trucks", {"drivers"}),
                                   referring("wheels", {"trucks"})};
  EXPECT_THAT(around(schema[0], MemoryCatalog(schema)),
              ElementsAre(key("drivers"), key("staff"), key("truckers"), key("trucks")));
}

TEST(ReachOfIds, EndsWhereTheyGoInCircles) {
  const std::vector<Object> schema{part("a", "c"), part("b", "a"), part("c", "b")};
  EXPECT_THAT(around(schema[0], MemoryCatalog(schema)), ElementsAre(key("a"), key("b"), key("c")));
}

TEST_F(Reach, StopsWhereNobodyRefers) { EXPECT_THAT(around(schema_[4], catalog_), IsEmpty()); }

TEST_F(Reach, GoesFromAnIndexToItsTable) {
  EXPECT_THAT(around(index("i", "reviews", false), catalog_), ElementsAre(key("reviews")));
}

TEST_F(Reach, GoesFromAUniqueIndexToTheTablesAroundItsTable) {
  EXPECT_THAT(around(index("i", "reviews", true), catalog_),
              ElementsAre(key("books"), key("reviews")));
}

TEST(LooksTheSame, IsTrueWhereColumnsDifferOnly) {
  EXPECT_TRUE(looks_the_same(std::get<TableObject>(table("t", {"a"})),
                             std::get<TableObject>(table("t", {"b"}))));
}

TEST(LooksTheSame, IsFalseWhereAnIdBecomesOneOfADomain) {
  TableObject after = std::get<TableObject>(part("t", ""));
  after.columns[0].type_kind = "domain";
  EXPECT_FALSE(looks_the_same(std::get<TableObject>(part("t", "")), after));
}

TEST(LooksTheSame, IsFalseWhereForeignKeysDiffer) {
  EXPECT_FALSE(looks_the_same(std::get<TableObject>(referring("t", {"u"})),
                              std::get<TableObject>(referring("t", {"v"}))));
}

}  // namespace
}  // namespace ddltrail
