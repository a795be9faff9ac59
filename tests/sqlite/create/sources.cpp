#include "sources.h"

#include <regex>
#include <set>

#include "sqlite_create/function.h"
#include "sqlite_create/keyword.h"

namespace ddltrail::test {
namespace {

// The flattener would tell of some uses without the view.
constexpr int kNoOptimization = -1;

/// The names in upper case.
using Names = std::set<std::string>;

/// Hears what is used inside of one view or trigger.
struct Listener {
  std::string user;
  const Names& users;
  Names used = {};
  Names may_be_used = {};  // inside of a query of WITH, in it or in one that it uses

  static int hear(void* self, int action, const char* table, const char*, const char*,
                  const char* user) {
    auto& listener = *static_cast<Listener*>(self);
    const bool is_use = action == SQLITE_READ || action == SQLITE_INSERT ||
                        action == SQLITE_UPDATE || action == SQLITE_DELETE;
    if (is_use && user != nullptr) listener.note(create::upper(std::string(table)), user);
    return SQLITE_OK;
  }

  void note(const std::string& table, const std::string& inside) {
    if (create::same_name(inside, user)) used.insert(table);
    if (!users.contains(create::upper(inside))) may_be_used.insert(table);
  }
};

/// False where SQLite does not take the statement.
bool listen(Connection& db, const std::string& sql, Listener& listener) {
  sqlite3_set_authorizer(db.handle(), Listener::hear, &listener);
  sqlite3_stmt* statement = nullptr;
  const int rc = sqlite3_prepare_v2(db.handle(), sql.c_str(), -1, &statement, nullptr);
  sqlite3_finalize(statement);
  sqlite3_set_authorizer(db.handle(), nullptr, nullptr);
  return rc == SQLITE_OK;
}

/// Views and triggers: the name, the table of a trigger, and a statement that compiles it.
constexpr const char* kUsers =
    "SELECT s.name, '', printf('SELECT * FROM main.\"%w\"', s.name) FROM main.sqlite_schema AS s"
    " WHERE s.type = 'view' UNION ALL"
    " SELECT s.name, s.tbl_name, CASE ddltrail_create(s.sql) ->> 'event'"
    " WHEN 'insert' THEN printf('INSERT INTO main.\"%w\" DEFAULT VALUES', s.tbl_name)"
    " WHEN 'delete' THEN printf('DELETE FROM main.\"%w\"', s.tbl_name)"
    " ELSE printf('UPDATE main.\"%w\" SET \"%w\" = NULL', s.tbl_name,"
    "             ddltrail_create(s.sql) ->> '$.columns[0]') END"
    " FROM main.sqlite_schema AS s WHERE s.type = 'trigger'";

Names names(Connection& db, const std::string& query) {
  Names found;
  for (const auto& row : db.rows(query)) found.insert(create::upper(*row[0]));
  return found;
}

Names read_from(Connection& db, const std::string& user) {
  return names(db,
               "SELECT u.value FROM main.sqlite_schema AS s,"
               " json_each(ddltrail_create(s.sql), '$.sources') AS u"
               " WHERE s.type IN ('view', 'trigger') AND s.name = '" +
                   std::regex_replace(user, std::regex("'"), "''") + "'");
}

/// Those of `names` that are among `objects` and not among `others`.
std::string list(const Names& names, const Names& objects, const Names& others) {
  std::string text;
  for (const auto& name : names)
    if (objects.contains(name) && !others.contains(name)) text += " " + name;
  return text;
}

}  // namespace

std::string difference_in_sources(Connection& db) {
  create::register_function(db.handle());
  sqlite3_test_control(SQLITE_TESTCTRL_OPTIMIZATIONS, db.handle(), kNoOptimization);
  const auto users =
      names(db, "SELECT name FROM main.sqlite_schema WHERE type IN ('view', 'trigger')");
  const auto tables =
      names(db, "SELECT name FROM main.sqlite_schema WHERE type IN ('table', 'view')");
  std::string text;
  for (const auto& row : db.rows(kUsers)) {
    Listener listener{*row[0], users};
    if (!listen(db, *row[2], listener)) continue;
    auto by_reader = read_from(db, *row[0]);
    by_reader.insert(create::upper(*row[1]));
    listener.may_be_used.insert(create::upper(*row[1]));
    listener.may_be_used.merge(Names(listener.used));
    const auto missed = list(listener.used, tables, by_reader);
    const auto invented = list(by_reader, tables, listener.may_be_used);
    if (!missed.empty()) text += *row[0] + " uses" + missed + "\n";
    if (!invented.empty()) text += *row[0] + " does not use" + invented + "\n";
  }
  return text;
}

}  // namespace ddltrail::test
