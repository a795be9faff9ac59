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

TEST(Ids, OfAPartOfAPartAreThoseOfTheWhole) {
  std::vector<Object> tables{table("t0", {"id"})};
  for (int i = 1; i < 6; ++i)
    tables.emplace_back(with_reference(table("t" + std::to_string(i), {"id"}), "id",
                                       "t" + std::to_string(i - 1), "id"));
  EXPECT_EQ(brand_in(tables, "id"), "public.t0.id");
  tables.emplace_back(with_reference(table("other", {"id"}), "t_id", "t5", "id"));
  EXPECT_EQ(brand_in(tables, "t_id"), "public.t0.id");
}

TEST(Ids, OfTablesThatAreEachOthersPartsHaveOneBrand) {
  const TableObject a = with_reference(table("a", {"id"}), "id", "c", "id");
  const TableObject b = with_reference(table("b", {"id"}), "id", "a", "id");
  const TableObject c = with_reference(table("c", {"id"}), "id", "b", "id");
  const TableObject part = with_reference(table("part", {"id"}), "id", "c", "id");
  for (const auto& last : {a, b, c, part})
    EXPECT_EQ(brand_in({a, b, c, last}, "id"), "public.a.id");
  const TableObject own = with_reference(table("own", {"id"}), "id", "own", "id");
  EXPECT_EQ(brand_in({own}, "id"), "public.own.id");
}

TEST(Ids, OfAPartOfWhatHasADomainHaveNoBrand) {
  TableObject people = table("people", {"id"});
  people.columns.push_back({.column_name = "id", .type_kind = "domain"});
  const TableObject staff = with_reference(table("staff", {"id"}), "id", "people", "id");
  const TableObject desks = with_reference(table("desks", {"id"}), "staff_id", "staff", "id");
  EXPECT_EQ(brand_in({people, staff}, "id"), std::nullopt);
  EXPECT_EQ(brand_in({people, staff, desks}, "staff_id"), std::nullopt);
}

TEST(Ids, OfTwoTablesAtOnceAreThoseOfNone) {
  TableObject both = with_reference(table("both", {"id"}), "either", "orders", "id");
  both = with_reference(std::move(both), "either", "people", "id");
  EXPECT_EQ(brand_in({table("orders", {"id"}), table("people", {"id"}), both}, "either"),
            std::nullopt);
}

}  // namespace
}  // namespace ddltrail::typescript
