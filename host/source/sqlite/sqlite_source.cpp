#include "source/sqlite/sqlite_source.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>

#include "base/hash.h"
#include "base/program.h"
#include "contract_mirrors.h"
#include "model/assembly.h"
#include "source/relation_query.h"
#include "source/sqlite/broken_objects.h"
#include "source/sqlite/schema_window.h"
#include "source/sqlite/sqlite_script.h"
#include "source/sqlite/table_keys.h"
#include "sqlite_create/function.h"
#include "sqlite_create/name.h"
#include "sqlite_relations.h"

namespace ddltrail {
namespace {

constexpr const char* kLog = "ddltrail_change_log";
constexpr const char* kLogTable = "main.ddltrail_change_log";

class SqliteRow : public Row {
 public:
  explicit SqliteRow(const sqlite::Statement& statement) : statement_(statement) {}
  std::optional<std::string_view> text(int column) const override {
    return statement_.optional_text(column);
  }

 private:
  const sqlite::Statement& statement_;
};

[[noreturn]] void explain(const sqlite::Failure& failure, const std::string& path) {
  switch (failure.primary_code()) {
    case SQLITE_NOTADB:
      throw Error("not a SQLite database", path, "Check the path after sqlite: in the URL.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Error("the database is locked by another program", path,
                  "Wait until it has finished and run again.");
    case SQLITE_CORRUPT:
      throw Error(std::string("the database is damaged (") + failure.what() + ")", path,
                  "Run PRAGMA integrity_check on it and restore a backup.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      throw Error(std::string("cannot open or write the database (") + failure.what() + ")", path,
                  "Check the permissions of the file and of its folder.");
    default:
      throw Error(std::string("SQLite failed (") + failure.what() + ")", path, "");
  }
}

/// Calls `take` with each row of a statement whose columns are those of select_list<Struct>().
template <class Struct, class Take>
void for_each(sqlite::Statement& statement, Take take) {
  const SqliteRow row(statement);
  while (statement.step()) take(ddltrail::read_row<Struct>(row));
}

template <class Struct>
std::vector<Struct> read_rows(sqlite::Statement& statement) {
  std::vector<Struct> rows;
  for_each<Struct>(statement, [&](Struct row) { rows.push_back(std::move(row)); });
  return rows;
}

std::string_view relation(std::string_view name) {
  return relation_text(sqlite_sql::kRelations, name);
}

/// Calls `take` with each row of a relation.
template <class Struct, class Take>
void for_each(sqlite::Connection& connection, Take take) {
  sqlite::Statement statement(connection,
                              relation_query<Struct>(relation(Mirror<Struct>::kRelation)));
  for_each<Struct>(statement, take);
}

template <class Struct>
std::vector<Struct> read_relation(sqlite::Connection& connection) {
  std::vector<Struct> rows;
  for_each<Struct>(connection, [&](Struct row) { rows.push_back(std::move(row)); });
  return rows;
}

/// What tells a row of the log from any other. `columns` are the names of id, txid, logged_at,
/// action, object_identity and log_id. Nothing where there is no such row.
std::optional<std::string> row_hash(sqlite::Connection& connection, const char* table,
                                    const char* columns, std::int64_t id) {
  sqlite::Statement row(connection, fmt::format("SELECT {} FROM {} WHERE id = ?1", columns, table));
  if (!row.bind(1, id).step()) return std::nullopt;
  std::string text;
  for (int column = 0; column < 6; ++column) text += std::string(row.text(column)) + '\n';
  return stable_hash(text);
}

std::optional<std::string> log_row_hash(sqlite::Connection& connection, std::int64_t id) {
  return row_hash(connection, kLogTable, "id, txid, logged_at, action, object_identity, log_id",
                  id);
}

/// The last definition of each object among some rows, of those that are not gone. Of kinds that
/// have none it is null too.
constexpr const char* kLastDefinitions =
    "SELECT definition FROM (SELECT definition, max(id) FROM main.ddltrail_change_log"
    " WHERE {} GROUP BY object_id) WHERE definition IS NOT NULL";

void add_definition(Schema& schema, std::string_view text) {
  const Json definition = Json::parse(text);
  for (const auto& [relation, rows] : definition.items())
    for (const Json& row : rows) add_row(schema, relation, row);
}

}  // namespace

SqliteSource::SqliteSource(std::string path)
    : path_(std::move(path)), file_(FileIdentity::of(path_)) {}

template <class Work>
auto SqliteSource::guarded(Work work) {
  try {
    return work();
  } catch (const sqlite::Failure& failure) {
    if (is_tolerant_ || !connection_ || !is_damaged_text(failure)) explain(failure, path_);
  }
  is_tolerant_ = true;
  tolerate_damage(*connection_);
  return guarded(work);
}

sqlite::Connection& SqliteSource::connection() {
  if (!connection_) {
    roll_back_killed_writer();
    connection_ = std::make_unique<sqlite::Connection>(path_, sqlite::OpenMode::kReadOnly);
    connection_->set_busy_timeout(sqlite::kBusyTimeoutMs);
    create::register_function(connection_->handle());
    if (is_tolerant_) tolerate_damage(*connection_);
  }
  if (!in_snapshot_) {
    connection_->execute("BEGIN");
    in_snapshot_ = true;
  }
  return *connection_;
}

/// A reader that may not write cannot undo what a killed writer left half done.
void SqliteSource::roll_back_killed_writer() {
  if (!std::filesystem::exists(path_ + "-journal")) return;
  sqlite::Connection writer(path_, sqlite::OpenMode::kReadWrite);
  writer.set_busy_timeout(sqlite::kBusyTimeoutMs);
  writer.integer("PRAGMA schema_version");
}

std::int64_t SqliteSource::schema_version() {
  return connection().integer("PRAGMA main.schema_version");
}

std::string SqliteSource::server() { return std::string("SQLite ") + sqlite3_libversion(); }

News SqliteSource::news(const Bookmark& since) {
  return guarded([&] {
    auto then = SqliteBookmark::parse(since);
    if (then && !file_.may_follow(then->file)) then.reset();
    if (!then) return ordinary_news(then);
    if (then->last_id != 0) {
      auto news = news_through_window(*then);
      return news ? *news : ordinary_news(then);
    }
    if (schema_version() != then->schema_version) return ordinary_news(then);
    return News{since, !then->log_id.empty(), std::vector<Change>{}, ""};
  });
}

/// Looks at the last row that was read even where the version is as it was: another file of the
/// same version may have come into the place of this one.
std::optional<News> SqliteSource::news_through_window(const SqliteBookmark& since) try {
  constexpr int kColumns = 25;  // the contract's change_log; columns added later are not read
  SchemaWindow window(path_, since.root_page, kColumns);  // where it is locked, connection() waits
  window.connection().execute("BEGIN");
  SqliteBookmark next = since;
  next.file = file_;
  next.schema_version = window.connection().integer("PRAGMA schema_version");
  const auto hash = [&](std::int64_t id) {
    return row_hash(window.connection(), SchemaWindow::kTable, "id, c2, c3, c8, c13, c22", id);
  };
  if (hash(since.last_id) != since.last_row) return std::nullopt;
  if (next.schema_version == since.schema_version)
    return News{since.text(), true, std::vector<Change>{}, ""};
  sqlite::Statement statement(
      window.connection(),
      fmt::format("SELECT * FROM {} WHERE id > ?1 ORDER BY id", SchemaWindow::kTable));
  statement.bind(1, since.last_id);
  auto changes = read_rows<Change>(statement);
  if (changes.empty() || changes.back().txid != next.schema_version) return std::nullopt;
  next.last_id = changes.back().id;
  next.last_row = hash(next.last_id).value_or("");
  return News{next.text(), true, std::move(changes), ""};
} catch (const std::exception&) {
  return std::nullopt;  // the log has moved, and what stands in its place now cannot be read as one
}

News SqliteSource::ordinary_news(const std::optional<SqliteBookmark>& since) {
  LogState state = log_state();
  SqliteBookmark next = bookmark_now(state);
  News news{next.text(), state.is_installed(), std::nullopt, ""};
  if (!state.is_installed()) {
    news.why_everything = "the database has no log";
    return news;
  }
  if (last_schema_version(next.last_id) != next.schema_version) {
    if (!capture()) {
      news.why_everything =
          "the schema was changed without the extension, and the log cannot be "
          "brought up to date from here";
      return news;
    }
    state = log_state();
    next = bookmark_now(state);
    news.next = next.text();
  }
  if (state.is_broken) {
    news.why_everything = "the log is marked as broken: " + state.broken_reason.value_or("");
    return news;
  }
  if (!since || since->log_id != state.log_id) {
    news.why_everything =
        since ? "the log is not the one that was read last" : "nothing was read yet";
    return news;
  }
  const bool had_rows = since->last_id != 0;
  if (had_rows && log_row_hash(connection(), since->last_id) != since->last_row) {
    news.why_everything = "the log does not go on from where it was read last";
    return news;
  }
  news.changes = changes_after(since->last_id);
  return news;
}

/// The schema version that the log's last row left; 0 where the log is empty.
std::int64_t SqliteSource::last_schema_version(std::int64_t last_id) {
  sqlite::Statement row(connection(), fmt::format("SELECT txid FROM {} WHERE id = ?1", kLogTable));
  return row.bind(1, last_id).step() ? row.integer(0) : 0;
}

SqliteBookmark SqliteSource::bookmark_now(const LogState& state) {
  SqliteBookmark mark;
  mark.file = file_;
  mark.schema_version = schema_version();
  mark.log_id = state.log_id;
  mark.last_id = state.last_id.value_or(0);
  if (mark.last_id == 0) return mark;
  sqlite::Statement root(connection(), "SELECT rootpage FROM main.sqlite_schema WHERE name = ?1");
  if (root.bind(1, kLog).step()) mark.root_page = root.integer(0);
  mark.last_row = log_row_hash(connection(), mark.last_id).value_or("");
  return mark;
}

bool SqliteSource::capture() {
  constexpr int kTries = 5;
  try {
    for (int i = 0; i < kTries; ++i) {
      const auto version = schema_version();
      forget_snapshot();
      with_extension("SELECT ddltrail_capture()");
      if (schema_version() == version) return true;  // else somebody was quicker: once more
    }
  } catch (const sqlite::Failure&) {
    forget_snapshot();
  } catch (const Error&) {
    forget_snapshot();
  }
  return false;
}

void SqliteSource::forget_snapshot() {
  connection_.reset();
  in_snapshot_ = false;
}

void SqliteSource::with_extension(const char* sql) {
  sqlite::Connection writer(path_, sqlite::OpenMode::kReadWrite);
  writer.set_busy_timeout(sqlite::kBusyTimeoutMs);
  writer.load_extension(find_library("ddltrail"));
  writer.execute(sql);
}

std::vector<Change> SqliteSource::changes_after(std::int64_t id) {
  sqlite::Statement statement(connection(), "SELECT " + select_list<Change>() + " FROM " +
                                                kLogTable + " WHERE id > ?1 ORDER BY id");
  statement.bind(1, id);
  return read_rows<Change>(statement);
}

/// Before everything is read.
void SqliteSource::warn_of_broken_objects() {
  resolve_views(connection());
  if (is_tolerant_) warn_of_damage(connection());
}

std::vector<Object> SqliteSource::read_all(Detail detail) {
  return guarded([&] {
    warn_of_broken_objects();
    Assembly assembly;
    const auto add = [&](auto row) { assembly.add(std::move(row)); };
    for_each<Table>(connection(), add);
    for_each<Column>(connection(), add);
    if (detail == Detail::kKeys) {
      add_table_keys(connection(), assembly);
      for_each<TableIndex>(connection(), add);
    }
    return assembly.finish();
  });
}

std::vector<Object> SqliteSource::read(const Wanted& wanted) {
  const bool has_some = !wanted.keys.empty() || wanted.families.contains(Family::kTable) ||
                        wanted.families.contains(Family::kIndex);
  if (!has_some) return {};
  std::vector<Object> objects = read_all(wanted.detail);
  std::erase_if(objects, [&](const Object& object) { return !wanted.contains(key_of(object)); });
  return objects;
}

Schema SqliteSource::read_schema() {
  return guarded([&] {
    warn_of_broken_objects();
    Schema schema{Engine::kSqlite};
    for_each_relation(schema, [&]<class Struct>(std::vector<Struct>& rows) {
      rows = read_relation<Struct>(connection());
    });
    sort(schema);
    return schema;
  });
}

/// The last definition of each object until then, of those that are not gone. The schema itself is
/// not in the log: there is always one.
Schema SqliteSource::read_schema_at(const Position& position) {
  return guarded([&] {
    Schema schema{Engine::kSqlite};
    sqlite::Statement last(connection(), fmt::format(kLastDefinitions, is_known_at(position)));
    while (last.step()) add_definition(schema, last.text(0));
    schema.schemas = read_relation<Namespace>(connection());
    sort(schema);
    return schema;
  });
}

std::vector<Change> SqliteSource::changes_between(const Position& after, const Position& until) {
  return guarded([&] {
    sqlite::Statement statement(
        connection(),
        fmt::format("SELECT {} FROM {} WHERE NOT ({}) AND {} ORDER BY id", select_list<Change>(),
                    kLogTable, is_known_at(after), is_known_at(until)));
    return read_rows<Change>(statement);
  });
}

std::string SqliteSource::is_known_at(const Position& position) {
  const LogState state = log_state();
  if (!state.is_installed())
    throw Error("the database has no log", path_, "Run `ddltrail init` to install one.");
  if (position.empty()) return "true";
  if (!is_cursor(position)) return "logged_at <= '" + position + "'";
  const std::string last_id = position.substr(position.rfind('/') + 1);
  const bool is_number = !last_id.empty() && last_id.size() < 19 &&
                         last_id.find_first_not_of("0123456789") == std::string::npos;
  if (!is_number || !position.starts_with("1/" + state.log_id + "/"))
    throw UnknownPosition("the cursor is not one of this log", position,
                          "`SELECT ddltrail_current_cursor()` gives one.");
  return "id <= " + last_id;
}

Schema SqliteSource::read_script(const Sections& sections, const std::string& file) {
  return read_sqlite_script(sections, file);
}

RowCounts SqliteSource::estimated_rows(
    const std::set<std::pair<std::string, std::string>>& tables) {
  return guarded([&] {
    RowCounts counts;
    sqlite::Statement is_table(connection(),
                               "SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = "
                               "?1 COLLATE NOCASE");
    for (const auto& table : tables) {
      is_table.reset();
      if (is_table.bind(1, table.second).step())
        counts[table] = connection().integer(
            ("SELECT count(*) FROM main." + create::quoted(table.second)).c_str());
    }
    return counts;
  });
}

LogState SqliteSource::log_state() {
  return guarded([&] {
    if (!sqlite::has_table(connection(), kLog)) return LogState{};
    const auto states = read_relation<LogState>(connection());
    if (states.empty()) return LogState{};
    states.front().require_known_contract(path_);
    return states.front();
  });
}

std::vector<Change> SqliteSource::log(const LogFilter& filter) {
  if (!log_state().is_installed())
    throw Error("the database has no log", path_, "Run `ddltrail init` to install one.");
  return guarded([&] {
    sqlite::Statement statement(connection(),
                                "SELECT " + select_list<Change>() + " FROM " + kLogTable +
                                    " WHERE (?1 = '' OR ?1 IN (object_name, previous_name,"
                                    " schema_name || '.' || object_name)) AND logged_at >= ?2"
                                    " AND (?3 = '' OR actor = ?3) ORDER BY id");
    statement.bind(1, filter.object).bind(2, filter.since).bind(3, filter.actor);
    return read_rows<Change>(statement);
  });
}

void SqliteSource::install_log() {
  guarded([&] {
    forget_snapshot();
    with_extension("SELECT ddltrail_install()");
    file_ = FileIdentity::of(path_);
  });
}

}  // namespace ddltrail
