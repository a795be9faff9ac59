#include "sqlite_create/function.h"

#include <exception>

#include "sqlite_create/statement_json.h"

#ifdef DDLTRAIL_LOADABLE
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT3
#else
#include <sqlite3.h>
#endif

namespace ddltrail::create {
namespace {

/// NULL of NULL.
void create_json(sqlite3_context* context, int, sqlite3_value** values) noexcept {
  try {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    if (text == nullptr) return;
    const auto json = statement_json(text);
    sqlite3_result_text64(context, json.data(), json.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(context);
  } catch (const std::exception& error) {
    sqlite3_result_error(context, error.what(), -1);
  }
}

}  // namespace

int register_function(sqlite3* db) {
  return sqlite3_create_function_v2(db, "ddltrail_create", 1,
                                    SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
                                    create_json, nullptr, nullptr, nullptr);
}

}  // namespace ddltrail::create
