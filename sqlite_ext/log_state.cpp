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

namespace {

/// A number that can be added to.
std::int64_t count(const Json& json, const char* key) {
  constexpr auto kMost = std::int64_t{1} << 53;
  const Json& value = json.at(key);
  const bool is_count = value.is_number_unsigned()
                            ? value.get<std::uint64_t>() <= std::uint64_t{kMost}
                            : value.is_number_integer() && value.get<std::int64_t>() >= -kMost;
  if (!is_count) refuse_state(std::string(key) + " is " + to_text(value));
  return value.get<std::int64_t>();
}

}  // namespace

LogState parse_log_state(const std::string& text) try {
  const Json json = Json::parse(text);
  LogState state{.log_id = json.at("log_id"),
                 .contract = count(json, "contract"),
                 .extension_version = json.at("extension_version"),
                 .schema_version = count(json, "schema_version"),
                 .next_object_id = count(json, "next_object_id"),
                 .next_id = count(json, "next_id"),
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
  refuse_state(error.what());
}

}  // namespace ddltrail
