#include "model/snapshot.h"

#include "base/error.h"
#include "contract_mirrors.h"
#include "model/contract.h"
#include "model/json_text.h"

namespace ddltrail {
namespace {

/// Hands the text on in pieces: the whole of it takes as much memory as the schema.
class Writer {
 public:
  explicit Writer(const TakeText& take) : take_(take) {}

  void add(std::string_view text) {
    constexpr std::size_t kPiece = 1 << 16;
    text_ += text;
    if (text_.size() > kPiece) flush();
  }

  template <class Struct>
  void add_relation(const std::vector<Struct>& rows) {
    if (rows.empty()) return;
    add(is_first_ ? "\n" : ",\n");
    is_first_ = false;
    add("    \"" + std::string(Mirror<Struct>::kRelation) + "\": [");
    for (const Struct& row : rows) {
      add(&row == &rows.front() ? "\n      " : ",\n      ");
      append_row(text_, row);
    }
    add("\n    ]");
  }

  void finish() {
    add(is_first_ ? "}\n}\n" : "\n  }\n}\n");
    flush();
  }

 private:
  void flush() {
    take_(text_);
    text_.clear();
  }

  const TakeText& take_;
  std::string text_;
  bool is_first_ = true;
};

/// All before the rows.
std::string head_of(const Schema& schema) {
  std::string head = "{\n  \"contract\": " + std::to_string(kContract) + ",\n  \"engine\": \"" +
                     std::string(name_of(schema.engine)) + "\",\n";
  if (schema.is_of_entities) head += "  \"part\": \"entities\",\n";
  if (!schema.reader.empty()) {
    head += "  \"reader\": ";
    append_json(head, schema.reader);
    head += ",\n";
  }
  return head + "  \"relations\": {";
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

/// The message of the JSON library without what it calls its exception.
std::string without_library(const std::string& message) {
  const std::size_t end = message.starts_with('[') ? message.find("] ") : std::string::npos;
  return end == std::string::npos ? message : message.substr(end + 2);
}

}  // namespace

void write_snapshot(const Schema& schema, const TakeText& take) {
  Writer writer(take);
  writer.add(head_of(schema));
  for_each_relation(schema, [&](const auto& rows) { writer.add_relation(rows); });
  writer.finish();
}

std::string write_snapshot(const Schema& schema) {
  constexpr std::size_t kLongRow = 1000;  // what is not used of it takes no memory
  std::size_t rows = 0;
  for_each_relation(schema, [&](const auto& relation) { rows += relation.size(); });
  std::string text;
  text.reserve(rows * kLongRow);
  write_snapshot(schema, [&](std::string_view piece) { text += piece; });
  return text;
}

Schema read_snapshot(std::string_view text, const std::string& file) {
  Schema schema;
  try {
    const Json document = Json::parse(text, RowReader(schema));
    if (!document.is_object() || !document.contains("contract"))
      throw std::invalid_argument("it names no contract");
    if (document.at("contract") != kContract)
      throw std::invalid_argument("of another contract: " + document.at("contract").dump());
    schema.engine = read_engine(document);
    schema.is_of_entities = document.value("part", "") == "entities";
    schema.reader = document.value("reader", "");
  } catch (const std::exception& error) {
    throw Error("not a snapshot (" + without_library(error.what()) + ")", file,
                "Write one with `ddltrail snapshot`; a file that ends with .sql is read as DDL.");
  }
  sort(schema);
  return schema;
}

}  // namespace ddltrail
