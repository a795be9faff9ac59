#include <gtest/gtest.h>

#include "generate/typescript/printed_type.h"
#include "generate/typescript/signature.h"

namespace ddltrail::typescript {
namespace {

TEST(PrintedType, OfTheCatalogHasItsNameThere) {
  EXPECT_EQ(read_type("integer"), (PrintedType{"pg_catalog", "int4", false}));
  EXPECT_EQ(read_type("timestamp(3) without time zone[]"),
            (PrintedType{"pg_catalog", "timestamp", true}));
  EXPECT_EQ(read_type("interval day to second(3)"), (PrintedType{"pg_catalog", "interval", false}));
  EXPECT_EQ(read_type("interval(3)"), (PrintedType{"pg_catalog", "interval", false}));
  EXPECT_EQ(read_type("numeric(10,2)"), (PrintedType{"pg_catalog", "numeric", false}));
  EXPECT_EQ(read_type("\"char\""), (PrintedType{"pg_catalog", "char", false}));
  EXPECT_EQ(read_type("jsonb"), (PrintedType{"pg_catalog", "jsonb", false}));
}

TEST(PrintedType, OfASchemaIsQuotedWhereItHasToBe) {
  EXPECT_EQ(read_type("public.mood[]"), (PrintedType{"public", "mood", true}));
  EXPECT_EQ(read_type("\"we ird\".\"a.\"\"b[]\""), (PrintedType{"we ird", "a.\"b[]", false}));
  EXPECT_EQ(read_type("gis.geometry(Point,4326)"), (PrintedType{"gis", "geometry", false}));
}

TEST(Signature, HasNamesModesAndDefaults) {
  const auto signature = read_signature(
      "a integer, double precision, INOUT \"na me\" public.mood[] DEFAULT "
      "ARRAY['a, b'::public.mood, ''], VARIADIC text[]",
      "text[]");
  ASSERT_TRUE(signature);
  EXPECT_EQ(signature->arguments,
            (std::vector<Argument>{{ArgumentMode::kIn, "a", "integer", false},
                                   {ArgumentMode::kIn, "", "double precision", false},
                                   {ArgumentMode::kInOut, "na me", "public.mood[]", true},
                                   {ArgumentMode::kVariadic, "", "text[]", false}}));
  EXPECT_EQ(signature->result, "text[]");
  EXPECT_FALSE(signature->is_set);
}

TEST(Signature, OfATableHasItsColumns) {
  const auto signature = read_signature("", "TABLE(a integer, b \"s\".\"t,u\")");
  ASSERT_TRUE(signature);
  EXPECT_EQ(signature->arguments,
            (std::vector<Argument>{{ArgumentMode::kTable, "a", "integer", false},
                                   {ArgumentMode::kTable, "b", "\"s\".\"t,u\"", false}}));
  EXPECT_EQ(signature->result, "record");
  EXPECT_TRUE(signature->is_set);
}

TEST(Signature, OfASetIsOfItsElement) {
  const auto signature = read_signature("character varying", "SETOF public.orders");
  EXPECT_EQ(signature->result, "public.orders");
  EXPECT_TRUE(signature->is_set);
  EXPECT_EQ(signature->arguments.at(0).type, "character varying");
}

TEST(Signature, OfAnOrderedSetAggregateIsLeftOut) {
  EXPECT_FALSE(read_signature("double precision ORDER BY integer", "integer"));
}

}  // namespace
}  // namespace ddltrail::typescript
