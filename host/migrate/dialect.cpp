#include "migrate/dialect.h"

#include "plan/postgres/timeouts.h"

namespace ddltrail::migrate {
namespace {

const Dialect kPostgres{
    split_postgres,
    "ddltrail",
    "migration_history",
    "ddltrail.migration_history",
    {"DO $$BEGIN IF to_regnamespace('ddltrail') IS NULL THEN CREATE SCHEMA ddltrail; END IF; END$$",
     "CREATE TABLE ddltrail.migration_history ("
     "id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "
     "format integer NOT NULL, version text NOT NULL, name text NOT NULL, action text NOT NULL, "
     "checksum text NOT NULL, recorded_at timestamptz NOT NULL, actor text NOT NULL, "
     "duration_ms bigint NOT NULL, position text, statements_done integer, failure text)"},
    "to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')",
    {postgres_plan::kWaitBrieflyHere, postgres_plan::kRunLongHere, postgres_plan::kWaitBriefly,
     postgres_plan::kRunLong, postgres_plan::kEndWait, postgres_plan::kEndRun},
    "BEGIN",
    "COMMIT",
    nullptr,
    nullptr,
    {},
    false,
    nullptr};

const Dialect kSqlite{
    split_sqlite,
    "main",
    "ddltrail_migration_history",
    "main.ddltrail_migration_history",
    {"CREATE TABLE main.ddltrail_migration_history (id INTEGER PRIMARY KEY, "
     "format INTEGER NOT NULL, version TEXT NOT NULL, name TEXT NOT NULL, action TEXT NOT NULL, "
     "checksum TEXT NOT NULL, recorded_at TEXT NOT NULL, actor TEXT NOT NULL, "
     "duration_ms INTEGER NOT NULL, position TEXT, statements_done INTEGER, failure TEXT)"},
    "recorded_at",
    {},
    // Flyway takes BEGIN for that of a trigger.
    "SAVEPOINT ddltrail_migration",
    "RELEASE ddltrail_migration",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA foreign_keys = ON",
    {"CREATE TEMP TABLE ddltrail_foreign_keys (is_on INTEGER CONSTRAINT "
     "\"run this with PRAGMA foreign_keys = OFF, for rows that refer to a table which is made anew "
     "would be deleted\" CHECK (is_on = 0))",
     "INSERT INTO temp.ddltrail_foreign_keys SELECT foreign_keys FROM pragma_foreign_keys",
     "DROP TABLE temp.ddltrail_foreign_keys"},
    true,
    "SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1"};

}  // namespace

const Dialect& dialect_of(Engine engine) {
  switch (engine) {
    case Engine::kPostgres:
      return kPostgres;
    case Engine::kSqlite:
      return kSqlite;
  }
  return kSqlite;
}

}  // namespace ddltrail::migrate
