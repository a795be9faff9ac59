#include "migrate/history.h"

#include <fmt/format.h>

#include "base/error.h"

namespace ddltrail::migrate {
namespace {

constexpr int kFormat = 1;

Action action_of(const std::string& name) {
  for (const Action action : {Action::kUp, Action::kDown, Action::kAdopt})
    if (name_of(action) == name) return action;
  throw Error("the history of migrations has an action that this version does not know", name,
              "Use the version of ddltrail that wrote it.");
}

Value number(std::optional<std::size_t> value) {
  return value ? Value(std::to_string(*value)) : Value();
}

Record record_of(const std::vector<Value>& row) {
  Record record;
  record.id = std::stoll(*row[0]);
  record.version = *row[1];
  record.name = *row[2];
  record.action = action_of(*row[3]);
  record.checksum = *row[4];
  record.recorded_at = *row[5];
  record.actor = *row[6];
  record.duration_ms = std::stoll(*row[7]);
  record.position = row[8];
  if (row[9]) record.statements_done = std::stoull(*row[9]);
  record.failure = row[10];
  return record;
}

void add(Ledger& ledger, Record record) {
  ledger.position = record.position;
  if (record.statements_done) {
    ledger.unfinished = std::move(record);
  } else if (record.action == Action::kDown) {
    ledger.applied.erase(record.version);
  } else {
    const std::string version = record.version;
    ledger.applied.insert_or_assign(version, std::move(record));
  }
}

}  // namespace

std::string_view name_of(Action action) {
  switch (action) {
    case Action::kUp:
      return "up";
    case Action::kDown:
      return "down";
    case Action::kAdopt:
      return "adopt";
  }
  return "";
}

bool History::exists() {
  return database_.has_table(dialect_.history_schema, dialect_.history_table);
}

void History::make() {
  for (const char* statement : dialect_.make_history) {
    try {
      database_.execute(statement);
    } catch (const Refused& refused) {
      throw Error(fmt::format("cannot make the history of migrations ({})", refused.what()),
                  dialect_.history,
                  "The role needs CREATE on the database, or USAGE and CREATE on this schema.");
    }
  }
}

Ledger History::read() {
  if (!exists()) return {};
  const auto newer = database_.query(
      fmt::format("SELECT 1 FROM {} WHERE format <> {} LIMIT 1", dialect_.history, kFormat));
  if (!newer.empty())
    throw Error("another version of ddltrail wrote the history of migrations", dialect_.history,
                "Use that version, or a later one.");
  Ledger ledger;
  for (const auto& row : database_.query(
           fmt::format("SELECT id, version, name, action, checksum, {}, actor, duration_ms, "
                       "position, statements_done, failure FROM {} ORDER BY id",
                       dialect_.recorded_at, dialect_.history)))
    migrate::add(ledger, record_of(row));
  return ledger;
}

std::int64_t History::add(const Record& record) {
  const auto rows = database_.query(
      fmt::format("INSERT INTO {} (format, version, name, action, checksum, recorded_at, actor, "
                  "duration_ms, position, statements_done, failure) VALUES "
                  "({}, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id",
                  dialect_.history, kFormat),
      {record.version, record.name, std::string(name_of(record.action)), record.checksum,
       record.recorded_at, record.actor, std::to_string(record.duration_ms), record.position,
       number(record.statements_done), record.failure});
  return std::stoll(*rows.at(0).at(0));
}

void History::note(std::int64_t id, std::size_t statements_done, const std::string& checksum) {
  database_.query(fmt::format("UPDATE {} SET statements_done = $1, checksum = $2, failure = NULL "
                              "WHERE id = $3",
                              dialect_.history),
                  {number(statements_done), checksum, std::to_string(id)});
}

void History::note_failure(std::int64_t id, const std::string& failure) {
  database_.query(fmt::format("UPDATE {} SET failure = $1 WHERE id = $2", dialect_.history),
                  {failure, std::to_string(id)});
}

void History::finish(const Record& record) {
  database_.query(
      fmt::format("UPDATE {} SET checksum = $1, recorded_at = $2, actor = $3, duration_ms = $4, "
                  "position = $5, statements_done = NULL, failure = NULL WHERE id = $6",
                  dialect_.history),
      {record.checksum, record.recorded_at, record.actor, std::to_string(record.duration_ms),
       record.position, std::to_string(record.id)});
}

}  // namespace ddltrail::migrate
