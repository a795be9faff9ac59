#include <gtest/gtest.h>

#include "generate/typescript/ids.h"

namespace ddltrail::typescript {
namespace {

TableObject table(const std::string& name, std::vector<std::string> primary_key) {
  TableObject object;
  object.table.schema_name = "public";
  object.table.table_name = name;
  object.keys.push_back({"public", name, "k", "primary key", std::move(primary_key)});
  return object;
}

TableObject with_reference(TableObject object, const std::string& column,
                           const std::string& referenced_table,
                           const std::string& referenced_column) {
  object.references.push_back({"public",
                               object.table.table_name,
                               "f",
                               {column},
                               "public",
                               referenced_table,
                               {referenced_column}});
  return object;
}

/// What the column `of` of the last table holds.
std::optional<std::string> brand_in(const std::vector<Object>& tables, const std::string& of) {
  const MemoryCatalog catalog(tables);
  return brand_of(std::get<TableObject>(tables.back()), of, catalog);
}

TEST(Ids, ArePrimaryKeysOfOneColumn) {
  EXPECT_EQ(brand_in({table("orders", {"id"})}, "id"), "public.orders.id");
  EXPECT_EQ(brand_in({table("orders", {"id"})}, "note"), std::nullopt);
  EXPECT_EQ(brand_in({table("items", {"a", "b"})}, "a"), std::nullopt);
}

TEST(Ids, AreHeldByForeignKeys) {
  const TableObject orders = table("orders", {"id"});
  const TableObject items = with_reference(table("items", {"a", "b"}), "a", "orders", "id");
  EXPECT_EQ(brand_in({orders, items}, "a"), "public.orders.id");
}

TEST(Ids, AreNotHeldByForeignKeysToOtherColumns) {
  const TableObject orders = table("orders", {"id"});
  const TableObject items = with_reference(table("items", {"id"}), "code", "orders", "code");
  EXPECT_EQ(brand_in({orders, items}, "code"), std::nullopt);
}

TEST(Ids, OfAPartAreThoseOfTheWhole) {
  const TableObject people = table("people", {"id"});
  const TableObject staff = with_reference(table("staff", {"id"}), "id", "people", "id");
  const TableObject desks = with_reference(table("desks", {"id"}), "staff_id", "staff", "id");
  EXPECT_EQ(brand_in({people, staff}, "id"), "public.people.id");
  EXPECT_EQ(brand_in({people, staff, desks}, "staff_id"), "public.people.id");
}

TEST(Ids, OfTwoTablesAtOnceAreThoseOfNone) {
  TableObject both = with_reference(table("both", {"id"}), "either", "orders", "id");
  both = with_reference(std::move(both), "either", "people", "id");
  EXPECT_EQ(brand_in({table("orders", {"id"}), table("people", {"id"}), both}, "either"),
            std::nullopt);
}

}  // namespace
}  // namespace ddltrail::typescript
