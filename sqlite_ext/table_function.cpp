#include "table_function.h"

#include <cstdlib>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include "cursor.h"
#include "definition.h"
#include "log.h"
#include "relation.h"
#include "statement.h"

namespace ddltrail {
namespace {

/// What a table-valued function yields. SQLite owns it as the data of the module.
struct Source {
  const Relation* relation;
  bool takes_cursor;
};

struct Table {
  sqlite3_vtab base;
  sqlite3* db;
  const Source* source;
};

struct Cursor {
  sqlite3_vtab_cursor base;
  std::unique_ptr<Statement> rows;
  bool has_row = false;
  sqlite3_int64 rowid = 0;
};

const Table& table_of(const sqlite3_vtab* table) { return *reinterpret_cast<const Table*>(table); }
Cursor& cursor_of(sqlite3_vtab_cursor* cursor) { return *reinterpret_cast<Cursor*>(cursor); }

/// The arguments are hidden columns after the others: the cursor where there is one, then the name
/// of the database.
int first_argument(const Source& source) {
  return static_cast<int>(source.relation->columns.size());
}

std::string declaration(const Source& source) {
  std::string columns;
  for (const auto& column : source.relation->columns) {
    const bool is_number = column.type == ValueType::kInteger || column.type == ValueType::kBoolean;
    columns +=
        (columns.empty() ? "\"" : ", \"") + column.name + (is_number ? "\" INTEGER" : "\" TEXT");
  }
  if (source.takes_cursor) columns += ", \"cursor\" TEXT HIDDEN";
  columns += ", \"database\" TEXT HIDDEN";
  return "CREATE TABLE x(" + columns + ")";
}

int connect(sqlite3* db, void* data, int, const char* const*, sqlite3_vtab** table,
            char** error) noexcept {
  try {
    const auto* source = static_cast<const Source*>(data);
    check(db, sqlite3_declare_vtab(db, declaration(*source).c_str()));
    *table = reinterpret_cast<sqlite3_vtab*>(new Table{{}, db, source});
    return SQLITE_OK;
  } catch (const std::exception& caught) {
    *error = sqlite3_mprintf("ddltrail: %s", caught.what());
    return SQLITE_ERROR;
  }
}

int disconnect(sqlite3_vtab* table) noexcept {
  delete reinterpret_cast<Table*>(table);
  return SQLITE_OK;
}

/// Only names are worth handing on: schema_name, table_name, index_name, view_name, ...
bool is_name(const Source& source, int column) {
  return column >= 0 && column < first_argument(source) &&
         source.relation->columns[column].name.ends_with("_name");
}

bool is_binary(sqlite3_index_info* info, int constraint) {
  return sqlite3_stricmp(sqlite3_vtab_collation(info, constraint), "BINARY") == 0;
}

/// Plans the equalities and notes their columns in idxStr: "2,5,".
int best_index(sqlite3_vtab* base, sqlite3_index_info* info) noexcept {
  const Source& source = *table_of(base).source;
  info->estimatedCost = 100000;
  int used = 0;
  char* columns = nullptr;
  for (int i = 0; i < info->nConstraint; ++i) {
    const auto& constraint = info->aConstraint[i];
    if (constraint.op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
    const bool is_argument = constraint.iColumn >= first_argument(source);
    if (is_argument && !constraint.usable) return SQLITE_CONSTRAINT;
    if (!constraint.usable || !(is_argument || is_name(source, constraint.iColumn))) continue;
    if (!is_argument && !is_binary(info, i)) continue;
    info->aConstraintUsage[i].argvIndex = ++used;
    info->aConstraintUsage[i].omit = is_argument;
    info->estimatedCost /= 10;
    char* longer = sqlite3_mprintf("%z%d,", columns, constraint.iColumn);
    if (longer == nullptr) return SQLITE_NOMEM;
    columns = longer;
  }
  info->idxStr = columns;
  info->needToFreeIdxStr = 1;
  return SQLITE_OK;
}

int open(sqlite3_vtab*, sqlite3_vtab_cursor** cursor) noexcept {
  *cursor = reinterpret_cast<sqlite3_vtab_cursor*>(new (std::nothrow) Cursor{});
  return *cursor == nullptr ? SQLITE_NOMEM : SQLITE_OK;
}

int close(sqlite3_vtab_cursor* cursor) noexcept {
  delete reinterpret_cast<Cursor*>(cursor);
  return SQLITE_OK;
}

/// Runs what may throw for a table, and hands its error to SQLite.
template <typename Function>
int guarded(sqlite3_vtab* table, Function function) noexcept {
  const auto fail = [table](int rc, const char* cause) {
    sqlite3_free(table->zErrMsg);
    table->zErrMsg = sqlite3_mprintf("ddltrail: %s", cause);
    return rc;
  };
  try {
    function();
    return SQLITE_OK;
  } catch (const SqliteError& error) {
    return fail(error.code(), error.what());
  } catch (const std::exception& error) {
    return fail(SQLITE_ERROR, error.what());
  } catch (...) {
    return fail(SQLITE_ERROR, "unknown error");
  }
}

std::string column_list(const Relation& relation) {
  std::string list;
  for (const auto& column : relation.columns)
    list += (list.empty() ? "\"" : ", \"") + column.name + '"';
  return list;
}

std::string select_of(const Relation& relation) {
  std::string select = "SELECT " + column_list(relation) + " FROM ";
  if (relation.sql.empty()) return select.append("main.ddltrail_").append(relation.name);
  return select.append("(").append(relation.sql).append(")");
}

/// The equalities of the plan as conditions, with the values to bind.
struct Conditions {
  std::string sql = " WHERE 1";
  std::vector<sqlite3_value*> values;
  std::optional<std::string> cursor;
  std::optional<std::string> database;
};

Conditions conditions_of(const Source& source, const char* plan, sqlite3_value** values) {
  Conditions conditions;
  for (int i = 0; plan != nullptr && *plan != '\0'; ++i) {
    char* end = nullptr;
    const auto column = static_cast<int>(std::strtol(plan, &end, 10));
    plan = end + 1;
    if (column >= first_argument(source)) {
      const bool is_cursor = source.takes_cursor && column == first_argument(source);
      const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[i]));
      if (text != nullptr) (is_cursor ? conditions.cursor : conditions.database) = text;
      continue;
    }
    conditions.sql += " AND \"" + source.relation->columns[column].name + "\" = ?";
    conditions.values.push_back(values[i]);
  }
  return conditions;
}

void advance(Cursor& cursor) {
  cursor.has_row = cursor.rows->step();
  ++cursor.rowid;
}

/// SQLite takes the function only where there is no table of the name: before a log is installed.
bool stands_for_table(const Source& source) {
  return source.relation->sql.empty() && !source.takes_cursor;
}

void require_change_log(const Database& database) {
  check(database.handle, sqlite3_table_column_metadata(database.handle, database.schema.c_str(),
                                                       "ddltrail_change_log", nullptr, nullptr,
                                                       nullptr, nullptr, nullptr, nullptr));
}

void start(const Table& table, Cursor& cursor, const char* plan, sqlite3_value** values) {
  cursor.rows.reset();
  cursor.has_row = false;
  const Source& source = *table.source;
  Conditions conditions = conditions_of(source, plan, values);
  const auto database = database_named(table.db, conditions.database.value_or("main"));
  if (source.relation->name == "log_state" && !Log(database).exists()) return;
  if (stands_for_table(source)) return;
  if (source.relation->name == "columns") resolve_views(database);
  if (source.takes_cursor) {
    Log(database).state();  // says so where there is no log
    require_change_log(database);
    const auto after = conditions.cursor ? last_id_of(database, *conditions.cursor) : 0;
    conditions.sql += " AND id > " + std::to_string(after) + " ORDER BY id";
  }
  cursor.rows = std::make_unique<Statement>(database, select_of(*source.relation) + conditions.sql);
  int index = 0;
  for (auto* value : conditions.values) cursor.rows->bind(++index, value);
  advance(cursor);
}

int filter(sqlite3_vtab_cursor* base, int, const char* plan, int, sqlite3_value** values) noexcept {
  return guarded(base->pVtab, [&] { start(table_of(base->pVtab), cursor_of(base), plan, values); });
}

int next(sqlite3_vtab_cursor* base) noexcept {
  return guarded(base->pVtab, [&] { advance(cursor_of(base)); });
}

int eof(sqlite3_vtab_cursor* base) noexcept { return cursor_of(base).has_row ? 0 : 1; }

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int index) noexcept {
  const Source& source = *table_of(base->pVtab).source;
  if (index < first_argument(source))
    sqlite3_result_value(context, cursor_of(base).rows->value(index));
  return SQLITE_OK;
}

