// A change: one row of the change log, and how it reads as a sentence.
#pragma once

#include "model/row.h"

namespace ddltrail {

struct Change {
  std::int64_t id = 0;
  std::int64_t command_id = 0;
  std::int64_t txid = 0;
  std::string logged_at;
  std::optional<std::string> actor;
  std::optional<std::string> session_actor;
  std::optional<std::string> application;
  std::optional<std::string> command_tag;
  std::string action;
  std::string object_kind;
  std::int64_t object_id = 0;
  std::optional<std::string> schema_name;
  std::string object_name;
  std::string object_identity;
  std::optional<std::string> previous_schema;
  std::optional<std::string> previous_name;
  Json details;
  Json definition;
  std::optional<std::string> statement;
  std::optional<std::string> search_path;
  std::optional<std::string> migration;
  bool in_extension = false;
  std::string log_id;
};

template <>
struct Mirror<Change> {
  static constexpr std::string_view kRelation = "change_log";
  static constexpr auto kFields = std::tuple{Field{"id", &Change::id},
                                             Field{"command_id", &Change::command_id},
                                             Field{"txid", &Change::txid},
                                             Field{"logged_at", &Change::logged_at},
                                             Field{"actor", &Change::actor},
                                             Field{"session_actor", &Change::session_actor},
                                             Field{"application", &Change::application},
                                             Field{"command_tag", &Change::command_tag},
                                             Field{"action", &Change::action},
                                             Field{"object_kind", &Change::object_kind},
                                             Field{"object_id", &Change::object_id},
                                             Field{"schema_name", &Change::schema_name},
                                             Field{"object_name", &Change::object_name},
                                             Field{"object_identity", &Change::object_identity},
                                             Field{"previous_schema", &Change::previous_schema},
                                             Field{"previous_name", &Change::previous_name},
                                             Field{"details", &Change::details},
                                             Field{"definition", &Change::definition},
                                             Field{"statement", &Change::statement},
                                             Field{"search_path", &Change::search_path},
                                             Field{"migration", &Change::migration},
                                             Field{"in_extension", &Change::in_extension},
                                             Field{"log_id", &Change::log_id}};
};

/// Of a table, view, materialized view or foreign table, partitioned or virtual ones included.
bool is_of_table(const Change& change);

/// The object went away with this change.
bool is_drop(const Change& change);

/// "renamed column full_name to name; added column email": operations, without the object.
std::string sentence(const Json& details);
std::string sentence(const Change& change);

}  // namespace ddltrail
