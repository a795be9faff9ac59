#include "model/snapshot.h"

#include "base/error.h"
#include "model/contract.h"
#include "model/json_text.h"

namespace ddltrail {
namespace {

template <class Struct>
void write_relation(std::string& text, const std::vector<Struct>& rows) {
  if (rows.empty()) return;
  text += text.ends_with('{') ? "\n" : ",\n";
  text += "    \"" + std::string(Mirror<Struct>::kRelation) + "\": [";
  for (const Struct& row : rows)
    append_row(text += &row == &rows.front() ? "\n      " : ",\n      ", row);
  text += "\n    ]";
}

/// Takes the rows out of the document while it is parsed: the whole of it as values takes ten times
/// the memory of its text.
class RowReader {
 public:
  explicit RowReader(Schema& schema) : schema_(schema) {}

  bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
    constexpr int kRelationDepth = 2;
    if (event == Json::parse_event_t::key && depth == kRelationDepth) relation_ = parsed;
    const bool is_row = event == Json::parse_event_t::object_end && depth == kRelationDepth + 1;
    if (is_row) add_row(schema_, relation_, parsed);
    return !is_row;
  }

 private:
  Schema& schema_;
  std::string relation_;
};

Engine read_engine(const Json& document) {
  const std::string name = document.at("engine");
  for (const Engine engine : {Engine::kPostgres, Engine::kSqlite})
    if (name_of(engine) == name) return engine;
  throw std::invalid_argument("no engine is called " + name);
}

}  // namespace

std::string write_snapshot(const Schema& schema) {
  std::string text = "{\n  \"contract\": " + std::to_string(kContract) + ",\n  \"engine\": \"" +
                     std::string(name_of(schema.engine)) + "\",\n  \"relations\": {";
  for_each_relation(schema, [&](const auto& rows) { write_relation(text, rows); });
  return text + (text.ends_with('{') ? "}\n}\n" : "\n  }\n}\n");
}

Schema read_snapshot(std::string_view text, const std::string& file) {
  Schema schema;
  try {
    const Json document = Json::parse(text, RowReader(schema));
    if (document.at("contract") != kContract)
      throw std::invalid_argument("of another contract: " + document.at("contract").dump());
    schema.engine = read_engine(document);
  } catch (const std::exception& error) {
    throw Error(std::string("not a snapshot (") + error.what() + ")", file,
                "Write one with `ddltrail snapshot`.");
  }
  sort(schema);
  return schema;
}

}  // namespace ddltrail
