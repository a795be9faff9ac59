#include "emit/state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "fake_source.h"
#include "temporary_folder.h"

namespace ddltrail {
namespace {

constexpr int kPage = 4096;
const ObjectKey kUsers{Family::kTable, "public", "users"};

using ::testing::ElementsAre;

/// A table with a column of type mood and a foreign key to teams.
Object users() {
  Object object = table("users", {"mood"});
  auto& users = std::get<TableObject>(object);
  users.columns[0].type_schema = users.columns[0].base_schema = "public";
  users.columns[0].type_name = users.columns[0].base_name = "mood";
  users.references.push_back({"public", "users", "users_fk", {"mood"}, "public", "teams", {"id"}});
  return object;
}

class StateTest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  std::string path_ = folder_.file("state.db");
};

TEST_F(StateTest, RemembersAcrossRuns) {
  {
    State state(path_);
    State::Transaction transaction(state);
    state.set("bookmark", "x");
    state.put(StoredObject{kUsers, "{}", {"users.ts", "users.md"}}, users());
    transaction.commit();
  }
  State state(path_);
  EXPECT_EQ(state.get("bookmark"), "x");
  EXPECT_THAT(state.object(kUsers)->paths, ElementsAre("users.ts", "users.md"));
  EXPECT_EQ(state.owner_of("users.md"), kUsers);
  EXPECT_THAT(state.naming_type({"public", "mood"}), ElementsAre(kUsers));
  EXPECT_THAT(state.naming_relation({"public", "teams"}), ElementsAre(kUsers));
  EXPECT_THAT(state.naming_relation({"public", "mood"}), ElementsAre());
}

TEST_F(StateTest, ForgetsATransactionThatWasNotCommitted) {
  State state(path_);
  {
    State::Transaction transaction(state);
    state.set("bookmark", "x");
  }
  EXPECT_EQ(state.get("bookmark"), "");
}

TEST_F(StateTest, StartsAnewOnADamagedFile) {
  std::ofstream(path_) << "this is not a database, and it is long enough to look like one";
  State state(path_);
  EXPECT_EQ(state.get("bookmark"), "");
}

TEST_F(StateTest, StartsAnewWhereDamageShowsLater) {
  {
    State state(path_);
    State::Transaction transaction(state);
    state.set("bookmark", "x");
    transaction.commit();
  }
  std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
  for (file.seekp(kPage); file.tellp() < kPage * 2;) file << "these bytes are no page; ";
  file.close();
  State state(path_);
  EXPECT_THROW(state.get("bookmark"), State::Damaged);
  state.start_anew();
  EXPECT_EQ(state.get("bookmark"), "");
}

TEST_F(StateTest, StartsAnewOnAnotherVersion) {
  {
    State state(path_);
    State::Transaction transaction(state);
    state.set("bookmark", "x");
    transaction.commit();
  }
  sqlite::Connection(path_, sqlite::OpenMode::kReadWrite).execute("PRAGMA user_version = 99");
  EXPECT_EQ(State(path_).get("bookmark"), "");
}

TEST_F(StateTest, ErasingATableErasesAllOfIt) {
  State state(path_);
  State::Transaction transaction(state);
  state.put(StoredObject{kUsers, "{}", {"users.ts"}}, users());
  state.erase(kUsers);
  EXPECT_TRUE(state.naming_type({"public", "mood"}).empty());
  EXPECT_TRUE(state.naming_relation({"public", "teams"}).empty());
  EXPECT_FALSE(state.owner_of("users.ts"));
  EXPECT_TRUE(state.keys().empty());
}

}  // namespace
}  // namespace ddltrail
