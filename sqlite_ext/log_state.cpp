#include "log_state.h"

#include "definition.h"
#include "relation.h"
#include "statement.h"

namespace ddltrail {

std::string to_text(const LogState& state) {
  return to_text(
      Json{{"log_id", state.log_id},
           {"contract", state.contract},
           {"extension_version", state.extension_version},
           {"schema_version", state.schema_version},
           {"next_object_id", state.next_object_id},
           {"next_id", state.next_id},
           {"broken_reason", state.broken_reason ? Json(*state.broken_reason) : Json(nullptr)},
           {"statement_text", state.statement_text},
           {"on_error", state.on_error}});
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
