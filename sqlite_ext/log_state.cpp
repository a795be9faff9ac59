#include "log_state.h"

#include "definition.h"
#include "relation.h"
#include "statement.h"

namespace ddltrail {

std::string to_text(const LogState& state) {
  const auto number = [](std::int64_t value) { return std::to_string(value); };
  const auto text = [](const std::string& value) { return to_text(Json(value)); };
  return R"({"log_id":)" + text(state.log_id) + R"(,"contract":)" + number(state.contract) +
         R"(,"extension_version":)" + text(state.extension_version) + R"(,"schema_version":)" +
         number(state.schema_version) + R"(,"next_object_id":)" + number(state.next_object_id) +
         R"(,"next_id":)" + number(state.next_id) + R"(,"broken_reason":)" +
         (state.broken_reason ? text(*state.broken_reason) : "null") + R"(,"statement_text":)" +
         text(state.statement_text) + R"(,"on_error":)" + text(state.on_error) + '}';
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
  if (!json.at("broken_reason").is_null()) state.broken_reason = json.at("broken_reason");
  if (state.contract != kContract)
    throw SqliteError(SQLITE_ERROR, "the log is of contract " + std::to_string(state.contract) +
                                        ", this extension keeps contract " +
                                        std::to_string(kContract));
  return state;
} catch (const Json::exception& error) {
  throw SqliteError(SQLITE_CORRUPT, std::string("ddltrail_state cannot be read: ") + error.what());
}

}  // namespace ddltrail
