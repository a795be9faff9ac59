#include "generate/relationships.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_source.h"

namespace ddltrail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Columns = std::vector<std::string>;

/// A table as a test writes it down.
class Made {
 public:
  Made(const std::string& name, const Columns& columns)
      : name_(name), object_(std::get<TableObject>(table(name, columns))) {}
  Made& key(const Columns& columns, const std::string& kind = "primary key") {
    object_.keys.push_back({"public", name_, name_ + "_key", kind, columns});
    return *this;
  }
  Made& refers(const Columns& columns, const std::string& to, const Columns& to_columns = {"id"}) {
    object_.references.push_back(
        {"public", name_, name_ + "_" + columns[0], columns, "public", to, to_columns});
    return *this;
  }
  operator Object() const { return object_; }

 private:
  std::string name_;
  TableObject object_;
};

/// "many-to-one authors(author_id = id)" for each relationship of the table.
Columns told(const std::vector<Object>& schema, const std::string& name) {
  static const std::map<RelationshipKind, std::string> kKinds{
      {RelationshipKind::kOneToOne, "one-to-one"},
      {RelationshipKind::kManyToOne, "many-to-one"},
      {RelationshipKind::kOneToMany, "one-to-many"},
      {RelationshipKind::kManyToMany, "many-to-many"}};
  const MemoryCatalog catalog(schema);
  Columns lines;
  for (const Relationship& r : relationships_of(*catalog.table({"public", name}), catalog)) {
    std::string pairs;
    for (std::size_t i = 0; i < r.columns.size(); ++i)
      pairs += (i ? ", " : "") + r.columns[i] + " = " + r.referenced_columns[i];
    lines.push_back(kKinds.at(r.kind) + ' ' + r.referenced->table.table_name + '(' + pairs + ')' +
                    (r.through ? " through " + r.through->table->table.table_name : ""));
  }
  return lines;
}

TEST(Relationships, AreSeenFromBothSides) {
  const std::vector<Object> schema{
      Made("authors", {"id"}).key({"id"}),
      Made("books", {"id", "author_id"}).refers({"author_id"}, "authors")};
  EXPECT_THAT(told(schema, "books"), ElementsAre("many-to-one authors(author_id = id)"));
  EXPECT_THAT(told(schema, "authors"), ElementsAre("one-to-many books(id = author_id)"));
}

TEST(Relationships, OfAUniqueForeignKeyAreOneToOne) {
  const std::vector<Object> schema{
      Made("users", {"id"}),
      Made("profiles", {"user_id"}).key({"user_id"}, "unique").refers({"user_id"}, "users")};
  EXPECT_THAT(told(schema, "profiles"), ElementsAre("one-to-one users(user_id = id)"));
  EXPECT_THAT(told(schema, "users"), ElementsAre("one-to-one profiles(id = user_id)"));
}

TEST(Relationships, OfAUniqueIndexAreOneToOneWhereItCoversEveryRow) {
  const auto with_index = [](bool is_partial, const Json& columns) {
    return std::vector<Object>{
        Made("users", {"id"}), Made("profiles", {"user_id"}).refers({"user_id"}, "users"),
        TableIndex{"public", "profiles", "i", "btree", columns, true, false, is_partial, true}};
  };
  EXPECT_THAT(told(with_index(false, {"user_id"}), "users"),
              ElementsAre("one-to-one profiles(id = user_id)"));
  EXPECT_THAT(told(with_index(true, {"user_id"}), "users"),
              ElementsAre("one-to-many profiles(id = user_id)"));
  EXPECT_THAT(told(with_index(false, {nullptr}), "users"),
              ElementsAre("one-to-many profiles(id = user_id)"));
}

TEST(Relationships, GoThroughJoinTables) {
  const std::vector<Object> schema{Made("posts", {"id"}), Made("tags", {"id"}),
                                   Made("post_tags", {"post_id", "tag_id"})
                                       .key({"post_id", "tag_id"})
                                       .refers({"post_id"}, "posts")
                                       .refers({"tag_id"}, "tags")};
  EXPECT_THAT(told(schema, "posts"), ElementsAre("one-to-many post_tags(id = post_id)",
                                                 "many-to-many tags(id = id) through post_tags"));
  EXPECT_THAT(told(schema, "tags"), ElementsAre("one-to-many post_tags(id = tag_id)",
                                                "many-to-many posts(id = id) through post_tags"));
}

TEST(Relationships, OfATableWithItselfGoBothWays) {
  const std::vector<Object> schema{
      Made("people", {"id", "boss_id"}).refers({"boss_id"}, "people"),
      Made("friends", {"a", "b"}).key({"a", "b"}).refers({"a"}, "people").refers({"b"}, "people")};
  EXPECT_THAT(told(schema, "people"),
              ElementsAre("many-to-one people(boss_id = id)", "one-to-many friends(id = a)",
                          "one-to-many friends(id = b)", "one-to-many people(id = boss_id)",
                          "many-to-many people(id = id) through friends",
                          "many-to-many people(id = id) through friends"));
}

TEST(Relationships, OfCompositeKeysHaveAllPairs) {
  const std::vector<Object> schema{
      Made("lines", {"order_id", "number"}),
      Made("parcels", {"o", "n"}).refers({"o", "n"}, "lines", {"order_id", "number"})};
  EXPECT_THAT(told(schema, "parcels"), ElementsAre("many-to-one lines(o = order_id, n = number)"));
}

TEST(Relationships, WithTablesThatAreNotThereAreLeftOut) {
  EXPECT_THAT(told({Made("books", {"a"}).refers({"a"}, "gone")}, "books"), IsEmpty());
}

}  // namespace
}  // namespace ddltrail
