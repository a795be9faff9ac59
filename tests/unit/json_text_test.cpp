#include "model/json_text.h"

#include <gtest/gtest.h>

#include "contract_mirrors.h"

namespace ddltrail {
namespace {

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json without_nulls(Json row) {
  for (auto item = row.begin(); item != row.end();)
    item = item->is_null() ? row.erase(item) : std::next(item);
  return row;
}

TEST(JsonText, StringsAreAsJsonPrintsThem) {
  for (const char* value : {"", "plain {text}", "\"quoted\" and \\", "line\nbreak\ttab \x01 \x7f",
                            "\u00e4\U0001F600", "malformed \xff\xc3"}) {
    std::string text;
    append_json(text, std::string(value));
    EXPECT_EQ(text, dump(Json(value)));
  }
}

TEST(JsonText, RowIsAsJsonPrintsItWithoutNulls) {
  Column column;
  column.column_name = "odd \"{";
  column.position = -3;
  column.comment = "a comment";
  std::string text;
  append_row(text, column);
  EXPECT_EQ(text, dump(without_nulls(write_json(column))));
  EXPECT_EQ(read_json<Column>(Json::parse(text)), column);
}

TEST(JsonText, ListsAndDocumentsStandInARow) {
  EnumType type;
  type.values = {"{", "b\n"};
  CompositeType composite;
  composite.attributes = Json{{{"name", "a"}, {"data_type", "text"}}};
  std::string text;
  append_rows(text, std::vector{type, type});
  EXPECT_EQ(text, dump(Json{without_nulls(write_json(type)), without_nulls(write_json(type))}));
  text.clear();
  append_row(text, composite);
  EXPECT_EQ(text, dump(without_nulls(write_json(composite))));
}

}  // namespace
}  // namespace ddltrail
