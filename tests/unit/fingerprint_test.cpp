// Fingerprints differ exactly where the diff tells something, for every column of every relation.
#include "model/fingerprint.h"

#include <gtest/gtest.h>

#include "contract_mirrors.h"
#include "diff/difference.h"
#include "fingerprint/canonical.h"
#include "fingerprint/sha256.h"

namespace ddltrail {
namespace {

void fill(std::string& value, std::string_view name) { value = name; }
void fill(std::int64_t& value, std::string_view) { value = 7; }
void fill(bool& value, std::string_view) { value = true; }
void fill(std::vector<std::string>& value, std::string_view name) { value = {std::string(name)}; }
void fill(Json& value, std::string_view name) { value = Json{name}; }
template <class Value>
void fill(std::optional<Value>& value, std::string_view name) {
  fill(value.emplace(), name);
}

void mutate(std::string& value) { value += "x"; }
void mutate(std::int64_t& value) { ++value; }
void mutate(bool& value) { value = !value; }
void mutate(std::vector<std::string>& value) { value.push_back("x"); }
void mutate(Json& value) { value.push_back("x"); }
template <class Value>
void mutate(std::optional<Value>& value) {
  mutate(*value);
}

template <class Value>
void clear(Value&) {}
template <class Value>
void clear(std::optional<Value>& value) {
  value.reset();
}

template <class Struct, class Visit>
void for_each_field(Visit visit) {
  std::apply([&](const auto&... field) { (visit(field), ...); }, Mirror<Struct>::kFields);
}

/// A row in every relation, a value in every column.
Schema full_schema() {
  Schema schema;
  for_each_relation(schema, []<class Struct>(std::vector<Struct>& rows) {
    Struct row;
    for_each_field<Struct>([&](const auto& field) { fill(row.*(field.member), field.name); });
    rows.push_back(std::move(row));
  });
  schema.views[0].view_name = schema.tables[0].table_name;
  schema.indexes[0].is_constraint = false;
  schema.sequences[0].is_identity = false;
  return schema;
}

void expect_agreement(const Schema& from, const Schema& to, bool differ) {
  EXPECT_EQ(!diff(from, to).empty(), differ);
  EXPECT_EQ(!diff(to, from).empty(), differ);
  EXPECT_EQ(fingerprints_of(from).schema() != fingerprints_of(to).schema(), differ);
}

/// The same row of a schema and of its twin, in each relation.
template <class Visit>
void for_each_row(const Schema& schema, Visit visit) {
  std::apply(
      [&](auto... relation) {
        const auto one = [&](auto rows) {
          Schema twin = schema;
          visit(schema, twin, (twin.*rows).front(), [&] { (twin.*rows).clear(); });
        };
        (one(relation), ...);
      },
      Schema::kRelations);
}

TEST(Fingerprint, DiffersWhereAColumnThatCountsDoes) {
  for_each_row(
      full_schema(), []<class Struct>(const Schema& schema, Schema& twin, Struct& row, auto) {
        const Struct original = row;
        for_each_field<Struct>([&](const auto& field) {
          SCOPED_TRACE(std::string(Mirror<Struct>::kRelation) + "." + std::string(field.name));
          mutate(row.*(field.member));
          expect_agreement(schema, twin, field.is_compared);
          row = original;
          clear(row.*(field.member));
          expect_agreement(schema, twin, field.is_compared && !(row == original));
          row = original;
        });
      });
}

TEST(Fingerprint, DiffersWhereARowIsMissing) {
  for_each_row(full_schema(),
               []<class Struct>(const Schema& schema, Schema& twin, Struct&, auto remove) {
                 SCOPED_TRACE(Mirror<Struct>::kRelation);
                 remove();
                 expect_agreement(schema, twin, true);
               });
}

TEST(Fingerprint, OfAnIndexBehindAConstraintIsItsComment) {
  Schema schema = full_schema();
  schema.indexes[0].is_constraint = true;
  Schema twin = schema;
  twin.indexes[0].definition = "another";
  expect_agreement(schema, twin, false);
  twin.indexes[0].comment = "another";
  expect_agreement(schema, twin, true);
}

TEST(Fingerprint, OfAnIdentitySequenceThatWasRenamedDiffers) {
  Schema schema = full_schema();
  schema.sequences[0].is_identity = true;
  Schema twin = schema;
  twin.sequences[0].sequence_name = "another";
  expect_agreement(schema, twin, true);
}

TEST(Fingerprint, OfAForeignKeyThatRefersElsewhereDiffers) {
  Schema schema = full_schema();
  schema.constraints[0].kind = "foreign key";
  Schema twin = schema;
  twin.foreign_keys[0].referenced_table = "another";
  expect_agreement(schema, twin, true);
}

TEST(Fingerprint, IsOfTheRowsNotOfTheirOrder) {
  Schema schema = full_schema();
  schema.columns.push_back(schema.columns[0]);
  schema.columns[1].column_name = "another";
  Schema turned = schema;
  std::swap(turned.columns[0], turned.columns[1]);
  EXPECT_EQ(fingerprints_of(schema).schema(), fingerprints_of(turned).schema());
  EXPECT_NE(fingerprints_of(schema).schema(), fingerprints_of(full_schema()).schema());
}

TEST(Fingerprint, GathersWhatBelongsToAnObject) {
  Schema schema{Engine::kPostgres};
  schema.tables = {{.schema_name = "s", .table_name = "t", .kind = "view"}};
  schema.columns = {{.schema_name = "s", .table_name = "t", .column_name = "a"}};
  schema.privileges = {{.object_kind = "view", .schema_name = "s", .object_name = "t"}};
  schema.routines = {{.schema_name = "s",
                      .routine_name = "f",
                      .identity_arguments = "integer",
                      .kind = "window function"}};
  schema.triggers = {{.schema_name = "s", .table_name = "t", .trigger_name = "g"}};
  std::string names;
  for (const ObjectFingerprint& object : fingerprints_of(schema).objects())
    names +=
        object.object_kind + " " + object.schema_name.value_or("") + " " + object.object_name + ";";
  EXPECT_EQ(names, "view s t;function s f(integer);trigger s g on t;");
}

TEST(CanonicalText, IsAsJsonbPrintsIt) {
  EXPECT_EQ(
      canonical_text(
          {{"bb", 1}, {"c", true}, {"a", nullptr}, {"B", {"x", nullptr}}, {"d", {{"e", nullptr}}}}),
      R"({"B": ["x", null], "c": true, "d": {}, "bb": 1})");
  EXPECT_EQ(canonical_text("\"\\\b\f\n\r\t\x01\x1f\x7f/\xC3\xA9"),
            "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\x7f/\xC3\xA9\"");
  EXPECT_EQ(canonical_text(Json::array()), "[]");
}

TEST(Sha256, IsThatOfTheStandard) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256(std::string(1000000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

}  // namespace
}  // namespace ddltrail
