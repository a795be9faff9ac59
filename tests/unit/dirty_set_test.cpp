#include "generate/dirty_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_source.h"

namespace ddltrail {
namespace {

using ::testing::ElementsAre;

const ObjectKey kUsers{Family::kTable, "public", "users"};

Change renamed(Change change, const std::string& from) {
  change.action = "rename";
  change.previous_name = from;
  return change;
}

DirtySet dirty(const std::vector<Change>& changes,
               const std::map<Name, std::vector<ObjectKey>>& dependents = {},
               bool has_views = false) {
  const auto naming = [&](const Name& type) {
    const auto found = dependents.find(type);
    return found == dependents.end() ? std::vector<ObjectKey>{} : found->second;
  };
  return dirty_set(changes, naming, has_views);
}

TEST(DirtySet, KeepsTheLastStateOfAnObject) {
  const auto set = dirty({change(1, "alter", "table", "users", table("users", {"a"})),
                          change(2, "alter", "table", "users", table("users", {"a", "b"}))});
  ASSERT_EQ(set.objects.size(), 1u);
  EXPECT_EQ(std::get<TableObject>(*set.objects.at(kUsers)).columns.size(), 2u);
  EXPECT_EQ(set.reasons.at(kUsers).size(), 2u);
}

TEST(DirtySet, FollowsASwapOfTwoNames) {
  const auto set = dirty({renamed(change(1, "", "table", "t", table("t", {"x"})), "a"),
                          renamed(change(2, "", "table", "a", table("a", {"y"})), "b"),
                          renamed(change(3, "", "table", "b", table("b", {"x"})), "t")});
  const auto column = [&](const char* name) {
    const auto& object = set.objects.at({Family::kTable, "public", name});
    return std::get<TableObject>(*object).columns.front().column_name;
  };
  EXPECT_EQ(column("a"), "y");
  EXPECT_EQ(column("b"), "x");
  EXPECT_EQ(set.objects.at({Family::kTable, "public", "t"}), std::nullopt);
}

TEST(DirtySet, ForgetsWhatWasCreatedAndDropped) {
  const auto set = dirty({change(1, "create", "table", "users", table("users", {"a"})),
                          change(2, "drop", "table", "users", std::nullopt)});
  EXPECT_EQ(set.objects.at(kUsers), std::nullopt);
  EXPECT_TRUE(set.unread.empty());
}

TEST(DirtySet, ReadsTablesAgainWhoseTypeWasRenamed) {
  const auto set =
      dirty({renamed(change(1, "", "enum", "mood", enum_type("mood", {"a"})), "feeling")},
            {{{"public", "feeling"}, {kUsers}}});
  EXPECT_THAT(set.unread, ElementsAre(kUsers));
}

TEST(DirtySet, ReadsAgainWhatNamedTheTypeEarlierInTheBatch) {
  Object users = table("users", {"a"});
  Column& column = std::get<TableObject>(users).columns.front();
  column.type_schema = column.base_schema = "public";
  column.type_name = column.base_name = "feeling";
  const auto set =
      dirty({change(1, "create", "table", "users", users),
             renamed(change(2, "", "enum", "mood", enum_type("mood", {"a"})), "feeling")});
  EXPECT_THAT(set.unread, ElementsAre(kUsers));
}

TEST(DirtySet, LeavesTablesAloneWhenAnEnumGainsAValue) {
  const auto set = dirty({change(1, "alter", "enum", "mood", enum_type("mood", {"a", "b"}))},
                         {{{"public", "mood"}, {kUsers}}});
  EXPECT_TRUE(set.unread.empty());
  EXPECT_EQ(set.objects.size(), 1u);
}

TEST(DirtySet, ReadsFromTheDatabaseWhatTheLogDoesNotDefine) {
  Change undefined = change(1, "alter", "table", "users", table("users", {"a"}));
  undefined.definition = nullptr;
  EXPECT_THAT(dirty({undefined}).unread, ElementsAre(kUsers));
}

TEST(DirtySet, ReadsEverythingWhenASchemaIsRenamed) {
  Change schema = renamed(change(1, "", "schema", "shop", std::nullopt), "store");
  EXPECT_NE(dirty({schema}).why_everything, "");
}

TEST(DirtySet, PassesOverMembersOfExtensionsAndOtherKinds) {
  Change member = change(1, "create", "table", "users", table("users", {"a"}));
  member.in_extension = true;
  const auto set = dirty({member, change(2, "create", "sequence", "users_id_seq", std::nullopt)});
  EXPECT_TRUE(set.objects.empty());
}

/// Whether what is proven of the columns of views is read again after a change.
bool reads_proofs(const std::string& kind, const char* op, bool has_views) {
  Change of_table = change(1, "alter", kind, "users", table("users", {"a"}));
  of_table.details = Json::array({{{"op", op}}});
  return dirty({of_table}, {}, has_views).unread_families.contains(Family::kProvenColumns);
}

TEST(DirtySet, TablesUnderViewsMayChangeWhatIsProvenOfThem) {
  EXPECT_TRUE(reads_proofs("table", "set_not_null", true));
  EXPECT_TRUE(reads_proofs("foreign table", "add_parent", true));
  EXPECT_FALSE(reads_proofs("table", "set_not_null", false));
  EXPECT_FALSE(reads_proofs("table", "add_column", true));
  EXPECT_FALSE(reads_proofs("sequence", "alter", true));
}

TEST(DirtySet, EveryChangeOfAViewMayChangeWhatIsProvenOfIt) {
  EXPECT_TRUE(reads_proofs("view", "create", false));
  EXPECT_TRUE(reads_proofs("view", "add_column", true));
}

}  // namespace
}  // namespace ddltrail
