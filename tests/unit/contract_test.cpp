// The structs mirror the contract: names, types, nullability.
#include "model/contract.h"

#include <gtest/gtest.h>

#include <fstream>

#include "contract_mirrors.h"
#include "model/change.h"
#include "model/log_state.h"

namespace ddltrail {
namespace {

Json contract() {
  std::ifstream file(CONTRACT_JSON);
  return Json::parse(file);
}

template <class Member>
constexpr const char* kType = "text";
template <>
constexpr const char* kType<std::int64_t> = "integer";
template <>
constexpr const char* kType<bool> = "boolean";
template <>
constexpr const char* kType<Json> = "json";
template <class Member>
constexpr const char* kType<std::optional<Member>> = kType<Member>;

template <class Member>
constexpr bool kIsNullable = std::is_same_v<Member, Json>;
template <class Member>
constexpr bool kIsNullable<std::optional<Member>> = true;

const Json* find_column(const Json& relation, std::string_view name) {
  for (const Json& column : relation.at("columns"))
    if (column.at("name") == name) return &column;
  return nullptr;
}

template <class Struct, class Member>
void expect_field(const Json& relation, const Field<Struct, Member>& field) {
  SCOPED_TRACE(field.name);
  const Json* column = find_column(relation, field.name);
  ASSERT_NE(column, nullptr);
  const std::string type = column->at("type");
  const bool is_number_as_text = type == "txid" && kType<Member> == std::string("integer");
  const bool is_time_as_text = type == "timestamp" && kType<Member> == std::string("text");
  EXPECT_TRUE(is_number_as_text || is_time_as_text || type == kType<Member>) << type;
  EXPECT_TRUE(column->at("null") == false || kIsNullable<Member>);
}

template <class Struct>
void expect_mirror() {
  SCOPED_TRACE(Mirror<Struct>::kRelation);
  const Json relation = contract().at("relations").at(std::string(Mirror<Struct>::kRelation));
  std::apply([&](const auto&... field) { (expect_field(relation, field), ...); },
             Mirror<Struct>::kFields);
}

TEST(Contract, IsMirroredByTheStructs) {
  expect_mirror<Change>();
  expect_mirror<LogState>();
}

TEST(Contract, IsOfTheVersionThatTheHostKnows) { EXPECT_EQ(contract().at("contract"), kContract); }

TEST(Contract, ChangeHasTheFirstColumnsOfTheLogInOrder) {
  const Json log = contract().at("relations").at("change_log").at("columns");
  std::vector<std::string> names;
  std::apply([&](const auto&... field) { (names.emplace_back(field.name), ...); },
             Mirror<Change>::kFields);
  for (std::size_t i = 0; i < names.size(); ++i) EXPECT_EQ(log[i].at("name"), names[i]);
}

TEST(Row, SurvivesJson) {
  Column column;
  column.column_name = "na\"me\n";
  column.position = 7;
  column.comment = "x";
  EXPECT_EQ(read_json<Column>(write_json(column)), column);
}

}  // namespace
}  // namespace ddltrail
