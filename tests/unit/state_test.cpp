#include "emit/state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "temporary_folder.h"

namespace ddltrail {
namespace {

constexpr int kPage = 4096;
const ObjectKey kUsers{Family::kTable, "public", "users"};

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
    state.put(StoredObject{kUsers, "{}", "users.ts"}, {{"public", "mood"}});
    transaction.commit();
  }
  State state(path_);
  EXPECT_EQ(state.get("bookmark"), "x");
  EXPECT_EQ(state.object(kUsers)->path, "users.ts");
  EXPECT_EQ(state.object_at("users.ts")->key, kUsers);
  EXPECT_THAT(state.dependents_of({"public", "mood"}), ::testing::ElementsAre(kUsers));
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

TEST_F(StateTest, ErasingATableErasesWhatItDependsOn) {
  State state(path_);
  State::Transaction transaction(state);
  state.put(StoredObject{kUsers, "{}", std::nullopt}, {{"public", "mood"}});
  state.erase(kUsers);
  EXPECT_TRUE(state.dependents_of({"public", "mood"}).empty());
  EXPECT_TRUE(state.keys().empty());
}

}  // namespace
}  // namespace ddltrail
