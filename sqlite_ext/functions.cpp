#include "functions.h"

#include "cursor.h"
#include "schema_fingerprint.h"
#include "schema_row.h"

namespace ddltrail {
namespace {

Connection& connection_of(sqlite3_context* context) {
  return *static_cast<Connection*>(sqlite3_user_data(context));
}

void return_text(sqlite3_context* context, const std::optional<std::string>& text) {
  if (!text) return sqlite3_result_null(context);
  sqlite3_result_text(context, text->data(), static_cast<int>(text->size()), SQLITE_TRANSIENT);
}

void fail(sqlite3_context* context, int rc, const char* cause) noexcept {
  char* message = sqlite3_mprintf("ddltrail: %s", cause);
  sqlite3_result_error(context, message == nullptr ? cause : message, -1);
  sqlite3_result_error_code(context, rc);
  sqlite3_free(message);
}

using Body = void (*)(sqlite3_context*, int, sqlite3_value**);

/// Every function is one of these around its body.
template <Body body>
void guarded(sqlite3_context* context, int count, sqlite3_value** values) noexcept {
  try {
    body(context, count, values);
  } catch (const SqliteError& error) {
    fail(context, error.code(), error.what());
  } catch (const std::exception& error) {
    fail(context, SQLITE_ERROR, error.what());
  } catch (...) {
    fail(context, SQLITE_ERROR, "unknown error");
  }
}

void version(sqlite3_context* context, int, sqlite3_value**) {
  sqlite3_result_text(context, DDLTRAIL_VERSION, -1, SQLITE_STATIC);
}

std::optional<std::string> text_of(sqlite3_value* value) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  if (text == nullptr) return std::nullopt;
  return text;
}

/// The database that the argument of that index names: main where there is none, or NULL.
Database database_argument(sqlite3_context* context, int index, int count, sqlite3_value** values) {
  const auto name = index < count ? text_of(values[index]) : std::nullopt;
  return database_named(sqlite3_context_db_handle(context), name.value_or("main"));
}

void cursor(sqlite3_context* context, int count, sqlite3_value** values) {
  return_text(context, current_cursor(database_argument(context, 0, count, values)));
}

void fingerprint(sqlite3_context* context, int count, sqlite3_value** values) {
  return_text(context, schema_fingerprint(database_argument(context, 0, count, values)));
}

void install(sqlite3_context* context, int count, sqlite3_value** values) {
  return_text(context,
              connection_of(context).install(database_argument(context, 0, count, values)));
}

void capture(sqlite3_context* context, int count, sqlite3_value** values) {
  sqlite3_result_int(context,
                     connection_of(context).capture(database_argument(context, 0, count, values)));
}

void watch(sqlite3_context* context, int, sqlite3_value**) { connection_of(context).arm(); }

void schema_row(sqlite3_context*, int, sqlite3_value** values) { receive_schema_row(values); }

/// ddltrail_setting(name) reads, ddltrail_setting(name, value) writes; both return the value. A
/// third argument names the database, and then a value that is NULL only reads.
void setting(sqlite3_context* context, int count, sqlite3_value** values) {
  Connection& connection = connection_of(context);
  const std::string name = text_of(values[0]).value_or("");
  if (name == "migration") {
    if (count > 1) connection.session().migration = text_of(values[1]);
    return return_text(context, connection.session().migration);
  }
  const auto database = database_argument(context, 2, count, values);
  const auto value = count > 1 ? text_of(values[1]) : std::nullopt;
  if (count == 2 || value) connection.set(database, name, value.value_or(""));
  return_text(context, Log(database).setting(name));
}

struct Function {
  const char* name;
  int arity;
  int flags;
  void (*body)(sqlite3_context*, int, sqlite3_value**) noexcept;
};

// DIRECTONLY: what writes must not be reached through a view or trigger of a database.
constexpr Function kFunctions[] = {
    {"ddltrail_version", 0, SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, guarded<version>},
    {"ddltrail_current_cursor", 0, 0, guarded<cursor>},
    {"ddltrail_current_cursor", 1, 0, guarded<cursor>},
    {"ddltrail_fingerprint", 0, 0, guarded<fingerprint>},
    {"ddltrail_fingerprint", 1, 0, guarded<fingerprint>},
    {"ddltrail_install", 0, SQLITE_DIRECTONLY, guarded<install>},
    {"ddltrail_install", 1, SQLITE_DIRECTONLY, guarded<install>},
    {"ddltrail_capture", 0, SQLITE_DIRECTONLY, guarded<capture>},
    {"ddltrail_capture", 1, SQLITE_DIRECTONLY, guarded<capture>},
    {"ddltrail_watch", 0, SQLITE_DIRECTONLY, guarded<watch>},
    {"ddltrail_schema_row", 7, SQLITE_DIRECTONLY, guarded<schema_row>},
    {"ddltrail_setting", 1, SQLITE_DIRECTONLY, guarded<setting>},
    {"ddltrail_setting", 2, SQLITE_DIRECTONLY, guarded<setting>},
    {"ddltrail_setting", 3, SQLITE_DIRECTONLY, guarded<setting>},
};

}  // namespace

void register_functions(Connection& connection) {
  for (const auto& function : kFunctions) {
    check(connection.db(),
          sqlite3_create_function_v2(connection.db(), function.name, function.arity,
                                     SQLITE_UTF8 | function.flags, &connection, function.body,
                                     nullptr, nullptr, nullptr));
  }
}

}  // namespace ddltrail
