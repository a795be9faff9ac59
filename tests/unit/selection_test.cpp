#include "generate/selection.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "fake_source.h"

namespace ddltrail {
namespace {

bool matches(const std::string& pattern, const std::string& table_name) {
  return Selection({pattern}, {}).holds(table(table_name, {}));
}

TEST(Selection, HoldsEverythingWherePatternsSayNothing) {
  EXPECT_TRUE(Selection().holds(table("orders", {})));
  EXPECT_TRUE(Selection({}, {"public.x"}).holds(table("orders", {})));
}

TEST(Selection, StarIsAnythingAndQuestionMarkOneCharacter) {
  EXPECT_TRUE(matches("public.*", "orders"));
  EXPECT_TRUE(matches("*.o*d*s", "ordered_goods"));
  EXPECT_TRUE(matches("public.orders**", "orders"));
  EXPECT_TRUE(matches("public.stra?e", "straße"));
  EXPECT_FALSE(matches("public.order?", "order"));
  EXPECT_FALSE(matches("public.*_log", "login"));
  EXPECT_FALSE(matches("public.order", "orders"));
  EXPECT_FALSE(matches("stock.*", "orders"));
}

TEST(Selection, ExcludeWinsOverInclude) {
  const Selection selection({"public.*"}, {"*.audit_*"});
  EXPECT_TRUE(selection.holds(table("orders", {})));
  EXPECT_FALSE(selection.holds(table("audit_orders", {})));
}

TEST(Selection, RoutinesAreNamedWithoutTheirArguments) {
  const RoutineSignature routine{"public", "total", "integer", "function", "a integer", {}, {}};
  EXPECT_FALSE(Selection({}, {"*.total"}).holds(routine));
}

TEST(Selection, FoldsPartitionsWhereItIsToldTo) {
  Object partition = table("orders_2026", {});
  std::get<TableObject>(partition).table.is_partition = true;
  EXPECT_TRUE(Selection().holds(partition));
  EXPECT_FALSE(Selection().fold_partitions().holds(partition));
  EXPECT_TRUE(Selection().fold_partitions().holds(table("orders", {})));
}

TEST(Selection, RefusesPatternsWithoutASchema) {
  EXPECT_THROW(Selection({"orders"}, {}), Error);
  EXPECT_THROW(Selection({}, {"*"}), Error);
}

}  // namespace
}  // namespace ddltrail
