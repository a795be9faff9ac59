#include "log_state.h"

#include "json_text.h"
#include "relation.h"
#include "statement.h"

namespace ddltrail {

std::string to_text(const LogState& state) {
  std::string json;
  const auto number = [&](const char* key, std::int64_t value) {
    json.append(key).append(std::to_string(value));
  };
  const auto text = [&](const char* key, const std::string& value) {
    append_json(json.append(key), value);
  };
  text(R"({"log_id":)", state.log_id);
  number(R"(,"contract":)", state.contract);
  text(R"(,"extension_version":)", state.extension_version);
  number(R"(,"schema_version":)", state.schema_version);
  number(R"(,"next_object_id":)", state.next_object_id);
  number(R"(,"next_id":)", state.next_id);
  if (state.broken_reason) text(R"(,"broken_reason":)", *state.broken_reason);
  text(R"(,"statement_text":)", state.statement_text);
  text(R"(,"on_error":)", state.on_error);
  return json + '}';
}

LogState parse_log_state(const std::string& text) try {
  const Json json = Json::parse(text);
  LogState state{.log_id = json.at("log_id"),
                 .contract = json.at("contract"),
                 .extension_version = json.at("extension_version"),
                 .schema_version = json.at("schema_version"),
                 .next_object_id = json.at("next_object_id"),
                 .next_id = json.at("next_id"),
                 .broken_reason = std::nullopt,
                 .statement_text = json.at("statement_text"),
                 .on_error = json.at("on_error")};
  if (json.contains("broken_reason")) state.broken_reason = json.at("broken_reason");
  if (state.contract != kContract)
    throw SqliteError(SQLITE_ERROR, "the log is of contract " + std::to_string(state.contract) +
                                        ", this extension keeps contract " +
                                        std::to_string(kContract));
  return state;
} catch (const Json::exception& error) {
  throw SqliteError(SQLITE_CORRUPT, std::string("ddltrail_state cannot be read: ") + error.what());
}

}  // namespace ddltrail
