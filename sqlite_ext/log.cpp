#include "log.h"

#include <array>

#include "embedded_install.h"
#include "relation.h"

namespace ddltrail {
namespace {

/// A random UUID, version 4.
std::string draw_uuid() {
  std::array<unsigned char, 16> bytes;
  sqlite3_randomness(static_cast<int>(bytes.size()), bytes.data());
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0f) | 0x40);
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3f) | 0x80);
  constexpr char kDigits[] = "0123456789abcdef";
  std::string uuid;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) uuid += '-';
    uuid += kDigits[bytes[i] >> 4];
    uuid += kDigits[bytes[i] & 15];
  }
  return uuid;
}

bool is_plain_identifier(const std::string& name) {
  constexpr char kPlain[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
  return !name.empty() && name.find_first_not_of(kPlain) == std::string::npos &&
         (name[0] < '0' || name[0] > '9');
}

/// What the log of a file calls its schema, whatever the file is attached as.
constexpr char kSchema[] = "main";

std::string identity_of(const std::string& name) {
  if (is_plain_identifier(name)) return "main." + name;
  std::string quoted = "main.\"";
  for (const char c : name) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

struct Setting {
  std::string_view name;  // of its column in ddltrail_state too
  std::array<std::string_view, 3> values;
};

constexpr std::array<Setting, 2> kSettings = {
    {{"statement_text", {"none", "redacted", "full"}}, {"on_error", {"error", "warn", ""}}}};

const Setting& setting_named(const std::string& name) {
  for (const auto& setting : kSettings) {
    if (setting.name == name) return setting;
  }
  throw SqliteError(SQLITE_ERROR, "no setting \"" + name +
                                      "\" (there are statement_text, on_error and migration)");
}

}  // namespace

std::int64_t schema_version(const Database& db) {
  Statement pragma(db, "PRAGMA main.schema_version");
  pragma.step();
  return pragma.integer(0);
}

bool Log::exists() const {
  return sqlite3_table_column_metadata(db_.handle, db_.schema.c_str(), "ddltrail_state", "log_id",
                                       nullptr, nullptr, nullptr, nullptr, nullptr) == SQLITE_OK;
}

bool Log::lock() {
  try {
    Statement(db_, "UPDATE main.ddltrail_state SET log_id = log_id WHERE 0").run();
    return true;
  } catch (const SqliteError& error) {
    if (error.code() != SQLITE_ERROR || exists()) throw;
    return false;
  }
}

LogState Log::state() const {
  if (!exists())
    throw SqliteError(SQLITE_ERROR, "no log is installed in " + db_.description() +
                                        ": run SELECT ddltrail_install(" +
                                        (db_.is_main() ? "" : "'" + db_.schema + "'") + ")");
  Statement row(db_,
                "SELECT log_id, contract, schema_version, next_object_id, is_broken,"
                " statement_text, on_error FROM main.ddltrail_state");
  if (!row.step()) throw SqliteError(SQLITE_CORRUPT, "ddltrail_state is empty");
  const LogState state{row.text(0),         row.integer(1), row.integer(2), row.integer(3),
                       row.integer(4) != 0, row.text(5),    row.text(6)};
  if (state.contract != kContract)
    throw SqliteError(SQLITE_ERROR, "the log is of contract " + std::to_string(state.contract) +
                                        ", this extension keeps contract " +
                                        std::to_string(kContract));
  return state;
}

std::optional<std::int64_t> Log::last_id() const {
  Statement row(db_, "SELECT max(id) FROM main.ddltrail_change_log");
  if (!row.step() || row.is_null(0)) return std::nullopt;
  return row.integer(0);
}

void Log::create() {
  for (const auto& file : embedded_install::kFiles) execute(db_, file.text);
  Statement state(db_,
                  "INSERT INTO main.ddltrail_state"
                  " VALUES (?1, ?2, ?3, 0, 1, 0, NULL, 'redacted', 'error')");
  state.bind_all(draw_uuid(), std::int64_t{kContract}, DDLTRAIL_VERSION).run();
}

std::int64_t Log::append(const LogRow& row, const LogState& state, const Session& session) {
  Statement insert(
      db_,
      "INSERT INTO main.ddltrail_change_log (command_id, txid, logged_at, application, command_tag,"
      " action, object_kind, object_id, schema_name, object_name, object_identity, previous_name,"
      " details, definition, statement, migration, in_extension, log_id)"
      " VALUES (coalesce(?1, (SELECT coalesce(max(id), 0) + 1 FROM main.ddltrail_change_log)),"
      " ?2, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
      " ?13, ?14, ?15, 0, ?16)");
  insert
      .bind_all(row.command_id, state.schema_version, session.application, row.command_tag,
                row.action, row.object_kind, row.object_id, kSchema, row.object_name,
                identity_of(row.object_name), row.previous_name, row.details, row.definition,
                row.statement, session.migration, state.log_id)
      .run();
  return sqlite3_last_insert_rowid(db_.handle);
}

void Log::rewrite(std::int64_t id, const LogRow& row) {
  Statement update(db_,
                   "UPDATE main.ddltrail_change_log SET command_id = ?2, command_tag = ?3,"
                   " action = ?4, object_kind = ?5, object_id = ?6, object_name = ?7,"
                   " object_identity = ?8, previous_name = ?9, details = ?10, definition = ?11,"
                   " statement = ?12 WHERE id = ?1");
  update
      .bind_all(id, row.command_id, row.command_tag, row.action, row.object_kind, row.object_id,
                row.object_name, identity_of(row.object_name), row.previous_name, row.details,
                row.definition, row.statement)
      .run();
}

void Log::remove(std::int64_t id) {
  Statement(db_, "DELETE FROM main.ddltrail_change_log WHERE id = ?1").bind_all(id).run();
}

void Log::hand_over(std::int64_t from, std::int64_t to) {
  Statement update(db_, "UPDATE main.ddltrail_change_log SET object_id = ?2 WHERE object_id = ?1");
  update.bind_all(from, to).run();
}

void Log::advance(std::int64_t schema_version, std::int64_t next_object_id) {
  Statement update(db_,
                   "UPDATE main.ddltrail_state SET schema_version = ?1, next_object_id = ?2,"
                   " extension_version = ?3, is_broken = 0, broken_reason = NULL");
  update.bind_all(schema_version, next_object_id, DDLTRAIL_VERSION).run();
}

void Log::mark_broken(const std::string& reason) {
  Statement update(db_, "UPDATE main.ddltrail_state SET is_broken = 1, broken_reason = ?1");
  update.bind_all(reason).run();
}

std::string Log::setting(const std::string& name) const {
  const Setting& setting = setting_named(name);
  state();  // says so where there is no log
  Statement row(db_, "SELECT " + std::string(setting.name) + " FROM main.ddltrail_state");
  row.step();
  return row.text(0);
}

void Log::set(const std::string& name, const std::string& value) {
  const Setting& setting = setting_named(name);
  bool is_known = false;
  for (const auto known : setting.values) is_known = is_known || (!known.empty() && known == value);
  if (!is_known) throw SqliteError(SQLITE_ERROR, "no value \"" + value + "\" of " + name);
  state();
  Statement update(db_, "UPDATE main.ddltrail_state SET " + std::string(setting.name) + " = ?1");
  update.bind_all(value).run();
}

}  // namespace ddltrail
