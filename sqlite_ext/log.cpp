#include "log.h"

#include <algorithm>
#include <array>
#include <chrono>

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

constexpr char kStateTable[] = "ddltrail_state";

/// Of the file as the current transaction sees it: another one where somebody has written to it.
std::optional<unsigned> data_version(const Database& db) noexcept {
  unsigned version = 0;
  const int rc =
      sqlite3_file_control(db.handle, db.schema.c_str(), SQLITE_FCNTL_DATA_VERSION, &version);
  return rc == SQLITE_OK ? std::optional(version) : std::nullopt;
}

/// What the log of a file calls its schema, whatever the file is attached as.
constexpr char kSchema[] = "main";

std::string identity_of(const std::string& name) {
  if (is_plain_identifier(name)) return "main." + name;
  std::string quoted = "main.\"";
  for (const char c : name) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

/// A part of a moment with the leading zeros, and what stands behind it.
void append(std::string& text, std::int64_t number, std::size_t digits, char end) {
  const auto plain = std::to_string(number);
  text.append(digits - std::min(digits, plain.size()), '0').append(plain) += end;
}

/// As in the log: 2026-11-21T08:45:00.123Z.
std::string now() {
  using namespace std::chrono;
  const auto moment = time_point_cast<milliseconds>(system_clock::now());
  const auto day = floor<days>(moment);
  const year_month_day date(day);
  const hh_mm_ss time(moment - day);
  std::string text;
  text.reserve(24);
  append(text, static_cast<int>(date.year()), 4, '-');
  append(text, static_cast<unsigned>(date.month()), 2, '-');
  append(text, static_cast<unsigned>(date.day()), 2, 'T');
  append(text, time.hours().count(), 2, ':');
  append(text, time.minutes().count(), 2, ':');
  append(text, time.seconds().count(), 2, '.');
  append(text, time.subseconds().count(), 3, 'Z');
  return text;
}

struct Setting {
  std::string_view name;
  std::array<std::string_view, 3> values;
  std::string LogState::*value;
};

constexpr std::array<Setting, 2> kSettings = {
    {{"statement_text", {"none", "redacted", "full"}, &LogState::statement_text},
     {"on_error", {"error", "warn", ""}, &LogState::on_error}}};

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
  return sqlite3_table_column_metadata(db_.handle, db_.schema.c_str(), kStateTable, nullptr,
                                       nullptr, nullptr, nullptr, nullptr, nullptr) == SQLITE_OK;
}

bool Log::lock() {
  try {
    Statement(db_, "UPDATE main.ddltrail_state SET object = object WHERE 0").run();
    return true;
  } catch (const SqliteError& error) {
    if (error.code() != SQLITE_ERROR || exists()) throw;
    return false;
  }
}

const LogState& Log::state() {
  drop_stale();
  if (state_) return *state_;
  if (!exists())
    throw SqliteError(SQLITE_ERROR, "no log is installed in " + db_.description() +
                                        ": run SELECT ddltrail_install(" +
                                        (db_.is_main() ? "" : "'" + db_.schema + "'") + ")");
  Statement row(db_, "SELECT definition FROM main.ddltrail_state WHERE schema_rowid=0");
  if (!row.step()) throw SqliteError(SQLITE_CORRUPT, "ddltrail_state is empty");
  return state_.emplace(parse_log_state(row.text(0)));
}

SchemaCopy& Log::copy() {
  drop_stale();
  if (!copy_) {
    SchemaCopy copy(db_);
    copy.read();
    copy_ = std::move(copy);
  }
  return *copy_;
}

std::int64_t Log::missed_versions() { return schema_version(db_) - state().schema_version; }

std::optional<std::int64_t> Log::last_id() const {
  Statement row(db_, "SELECT max(id) FROM main.ddltrail_change_log");
  if (!row.step() || row.is_null(0)) return std::nullopt;
  return row.integer(0);
}

void Log::create() {
  for (const auto& file : embedded_install::kFiles) execute(db_, file.text);
  state_ = LogState{.log_id = draw_uuid(),
                    .contract = kContract,
                    .extension_version = DDLTRAIL_VERSION,
                    .broken_reason = std::nullopt,
                    .statement_text = "redacted",
                    .on_error = "error"};
  copy_.emplace(db_);
  save();
}

bool Log::revise() {
  if (is_revised_) return false;
  drop_stale();
  const bool is_as_remembered = data_version_ && data_version_ == data_version(db_);
  if (!is_as_remembered) forget_what_changed();
  is_revised_ = true;
  return is_as_remembered;
}

/// A version of the schema that was committed has one copy.
void Log::forget_what_changed() {
  const auto known = std::exchange(state_, std::nullopt);
  if (!known || state().log_id != known->log_id || state().schema_version != known->schema_version)
    copy_.reset();
}

void Log::remember() noexcept {
  if (!std::exchange(is_revised_, false)) return;
  data_version_ = data_version(db_);
  if (!state_ || !copy_) forget();
}

/// Only notes it: a failing statement of ours may be what rolls back.
void Log::forget() noexcept {
  is_stale_ = true;
  is_revised_ = false;
}

void Log::drop_stale() {
  if (!std::exchange(is_stale_, false)) return;
  state_.reset();
  copy_.reset();
  data_version_.reset();
}

std::int64_t Log::append(const LogRow& row, std::int64_t schema_version, const Session& session) {
  state();
  const auto id = state_->next_id++;
  Statement insert(db_,
                   "INSERT INTO main.ddltrail_change_log VALUES(?,?,?,?,NULL,NULL,?,?,?,?,?,?,"
                   "?,?,NULL,?,?,?,?,NULL,?,0,?,NULL,NULL)");
  insert
      .bind_all(id, row.command_id.value_or(id), schema_version, now(), session.application,
                row.command_tag, row.action, row.object_kind, row.object_id, kSchema,
                row.object_name, identity_of(row.object_name), row.previous_name, row.details,
                row.definition, row.statement, session.migration, state_->log_id)
      .run();
  return id;
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
  copy().hand_over(from, to);
  save();
}

void Log::advance(std::int64_t schema_version, std::int64_t next_object_id) {
  state();
  state_->schema_version = schema_version;
  state_->next_object_id = next_object_id;
  state_->broken_reason.reset();
  save();
}

void Log::mark_broken(const std::string& reason) { put("broken_reason", reason); }

void Log::put(std::string_view key, const std::string& value) {
  forget();
  state();  // says so where there is no log
  Statement update(
      db_,
      "UPDATE main.ddltrail_state SET definition = json_set(definition, '$.' || ?1, ?2)"
      " WHERE schema_rowid = 0");
  update.bind_all(key, value).run();
  forget();
}

void Log::save() {
  Statement put(db_, "REPLACE INTO main.ddltrail_state VALUES(?,?,?)");
  if (copy_) copy_->save(put);
  state_->extension_version = DDLTRAIL_VERSION;
  put.bind_all(std::int64_t{0}, "log", to_text(*state_)).run();
}

std::string Log::setting(const std::string& name) {
  const Setting& setting = setting_named(name);
  return state().*setting.value;
}

void Log::set(const std::string& name, const std::string& value) {
  const Setting& setting = setting_named(name);
  bool is_known = false;
  for (const auto known : setting.values) is_known = is_known || (!known.empty() && known == value);
  if (!is_known) throw SqliteError(SQLITE_ERROR, "no value \"" + value + "\" of " + name);
  put(setting.name, value);
}

}  // namespace ddltrail
