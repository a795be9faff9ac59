#include "model/assembly.h"

#include <gtest/gtest.h>

#include "fake_source.h"

namespace ddltrail {
namespace {

/// Adds the tables, then their columns in turn: one of each, backwards.
std::vector<Object> assemble_backwards(const std::vector<TableObject>& tables) {
  Assembly assembly;
  for (auto table = tables.rbegin(); table != tables.rend(); ++table) assembly.add(table->table);
  for (std::size_t place = 3; place-- > 0;)
    for (const TableObject& table : tables)
      if (place < table.columns.size()) assembly.add(table.columns[place]);
  return assembly.finish();
}

TEST(Assembly, PutsRowsInOrderThatComeInNone) {
  const TableObject first = std::get<TableObject>(table("a", {"z", "y", "x"}));
  const TableObject second = std::get<TableObject>(table("b", {"m", "n"}));
  const TableObject empty = std::get<TableObject>(table("c", {}));
  const auto objects = assemble_backwards({first, second, empty});
  EXPECT_EQ(objects, (std::vector<Object>{first, second, empty}));
}

TEST(Assembly, LeavesOutColumnsOfNoTable) {
  Assembly assembly;
  assembly.add(std::get<TableObject>(table("gone", {"a"})).columns[0]);
  EXPECT_TRUE(assembly.finish().empty());
}

TEST(Assembly, PutsEnumsAfterTables) {
  Assembly assembly;
  assembly.add(std::get<EnumType>(enum_type("b", {"x"})));
  assembly.add(std::get<EnumType>(enum_type("a", {"y"})));
  assembly.add(std::get<TableObject>(table("t", {})).table);
  const std::vector<Object> expected{table("t", {}), enum_type("a", {"y"}), enum_type("b", {"x"})};
  EXPECT_EQ(assembly.finish(), expected);
}

}  // namespace
}  // namespace ddltrail