int rowid(sqlite3_vtab_cursor* base, sqlite3_int64* id) noexcept {
  *id = cursor_of(base).rowid;
  return SQLITE_OK;
}

const sqlite3_module kModule = {
    .iVersion = 1,
    .xCreate = nullptr,
    .xConnect = connect,
    .xBestIndex = best_index,
    .xDisconnect = disconnect,
    .xDestroy = disconnect,
    .xOpen = open,
    .xClose = close,
    .xFilter = filter,
    .xNext = next,
    .xEof = eof,
    .xColumn = column,
    .xRowid = rowid,
    .xUpdate = nullptr,
    .xBegin = nullptr,
    .xSync = nullptr,
    .xCommit = nullptr,
    .xRollback = nullptr,
    .xFindFunction = nullptr,
    .xRename = nullptr,
    .xSavepoint = nullptr,
    .xRelease = nullptr,
    .xRollbackTo = nullptr,
    .xShadowName = nullptr,
};

void destroy(void* source) noexcept { delete static_cast<Source*>(source); }

void register_one(sqlite3* db, const std::string& name, const Source& source) {
  check(db, sqlite3_create_module_v2(db, ("ddltrail_" + name).c_str(), &kModule, new Source(source),
                                     destroy));
}

}  // namespace

void register_table_functions(sqlite3* db) {
  for (const auto& each : relations()) register_one(db, each.name, {&each, false});
  register_one(db, "changes_since", {&relation("change_log"), true});
}

}  // namespace ddltrail
